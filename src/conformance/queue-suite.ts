import type { Connection } from '../adapter/adapter.js';
import type { QueueQuery } from '../adapter/ports/queue.js';
import type { SendKey, ThreadId } from '../model/id.js';
import { claim, equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { aMoment, ask, boxOf, entriesOf, eventsOf, newKey, newWords, once, patiently, write } from './steps.js';

/** The practice's side: who has what. */
export const queueSuite: Suite = (test, has) => {
  if (!has('staff', 'queue.list')) return;

  test('what a patient asks waits in the queue, the longest waiting first', async ({ patient, staff }) => {
    const first = await ask(patient);
    await aMoment();
    const second = await ask(patient);
    const waiting = await boxOf(staff, 'waiting');
    const ids = waiting.map(({ thread }) => thread.id);
    claim(ids.indexOf(first.thread.id) >= 0, 'the thread should be waiting');
    claim(ids.indexOf(first.thread.id) < ids.indexOf(second.thread.id), 'the longest waiting should be first');
    const unanswered = waiting.filter(({ thread }) => thread.turn === 'practice');
    const times = unanswered.map(({ waitingSince }) => Date.parse(waitingSince));
    claim(
      times.every((time, at) => at === 0 || time >= times[at - 1]!),
      'waiting times should be in order',
    );
    const item = waiting.find(({ thread }) => thread.id === first.thread.id)!;
    equal(Date.parse(item.waitingSince), Date.parse(first.message.sentAt), 'since when it waits');
  });

  test('a claim takes a thread out of the queue, and both sides see who has it', async ({ patient, staff }) => {
    const { thread } = await ask(patient);
    const claimed = await staff.queue!.claim(thread.id, once());
    equal(claimed.custody.state, 'held', 'the custody');
    equal(claimed.custody.holder?.id, staff.me.id, 'the holder');
    const seen = await patient.messages!.readThread(thread.id, patiently);
    equal([seen.custody.holder?.name, seen.custody.holder?.title], [staff.me.name, staff.me.title], 'who has it now');
    claim(!(await boxIds(staff, 'waiting')).includes(thread.id), 'it should not wait any more');
    claim((await boxIds(staff, 'mine')).includes(thread.id), 'it should be mine');
  });

  test('what I have, a colleague sees as held', async ({ patient, staff, colleague }) => {
    const { thread } = await ask(patient);
    await staff.queue!.claim(thread.id, once());
    claim((await boxIds(colleague, 'held')).includes(thread.id), 'it should be held');
    claim(!(await boxIds(colleague, 'mine')).includes(thread.id), "it should not be the colleague's");
  });

  test('a claim leaves a mark on the line, by name and role', async ({ patient, staff }) => {
    const { thread } = await ask(patient);
    await staff.queue!.claim(thread.id, once());
    const [event] = await eventsOf(patient, thread.id);
    equal(event?.kind, 'assigned', 'what happened');
    equal([event?.actor.name, event?.actor.title], [staff.me.name, staff.me.title], 'who did it');
  });

  test('what a colleague has claimed cannot be claimed', async ({ patient, staff, colleague }) => {
    const { thread } = await ask(patient);
    await staff.queue!.claim(thread.id, once());
    await rejectsWith(['conflict', 'stale'], colleague.queue!.claim(thread.id, once()), 'the second claim');
    equal((await holder(patient, thread.id))?.id, staff.me.id, 'the holder');
  });

  test('of two claims at once one succeeds', async ({ patient, staff, colleague }) => {
    const { thread } = await ask(patient);
    const claims = await Promise.allSettled([staff, colleague].map(({ queue }) => queue!.claim(thread.id, once())));
    equal(claims.filter(({ status }) => status === 'fulfilled').length, 1, 'how many claims succeeded');
  });

  test('a write on a version that is past is stale, and changes nothing', async ({ patient, staff }) => {
    const { thread } = await ask(patient);
    const { version } = await staff.messages!.readThread(thread.id, patiently);
    if (version === undefined) return;
    await write(patient, thread.id);
    const stale = { ...once(), ifVersion: version };
    await rejectsWith('stale', staff.queue!.claim(thread.id, stale), 'claiming what has changed');
    equal((await staff.messages!.readThread(thread.id, patiently)).custody.state, 'waiting', 'the custody');
    const now = (await staff.messages!.readThread(thread.id, patiently)).version;
    await staff.queue!.claim(thread.id, { ...once(), ifVersion: now });
  });

  test('having opened a thread does not make a claim of it stale', async ({ patient, staff }) => {
    const { thread, message } = await ask(patient);
    const { version } = await staff.messages!.readThread(thread.id, patiently);
    await staff.messages!.markRead({ thread: thread.id, upTo: message.id }, once());
    const { custody } = await staff.queue!.claim(thread.id, { ...once(), ifVersion: version });
    equal(custody.holder?.id, staff.me.id, 'the holder');
  });

  test('F03 one key claims once, however often it is sent', async ({ patient, staff }) => {
    const { thread } = await ask(patient);
    const { version } = await staff.messages!.readThread(thread.id, patiently);
    const options = { ...once(), ifVersion: version };
    await staff.queue!.claim(thread.id, options);
    equal((await staff.queue!.claim(thread.id, options)).custody.holder?.id, staff.me.id, 'the holder');
    equal((await eventsOf(patient, thread.id)).length, 1, 'how many marks the claim has left');
  });

  test('a hand-over says who, to whom and why, to both sides', async ({ patient, staff, colleague }) => {
    const { thread } = await ask(patient);
    await staff.queue!.claim(thread.id, once());
    const note = newWords();
    const routed = await staff.queue!.route({ thread: thread.id, to: colleague.me.id, note }, once());
    equal(routed.custody.holder?.id, colleague.me.id, 'the holder');
    for (const reader of [patient, staff]) {
      const [event] = await eventsOf(reader, thread.id);
      equal(event?.kind, 'routed', 'what happened');
      equal([event?.actor.name, event?.actor.title], [staff.me.name, staff.me.title], 'who handed over');
      equal([event?.to?.name, event?.to?.title], [colleague.me.name, colleague.me.title], 'to whom');
      equal(event?.note, note, 'why');
    }
    claim((await boxIds(colleague, 'mine')).includes(thread.id), "it should be the colleague's");
  });

  test('a hand-over to nobody is refused', async ({ patient, staff }) => {
    const { thread } = await ask(patient);
    await staff.queue!.claim(thread.id, once());
    const routing = { thread: thread.id, to: patient.me.id, note: newWords() };
    const routed = staff.queue!.route(routing, once());
    await rejectsWith(['invalid', 'not-found', 'conflict'], routed, 'routing to a patient');
    equal((await holder(patient, thread.id))?.id, staff.me.id, 'the holder');
  });

  test("a closed thread is nobody's turn, says why, and is in no box", async ({ patient, staff }) => {
    const { thread } = await ask(patient);
    await staff.queue!.claim(thread.id, once());
    const note = newWords();
    const closed = await staff.queue!.close({ thread: thread.id, note }, once());
    equal([closed.state, closed.custody.state, closed.turn], ['closed', 'closed', 'nobody'], 'the thread');
    const [event] = await eventsOf(patient, thread.id);
    equal([event?.kind, event?.actor.name, event?.note], ['closed', staff.me.name, note], 'the last event');
    for (const name of ['waiting', 'mine', 'held'] as const) {
      claim(!(await boxIds(staff, name)).includes(thread.id), `it should not be in ${name}`);
    }
  });

  test('custody changes nothing of what was written', async ({ patient, staff, colleague }) => {
    const { thread, message } = await ask(patient);
    await staff.queue!.claim(thread.id, once());
    await staff.queue!.route({ thread: thread.id, to: colleague.me.id, note: newWords() }, once());
    const written = (await entriesOf(patient, thread.id)).filter(({ type }) => type === 'message');
    equal(
      written.map(({ id }) => id),
      [message.id],
      'the messages',
    );
  });

  test('F11 a key used for something else is a conflict', async ({ patient, staff }) => {
    const { thread } = await ask(patient);
    const key: SendKey = newKey();
    await staff.queue!.claim(thread.id, { ...patiently, key });
    const closing = staff.queue!.close({ thread: thread.id, note: newWords() }, { ...patiently, key });
    await rejectsWith('conflict', closing, 'closing with the key of a claim');
  });
};

const boxIds = async (reader: Connection, name: QueueQuery['box']): Promise<ThreadId[]> =>
  (await boxOf(reader, name)).map(({ thread }) => thread.id);

const holder = async (reader: Connection, thread: ThreadId) =>
  (await reader.messages!.readThread(thread, patiently)).custody.holder;
