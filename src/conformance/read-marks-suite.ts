import type { Connection } from '../adapter/adapter.js';
import type { ThreadId } from '../model/id.js';
import type { ReadMark } from '../model/thread.js';
import { claim, equal } from './assert.js';
import type { Suite } from './harness.js';
import { ask, once, patiently, write } from './steps.js';

/** Who has read how far. */
export const readMarksSuite: Suite = (test, has) => {
  if (!has('patient', 'messages.markRead')) return;

  test('a read mark says who has read, by name and role, how far and when', async ({ patient, staff }) => {
    const { thread, message } = await ask(patient);
    const second = await write(patient, thread.id);
    await staff.messages!.markRead({ thread: thread.id, upTo: message.id }, once());
    const mark = await markOf(patient, thread.id, staff);
    equal(mark?.upTo, message.id, 'how far');
    equal([mark?.person.name, mark?.person.title], [staff.me.name, staff.me.title], 'who');
    claim(Date.parse(mark!.at) >= Date.parse(message.sentAt), 'nobody should have read before it was written');
    equal((await staff.messages!.readThread(thread.id, patiently)).unread, 1, 'what is still unread');
    await staff.messages!.markRead({ thread: thread.id, upTo: second.id }, once());
    equal((await staff.messages!.readThread(thread.id, patiently)).unread, 0, 'what is unread after reading all');
  });

  test('a read mark never goes back', async ({ patient, staff }) => {
    const { thread, message } = await ask(patient);
    const second = await write(patient, thread.id);
    await staff.messages!.markRead({ thread: thread.id, upTo: second.id }, once());
    const before = await markOf(patient, thread.id, staff);
    await staff.messages!.markRead({ thread: thread.id, upTo: message.id }, once());
    equal(await markOf(patient, thread.id, staff), before, 'the mark');
  });

  test('each participant has a mark of their own', async ({ patient, staff, colleague }) => {
    const { thread, message } = await ask(patient);
    await staff.messages!.markRead({ thread: thread.id, upTo: message.id }, once());
    equal(await markOf(patient, thread.id, colleague), undefined, 'the mark of who has not read');
    equal((await colleague.messages!.readThread(thread.id, patiently)).unread, 1, 'what the colleague has not read');
    await colleague.messages!.markRead({ thread: thread.id, upTo: message.id }, once());
    claim((await markOf(patient, thread.id, staff)) !== undefined, 'the first mark should still be there');
    claim((await markOf(patient, thread.id, colleague)) !== undefined, 'the second mark should be there');
  });
};

async function markOf(reader: Connection, thread: ThreadId, { me }: Connection): Promise<ReadMark | undefined> {
  const { readMarks } = await reader.messages!.readThread(thread, patiently);
  const marks = readMarks.filter(({ person }) => person.id === me.id);
  claim(marks.length <= 1, 'nobody should have two marks on one thread');
  return marks[0];
}
