import type { Connection } from '../adapter/adapter.js';
import type { QueueQuery } from '../adapter/ports/queue.js';
import type { ThreadId } from '../model/id.js';
import { claim, equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import {
  aMoment,
  ask,
  askAndClose,
  boxOf,
  eventsOf,
  newWords,
  once,
  patiently,
  reasonWhere,
  requestFor,
  write,
} from './steps.js';

/** Calls that are noted, and threads that nobody was named for. */
export const callsSuite: Suite = (test, has) => {
  if (has('staff', 'queue.logCall')) {
    test('a call that reached the patient stands in the thread, and answers', async ({ patient, staff }) => {
      const { thread } = await ask(patient);
      const note = newWords();
      const called = await staff.queue!.logCall({ thread: thread.id, outcome: 'reached', note }, once());
      equal([called.turn, called.dueAt ?? undefined], ['patient', undefined], 'the turn and the promise');
      equal(called.custody.state, 'waiting', 'who has it');
      for (const reader of [patient, staff]) {
        const [event] = await eventsOf(reader, thread.id);
        equal([event?.kind, event?.outcome, event?.note], ['call-logged', 'reached', note], 'what happened');
        equal([event?.actor.name, event?.actor.title], [staff.me.name, staff.me.title], 'who called');
      }
    });

    test('a call that reached nobody leaves the turn and the promise', async ({ patient, staff }) => {
      const { thread } = await ask(patient);
      for (const outcome of ['no-answer', 'message-left'] as const) {
        const called = await staff.queue!.logCall({ thread: thread.id, outcome, note: newWords() }, once());
        equal([called.turn, called.dueAt], ['practice', thread.dueAt], 'the turn and the promise');
        equal((await eventsOf(patient, thread.id))[0]?.outcome, outcome, 'how it went');
      }
    });

    test('who was called waits no longer, and waits anew once they write', async ({ patient, staff }) => {
      const first = await ask(patient);
      await aMoment();
      await staff.queue!.logCall({ thread: first.thread.id, outcome: 'reached', note: newWords() }, once());
      await aMoment();
      const { sentAt } = await write(patient, first.thread.id);
      const item = (await boxOf(staff, 'waiting')).find(({ thread }) => thread.id === first.thread.id);
      equal(item && Date.parse(item.waitingSince), Date.parse(sentAt), 'since when it waits');
    });

    test('F03 one key notes a call once, however often it is sent', async ({ patient, staff }) => {
      const { thread } = await ask(patient);
      const [call, options] = [{ thread: thread.id, outcome: 'reached', note: newWords() } as const, once()];
      await staff.queue!.logCall(call, options);
      await staff.queue!.logCall(call, options);
      equal((await eventsOf(patient, thread.id)).length, 1, 'how many calls were noted');
    });

    test('a call needs a note, a thread that is not over, and one that was seen as it is', async ({
      patient,
      staff,
    }) => {
      const { thread } = await ask(patient);
      const log = (id: ThreadId, note = newWords(), ifVersion?: string) =>
        staff.queue!.logCall({ thread: id, outcome: 'reached', note }, { ...once(), ifVersion });
      for (const note of ['', ' \n ', 'x'.repeat(751)]) {
        equal((await rejectsWith('invalid', log(thread.id, note), 'such a note')).field, 'note', 'the field');
      }
      const { version } = await staff.messages!.readThread(thread.id, patiently);
      await write(patient, thread.id);
      if (version !== undefined)
        await rejectsWith('stale', log(thread.id, newWords(), version), 'a call on what has changed');
      equal((await eventsOf(patient, thread.id)).length, 0, 'how many calls were noted');
      if (!has('staff', 'queue.close')) return;
      await rejectsWith('conflict', log((await askAndClose(patient, staff)).thread.id), 'a call on what is over');
    });
  }

  if (!has('staff', 'queue.list')) return;

  if (has('patient', 'messages.settle')) {
    test('who has settled waits no longer, and waits anew once they write', async ({ patient, staff }) => {
      const { thread } = await ask(patient);
      const since = async () => {
        const item = (await boxOf(staff, 'waiting')).find((waiting) => waiting.thread.id === thread.id);
        return item && Date.parse(item.waitingSince);
      };
      await aMoment();
      await patient.messages!.settle(thread.id, once());
      const [settled] = await eventsOf(patient, thread.id);
      claim((await since())! >= Date.parse(settled!.at), 'it should no longer wait since the question');
      await aMoment();
      const { sentAt } = await write(patient, thread.id);
      equal(await since(), Date.parse(sentAt), 'since when it waits');
    });
  }

  test('what waits says who is to read it first', async ({ patient, staff }) => {
    const { items } = await patient.practice!.listReasons(patiently);
    for (const reason of items) {
      const { thread } = await patient.contact!.send(requestFor(patient, reason), once());
      const item = (await boxOf(staff, 'waiting')).find((waiting) => waiting.thread.id === thread.id);
      equal(item?.receiver?.id, reason.receiver?.first.id, 'who is to read it first');
    }
  });

  test('what nobody is named for waits in the catch-all too, until somebody takes it', async ({ patient, staff }) => {
    const [unnamed, named] = await Promise.all([
      reasonWhere(patient, ({ receiver }) => receiver?.first.answers !== 'messages'),
      reasonWhere(patient, ({ receiver }) => receiver?.first.answers === 'messages'),
    ]);
    if (named) {
      const { thread } = await patient.contact!.send(requestFor(patient, named), once());
      claim(!(await isIn(staff, 'catch-all', thread.id)), 'what somebody is named for should not be in the catch-all');
    }
    if (!unnamed) return;
    const { thread } = await patient.contact!.send(requestFor(patient, unnamed), once());
    for (const box of ['waiting', 'catch-all'] as const)
      claim(await isIn(staff, box, thread.id), `it should be in ${box}`);
    if (!has('staff', 'queue.claim')) return;
    await staff.queue!.claim(thread.id, once());
    for (const box of ['waiting', 'catch-all'] as const)
      claim(!(await isIn(staff, box, thread.id)), `it should have left ${box}`);
  });
};

const isIn = async (reader: Connection, box: QueueQuery['box'], id: ThreadId): Promise<boolean> =>
  (await boxOf(reader, box)).some(({ thread }) => thread.id === id);
