import type { Connection } from '../adapter/adapter.js';
import type { CallOptions, WriteOptions } from '../adapter/call-options.js';
import type { ResultId, ThreadId } from '../model/id.js';
import { claim, equal, fail, rejectsWith } from './assert.js';
import type { Offer, Suite } from './harness.js';
import { resultsOf } from './results-steps.js';
import { aRequest, ask, newKey, newWords } from './steps.js';

type Call = (connection: Connection, thread: ThreadId, options: CallOptions, result: ResultId) => Promise<unknown>;

/** Every read, called with what it needs. */
const READS: Readonly<Record<string, Call>> = {
  'people.listCareTeam': ({ people, me }, _thread, options) => people!.listCareTeam({ subject: me.id }, options),
  'practice.readPractice': ({ practice }, _thread, options) => practice!.readPractice(options),
  'practice.listReasons': ({ practice }, _thread, options) => practice!.listReasons(options),
  'contact.listMedications': ({ contact, me }, _thread, options) =>
    contact!.listMedications({ subject: me.id }, options),
  'messages.listThreads': ({ messages }, _thread, options) => messages!.listThreads({}, options),
  'messages.readThread': ({ messages }, thread, options) => messages!.readThread(thread, options),
  'messages.listEntries': ({ messages }, thread, options) => messages!.listEntries({ thread }, options),
  'results.listResults': ({ results, me }, _thread, options) => results!.listResults({ subject: me.id }, options),
  'results.readResult': ({ results }, _thread, options, result) => results!.readResult(result, options),
  'results.listHistory': ({ results, me }, _thread, options) =>
    results!.listHistory({ subject: me.id, code: 'a-code' }, options),
  'results.readRelease': ({ results, me }, _thread, options) => results!.readRelease({ subject: me.id }, options),
  'appointments.listServices': ({ appointments, me }, _thread, options) =>
    appointments!.listServices({ subject: me.id }, options),
  'appointments.listAppointments': ({ appointments, me }, _thread, options) =>
    appointments!.listAppointments({ subject: me.id, when: 'coming' }, options),
  'changes.changesSince': ({ changes }, _thread, options) => changes!.changesSince(undefined, options),
};

const send = ({ messages }: Connection, thread: ThreadId, options: WriteOptions): Promise<unknown> =>
  messages!.send({ thread, body: newWords() }, options);

/** What every method owes. */
export const traits: Suite = (test, has) => {
  const reads = Object.entries(READS).filter(([name]) => has('patient', name as Offer));
  const someResult = async (reader: Connection): Promise<ResultId> =>
    has('patient', 'results.listResults') ? (await resultsOf(reader))[0]!.id : ('' as ResultId);

  test('a call given up beforehand rejects with the reason it was given up for', async ({ patient }) => {
    const [{ thread }, result] = [await ask(patient), await someResult(patient)];
    const signal = AbortSignal.abort(new Error('left the page'));
    for (const [name, call] of reads) {
      await rejectsBecause(signal.reason, call(patient, thread.id, { signal }, result), name);
    }
    await rejectsBecause(signal.reason, send(patient, thread.id, { signal, key: newKey() }), 'messages.send');
    const request = await aRequest(patient);
    await rejectsBecause(signal.reason, patient.contact!.send(request, { signal, key: newKey() }), 'contact.send');
  });

  test('a message given up beforehand is not sent', async ({ patient, backend }) => {
    const { thread } = await ask(patient);
    const draft = { thread: thread.id, body: newWords() };
    const options = { signal: AbortSignal.abort(), key: newKey() };
    await patient.messages!.send(draft, options).catch(() => {});
    equal(await backend.countMessages(draft.body), 0, 'how many messages there are');
  });

  test('a call given up on the way rejects with the reason it was given up for', async ({ patient }) => {
    const [{ thread }, result] = [await ask(patient), await someResult(patient)];
    for (const [name, call] of reads) {
      const leaving = new AbortController();
      const answer = call(patient, thread.id, { signal: leaving.signal }, result);
      leaving.abort(new Error('left the page'));
      await rejectsBecause(leaving.signal.reason, answer, name);
    }
  });

  test('connecting can be given up', async ({ backend: { patient } }) => {
    const signal = AbortSignal.abort(new Error('left the page'));
    await rejectsBecause(signal.reason, patient.connect({ signal }), 'connect');
  });

  test('cut off, reads are offline and writes never say that they failed', async ({ patient, backend }) => {
    if (!backend.cut) return;
    const [{ thread }, result] = [await ask(patient), await someResult(patient)];
    await backend.cut();
    const { signal } = new AbortController();
    for (const [name, call] of reads) {
      await rejectsWith(['offline', 'unavailable'], call(patient, thread.id, { signal }, result), name);
    }
    const error = await rejectsWith(
      ['offline', 'unknown-outcome'],
      send(patient, thread.id, { signal, key: newKey() }),
      'messages.send',
    );
    claim(error.retryable, 'a message that may not have arrived should be worth another try');
  });

  if (!has('patient', 'queue')) {
    test('the queue is not for patients, and says so', async ({ patient }) => {
      claim(patient.queue === undefined, 'a patient should have no queue');
      claim(patient.missing.queue !== undefined, 'a patient should be told why there is no queue');
    });
  }
};

async function rejectsBecause(reason: unknown, call: Promise<unknown>, name: string): Promise<void> {
  const outcome = await call.then(
    () => fail(`${name} should reject once it is given up`),
    (error: unknown) => error,
  );
  claim(outcome === reason, `${name} should reject with the reason of its signal`);
}
