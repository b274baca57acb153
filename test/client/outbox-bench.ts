import { AdapterError, type AdapterErrorCode } from '../../src/adapter/index.js';
import { memoryAdapter, memoryBackend, type MemoryCall } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, answeredRefill, waitingQuestion } from '../../src/adapters/memory/scenarios.js';
import { createClient, type Report } from '../../src/client/index.js';
import { createOutbox } from '../../src/client/outbox.js';
import type { SendKey } from '../../src/model/index.js';
import type { Storage } from '../../src/storage/storage.js';
import { handClock, switchedNetwork } from '../support/clock.js';

export type Fault = AdapterErrorCode | undefined;

export const thread = answeredRefill.id;
export const other = waitingQuestion.id;
export const me = answeredRefill.subject.id;

/** A client whose sends fail as told: before anything has happened, or after it has and the answer is lost. */
export function setUp({ before = [], after = [] }: { before?: Fault[]; after?: Fault[] } = {}) {
  const backend = memoryBackend(alderStreet);
  const clock = handClock();
  const network = switchedNetwork();
  const reports: Report[] = [];
  const fail = (faults: Fault[]) => (call: MemoryCall) => {
    const fault = call.method === 'send' ? faults.shift() : undefined;
    if (fault) throw new AdapterError(fault, 'as the test asked');
  };
  const adapter = memoryAdapter({ backend, me, before: fail(before), after: fail(after) });
  const client = createClient(adapter, { clock, network, report: (report) => reports.push(report) });
  const stored = () => backend.messages().map(({ body }) => body);
  const status = (key: SendKey) => client.outbox.item(key)?.state.status;
  const times = (body: string) => stored().filter((text) => text === body).length;
  const outboxOn = (storage: Storage) =>
    createOutbox({
      connect: client.connect,
      sent() {},
      reader: () => client.reader,
      storage,
      clock,
      network,
      report: client.report,
    });
  return { backend, client, clock, network, reports, outboxOn, status, stored, times };
}

