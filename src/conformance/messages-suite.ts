import type { MessageId, ThreadId } from '../model/id.js';
import type { Thread } from '../model/thread.js';
import { claim, equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { ask, entriesOf, everything, newWords, once, patiently, write } from './steps.js';

/** More than a page of anything holds. */
const MANY = 105;

/** Reading conversations. */
export const messagesSuite: Suite = (test) => {
  test('lists threads changed last first', async ({ patient }) => {
    const first = await ask(patient);
    const second = await ask(patient);
    equal((await firstTwo(patient)).map(({ id }) => id), [second.thread.id, first.thread.id], 'the order');
    await write(patient, first.thread.id);
    equal((await firstTwo(patient)).map(({ id }) => id), [first.thread.id, second.thread.id], 'the new order');
  });

  test('gives every thread once, also while one arrives', async ({ patient }) => {
    const made: ThreadId[] = [];
    for (let count = 0; count < MANY; count++) made.push((await ask(patient)).thread.id);
    let pages = 0;
    const listed = await everything(async (after) => {
      if (pages++ === 1) await ask(patient);
      return patient.messages!.listThreads({ after }, patiently);
    });
    const ids = listed.map(({ id }) => id);
    claim(pages > 1, 'so many threads should not fit on one page');
    equal(new Set(ids).size, ids.length, 'how many different threads were listed');
    for (const id of made) claim(ids.includes(id), 'every thread should be listed');
    const times = listed.map(({ updatedAt }) => Date.parse(updatedAt));
    claim(times.every((time, at) => at === 0 || time <= times[at - 1]!), 'threads should be listed changed last first');
  });

  test('gives the line of a thread newest first, every entry once', async ({ patient }) => {
    const { thread, message } = await ask(patient);
    const written = [message.id];
    for (let count = 0; count < MANY; count++) written.push((await write(patient, thread.id)).id);
    const ids = (await entriesOf(patient, thread.id)).map(({ id }) => id);
    equal(ids, written.toReversed(), 'the line of the thread');
  });

  test('says in the list what the thread says', async ({ patient }) => {
    const { thread } = await ask(patient);
    const [listed] = await firstTwo(patient);
    equal(sorted(listed!), sorted(await patient.messages!.readThread(thread.id, patiently)), 'the listed thread');
  });

  test('tells each reader who wrote last, and how many messages are unread', async ({ patient, staff }) => {
    const { thread } = await ask(patient);
    equal((await staff.messages!.readThread(thread.id, patiently)).unread, 1, 'what staff have not read');
    equal((await patient.messages!.readThread(thread.id, patiently)).unread, 0, 'what its author has not read');
    await write(staff, thread.id);
    await write(staff, thread.id);
    const read = await patient.messages!.readThread(thread.id, patiently);
    equal(read.unread, 2, 'what the patient has not read');
    equal(read.lastMessage?.author.id, staff.me.id, 'who wrote last');
  });

  test('a thread is nothing a stranger reads, writes in or hears of', async ({ patient, stranger }) => {
    const { thread, message } = await ask(patient);
    const port = stranger.messages!;
    const mark = { thread: thread.id, upTo: message.id };
    const draft = { thread: thread.id, body: newWords() };
    await rejectsWith('not-found', port.readThread(thread.id, patiently), 'reading a thread of somebody else');
    await rejectsWith('not-found', port.listEntries({ thread: thread.id }, patiently), "reading somebody else's line");
    await rejectsWith('not-found', port.send(draft, once()), 'writing in a thread of somebody else');
    await rejectsWith('not-found', port.markRead(mark, once()), 'marking a thread of somebody else');
    const listed = await everything((after) => port.listThreads({ after }, patiently));
    claim(!listed.some(({ id }) => id === thread.id), 'a stranger should not see the thread listed');
  });

  test('says the same of a thread that is not there', async ({ patient }) => {
    const nowhere = 'no-such-thread' as ThreadId;
    const port = patient.messages!;
    const mark = { thread: nowhere, upTo: 'no-such-message' as MessageId };
    await rejectsWith('not-found', port.readThread(nowhere, patiently), 'reading');
    await rejectsWith('not-found', port.listEntries({ thread: nowhere }, patiently), 'reading the line');
    await rejectsWith('not-found', port.send({ thread: nowhere, body: newWords() }, once()), 'writing');
    await rejectsWith('not-found', port.markRead(mark, once()), 'marking');
  });

  test('a parent reads what is about their child', async ({ parent }) => {
    const { thread } = await ask(parent, newWords(), parent.subjects[1]!.id);
    equal((await firstTwo(parent))[0]?.id, thread.id, 'the first thread');
  });
};

const firstTwo = async ({ messages }: Parameters<typeof ask>[0]): Promise<Thread[]> =>
  (await messages!.listThreads({}, patiently)).items.slice(0, 2);

/** The same thread with its parts in order, so that two can be compared. */
const sorted = (thread: Thread): unknown =>
  Object.entries(thread)
    .filter(([, value]) => value !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
