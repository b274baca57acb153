import type { ThreadId } from '../model/id.js';
import { claim, equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { ask, askAndClose, eventsOf, messageWith, newWords, once, patiently, write } from './steps.js';

/** What becomes of a conversation that has answered its question, or is over. */
export const endingSuite: Suite = (test, has) => {
  const continues = has('patient', 'messages.continue') && has('staff', 'queue.close');

  if (has('staff', 'queue.close')) {
    test('F10 a thread that is over takes nothing more, from either side', async ({ patient, staff, backend }) => {
      const { thread } = await askAndClose(patient, staff);
      for (const reader of [patient, staff]) {
        const body = newWords();
        const error = await rejectsWith('conflict', write(reader, thread.id, body), 'writing where it is over');
        claim(!error.retryable, 'it should not be worth another try');
        equal(await backend.countMessages(body), 0, 'how many messages there are');
      }
    });
  }

  if (continues) {
    test('a thread that is over goes on in a new one, and each names the other', async ({ patient, staff }) => {
      const { thread: old } = await askAndClose(patient, staff);
      const body = newWords();
      const { thread, message } = await patient.messages!.continue({ thread: old.id, body }, once());
      equal(
        [thread.title, thread.reason?.id, thread.subject.id],
        [old.title, old.reason?.id, old.subject.id],
        'what it is about',
      );
      equal([thread.state, thread.custody.state, thread.turn], ['open', 'waiting', 'practice'], 'its state');
      equal(thread.dueAt !== undefined, old.dueAt !== undefined, 'whether it has a promise');
      equal(thread.continues, old.id, 'the thread it goes on from');
      equal([message.body, message.thread, message.author.id], [body, thread.id, patient.me.id], 'its first message');
      const [card] = (await messageWith(staff, thread.id, message.id))!.cards;
      equal([card?.kind, card?.thread, card?.label], ['thread-link', old.id, old.title], 'the link to the old one');

      const seen = await staff.messages!.readThread(old.id, patiently);
      equal([seen.state, seen.continuedBy], ['closed', thread.id], 'the old thread');
      const [event] = await eventsOf(staff, old.id);
      equal(
        [event?.kind, event?.actor.id, event?.continuedBy],
        ['continued', patient.me.id, thread.id],
        'what happened to it',
      );
    });

    test('F03 one key continues once, however often and at once', async ({ patient, staff, backend }) => {
      const { thread: old } = await askAndClose(patient, staff);
      const [draft, options] = [{ thread: old.id, body: newWords() }, once()];
      const all = await Promise.all([1, 2, 3].map(() => patient.messages!.continue(draft, options)));
      equal(new Set(all.map(({ thread }) => thread.id)).size, 1, 'how many threads it goes on in');
      equal(await backend.countMessages(draft.body), 1, 'how many messages there are');
      const other = patient.messages!.continue({ thread: old.id, body: newWords() }, once());
      await rejectsWith('conflict', other, 'going on a second time');
    });

    test('only what is over goes on, for whom it is about, and with words', async ({ patient, staff, stranger }) => {
      const draft = (thread: ThreadId, body = newWords()) => ({ thread, body });
      const { thread: open } = await ask(patient);
      await rejectsWith(
        'conflict',
        patient.messages!.continue(draft(open.id), once()),
        'going on from what is not over',
      );
      const { thread } = await askAndClose(patient, staff);
      await rejectsWith(
        'not-found',
        stranger.messages!.continue(draft(thread.id), once()),
        "going on from a stranger's",
      );
      if (has('staff', 'messages.continue')) {
        await rejectsWith('forbidden', staff.messages!.continue(draft(thread.id), once()), 'going on as staff');
      }
      for (const body of ['', ' \n ', 'x'.repeat(751)]) {
        const going = patient.messages!.continue(draft(thread.id, body), once());
        equal((await rejectsWith('invalid', going, 'going on with such words')).field, 'body', 'the field');
      }
      await patient.messages!.continue(draft(thread.id), once());
    });
  }

  if (!has('patient', 'messages.settle')) return;

  test("a settled thread is nobody's turn, says so on its line, and both can still write", async ({
    patient,
    staff,
  }) => {
    const { thread } = await ask(patient);
    await write(staff, thread.id);
    const settled = await patient.messages!.settle(thread.id, once());
    equal([settled.state, settled.turn, settled.dueAt ?? undefined], ['open', 'nobody', undefined], 'the thread');
    const [event] = await eventsOf(staff, thread.id);
    equal([event?.kind, event?.actor.id], ['settled', patient.me.id], 'what happened');
    await write(staff, thread.id);
    await write(patient, thread.id);
    const again = await staff.messages!.readThread(thread.id, patiently);
    equal(
      [again.turn, again.dueAt !== undefined],
      ['practice', thread.dueAt !== undefined],
      'the turn, and a new promise',
    );
  });

  test('settling takes the promise away, twice is as once, and a later message brings a new one', async ({
    patient,
  }) => {
    const { thread } = await ask(patient);
    await patient.messages!.settle(thread.id, once());
    const { version, dueAt } = await patient.messages!.settle(thread.id, once());
    equal(dueAt ?? undefined, undefined, 'when it is due');
    equal((await eventsOf(patient, thread.id)).length, 1, 'how often it was settled');
    equal((await patient.messages!.readThread(thread.id, patiently)).version, version, 'the version');
    await write(patient, thread.id);
    const again = await patient.messages!.readThread(thread.id, patiently);
    equal(
      [again.turn, again.dueAt !== undefined],
      ['practice', thread.dueAt !== undefined],
      'the turn, and a new promise',
    );
  });

  test('F03 one key settles once: sent again after a later message, it settles nothing', async ({ patient, staff }) => {
    const { thread } = await ask(patient);
    const options = once();
    await patient.messages!.settle(thread.id, options);
    await write(patient, thread.id);
    await patient.messages!.settle(thread.id, options);
    equal((await eventsOf(staff, thread.id)).length, 1, 'how often it was settled');
    equal((await staff.messages!.readThread(thread.id, patiently)).turn, 'practice', 'whose turn it is');
  });

  test('only the patient settles, what they have seen, and while it is not over', async ({
    patient,
    staff,
    stranger,
  }) => {
    const { thread } = await ask(patient);
    await rejectsWith('not-found', stranger.messages!.settle(thread.id, once()), "settling a stranger's thread");
    if (has('staff', 'messages.settle')) {
      await rejectsWith('forbidden', staff.messages!.settle(thread.id, once()), 'settling as staff');
    }
    const { version } = await patient.messages!.readThread(thread.id, patiently);
    await write(staff, thread.id);
    if (version !== undefined) {
      const stale = patient.messages!.settle(thread.id, { ...once(), ifVersion: version });
      await rejectsWith('stale', stale, 'settling what has changed');
      equal((await patient.messages!.readThread(thread.id, patiently)).turn, 'patient', 'whose turn it is');
    }
    if (!has('staff', 'queue.close')) return;
    await staff.queue!.close({ thread: thread.id, note: newWords() }, once());
    await rejectsWith('conflict', patient.messages!.settle(thread.id, once()), 'settling what is over');
  });
};
