import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Connection } from '../../src/adapter/adapter.js';
import type { WriteOptions } from '../../src/adapter/call-options.js';
import { ask, eventsOf, messageWith, newWords, once, patiently } from '../../src/conformance/steps.js';
import type { MessageId, ThreadId } from '../../src/model/id.js';
import { failure, withBench } from './fault-bench.js';
import { cutAfter } from './fault-proxy.js';
import { restAs } from './rest-backend.js';

interface Place {
  readonly patient: Connection;
  readonly staff: Connection;
  readonly thread: ThreadId;
  readonly message: MessageId;
}

/** Each write, and how often it has been done as the other side sees it. */
const WRITES: Readonly<
  Record<string, [(place: Place, options: WriteOptions) => Promise<unknown>, (place: Place) => Promise<number>]>
> = {
  amend: [
    ({ patient, thread, message }, options) =>
      patient.messages!.amend({ thread, message, body: 'Other words' }, options),
    async ({ staff, thread, message }) => (await messageWith(staff, thread, message))!.amendments.length,
  ],
  retract: [
    ({ patient, thread, message }, options) => patient.messages!.retract({ thread, message }, options),
    async ({ staff, thread, message }) => ((await messageWith(staff, thread, message))!.retractedAt ? 1 : 0),
  ],
  settle: [
    ({ patient, thread }, options) => patient.messages!.settle(thread, options),
    async ({ staff, thread }) => (await eventsOf(staff, thread)).filter(({ kind }) => kind === 'settled').length,
  ],
  logCall: [
    ({ staff, thread }, options) =>
      staff.queue!.logCall({ thread, outcome: 'reached', note: 'Advice given.' }, options),
    async ({ patient, thread }) =>
      (await eventsOf(patient, thread)).filter(({ kind }) => kind === 'call-logged').length,
  ],
  pause: [
    ({ staff }, options) => staff.queue!.pause({ note: 'Back soon.' }, options),
    async ({ patient }) => ((await patient.practice!.readPractice(patiently)).messaging?.state === 'paused' ? 1 : 0),
  ],
};

describe('a write whose answer is lost', () => {
  for (const [name, [write, count]] of Object.entries(WRITES)) {
    it(`F03 is unsure, and ${name} has one effect under its key`, () =>
      withBench({}, async ({ server, proxy, patient }) => {
        const staff = await (await restAs(server, 'ana-morales', { baseUrl: proxy.url })).connect(patiently);
        const { thread, message } = await ask(patient, newWords());
        const [place, options] = [{ patient, staff, thread: thread.id, message: message.id }, once()];
        proxy.next(cutAfter, cutAfter);
        await failure(write(place, options), 'unknown-outcome');
        await failure(write(place, options), 'unknown-outcome');
        await write(place, options);
        assert.equal(await count(place), 1);
      }));
  }
});
