import { memoryAdapter, memoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, SCENARIO_NOW, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import { AdapterError } from '../../src/adapter/errors.js';
import type { Backend, Harness } from '../../src/conformance/harness.js';
import type { PersonId } from '../../src/model/id.js';
import { ALL_OFFERS } from './offers.js';

/** The memory adapter, as the conformance kit asks for it. */
export const memoryHarness: Harness = {
  offers: ALL_OFFERS,
  open: () => Promise.resolve(openMemory()),
};

/** A backend in memory with its five readers. */
export function openMemory(): Backend {
  // The scenario ends on a certain afternoon; what the tests do happens after it, and today.
  let ahead = Math.max(Date.parse(SCENARIO_NOW), Date.now()) - performance.now();
  const backend = memoryBackend(alderStreet, { now: () => ahead + performance.now() });
  let isCut = false;
  const as = (me: PersonId) => memoryAdapter({ backend, me });
  return {
    patient: memoryAdapter({
      backend,
      me: SIGN_INS.sam,
      before: ({ method }) => {
        if (isCut) throw new AdapterError('offline', `${method} did not leave`);
      },
    }),
    stranger: as(SIGN_INS.rosa),
    parent: as(SIGN_INS.rosa),
    staff: as(SIGN_INS.ana),
    colleague: as(SIGN_INS.lee),
    signedOut: as('nobody' as PersonId),
    countMessages: (body) => Promise.resolve(backend.messages().filter((message) => message.body === body).length),
    pass: (milliseconds) => Promise.resolve(void (ahead += milliseconds)),
    cut: () => Promise.resolve(void (isCut = true)),
  };
}
