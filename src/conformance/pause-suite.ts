import type { Connection } from '../adapter/adapter.js';
import type { Practice } from '../model/practice.js';
import { claim, equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { ask, askAndClose, aRequest, newWords, once, patiently, write } from './steps.js';

/** A practice that takes no messages for a while. */
export const pauseSuite: Suite = (test, has) => {
  if (!has('staff', 'queue.pause') || !has('staff', 'queue.resume')) return;

  test('while it is paused nothing is taken from patients, and staff still answer', async ({
    patient,
    staff,
    backend,
  }) => {
    const { thread } = await ask(patient);
    const [request, before] = [await aRequest(patient), await practiceOf(patient)];
    const note = newWords();
    const paused = await staff.queue!.pause({ note }, once());
    for (const { messaging } of [paused, await practiceOf(patient), await practiceOf(staff)]) {
      equal(
        [messaging?.state, messaging?.note, messaging?.until ?? undefined],
        ['paused', note, undefined],
        'what it says',
      );
    }
    await rejectsWith('conflict', patient.contact!.send(request, once()), 'asking');
    const body = newWords();
    await rejectsWith('conflict', write(patient, thread.id, body), 'writing');
    equal(await backend.countMessages(body), 0, 'how many messages there are');
    await write(staff, thread.id);

    equal(
      (await staff.queue!.resume(once())).messaging?.state ?? 'open',
      before.messaging?.state ?? 'open',
      'what it says after',
    );
    equal(messagingOf(await practiceOf(patient)), messagingOf(before), 'what it says to the patient after');
    await patient.contact!.send(request, once());
    await write(patient, thread.id);
  });

  test('F03 a message refused in a pause is taken after it, under the same key', async ({
    patient,
    staff,
    backend,
  }) => {
    const { thread } = await ask(patient);
    await staff.queue!.pause({}, once());
    const [draft, options] = [{ thread: thread.id, body: newWords() }, once()];
    await rejectsWith('conflict', patient.messages!.send(draft, options), 'writing');
    await staff.queue!.resume(once());
    await patient.messages!.send(draft, options);
    equal(await backend.countMessages(draft.body), 1, 'how many messages there are');
  });

  test('a pause may say until when, which is never in the past', async ({ patient, staff }) => {
    const { message } = await ask(patient);
    const [past, future] = [-60_000, 86_400_000].map((by) => new Date(Date.parse(message.sentAt) + by).toISOString());
    const { field } = await rejectsWith('invalid', staff.queue!.pause({ until: past }, once()), 'a pause until before');
    equal(field, 'until', 'the field');
    claim((await practiceOf(patient)).messaging?.state !== 'paused', 'it should not be paused');
    const { messaging } = await staff.queue!.pause({ until: future }, once());
    equal(messaging?.until && Date.parse(messaging.until), Date.parse(future!), 'until when');
  });

  test('F03 one key pauses once: sent again after the pause is over, it does not pause again', async ({
    staff,
    patient,
  }) => {
    const options = once();
    await staff.queue!.pause({}, options);
    await staff.queue!.resume(once());
    await staff.queue!.pause({}, options);
    claim((await practiceOf(patient)).messaging?.state !== 'paused', 'it should not be paused');
  });

  if (has('patient', 'messages.amend')) {
    test('while it is paused patients change no words, and staff still do', async ({ patient, staff }) => {
      const { thread, message } = await ask(patient);
      const answer = await write(staff, thread.id);
      await staff.queue!.pause({}, once());
      const change = { thread: thread.id, message: message.id, body: newWords() };
      await rejectsWith('conflict', patient.messages!.amend(change, once()), 'changing words');
      await staff.messages!.amend({ ...change, message: answer.id }, once());
      await staff.queue!.resume(once());
      equal((await patient.messages!.amend(change, once())).body, change.body, 'the message');
    });
  }

  if (has('patient', 'messages.continue') && has('staff', 'queue.close')) {
    test('while it is paused nothing goes on either', async ({ patient, staff }) => {
      const { thread } = await askAndClose(patient, staff);
      await staff.queue!.pause({}, once());
      const draft = { thread: thread.id, body: newWords() };
      await rejectsWith('conflict', patient.messages!.continue(draft, once()), 'going on');
      await staff.queue!.resume(once());
      await patient.messages!.continue(draft, once());
    });
  }

  if (!has('patient', 'changes.changesSince') || !has('staff', 'changes.changesSince')) return;

  test('everybody hears of a pause and of its end', async ({ patient, stranger, staff, colleague }) => {
    const readers = [patient, stranger, staff, colleague];
    const heard = async (act: () => Promise<unknown>): Promise<boolean[]> => {
      const since = await Promise.all(readers.map(({ changes }) => changes!.changesSince(undefined, patiently)));
      await act();
      const all = await Promise.all(
        readers.map(({ changes }, place) => changes!.changesSince(since[place]!.next, patiently)),
      );
      return all.map(({ changes }) => changes.some(({ kind }) => kind === 'practice'));
    };
    equal(await heard(() => staff.queue!.pause({}, once())), [true, true, true, true], 'who hears of the pause');
    equal(await heard(() => staff.queue!.resume(once())), [true, true, true, true], 'who hears of its end');
    equal(await heard(() => ask(patient)), [false, false, false, false], 'who takes a thread for it');
  });
};

const practiceOf = ({ practice }: Connection): Promise<Practice> => practice!.readPractice(patiently);

const messagingOf = ({ messaging }: Practice): unknown => [
  messaging?.state ?? 'open',
  messaging?.until ?? null,
  messaging?.note ?? null,
  messaging?.outsideHours ?? 'taken',
];
