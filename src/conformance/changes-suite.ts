import type { Connection } from '../adapter/adapter.js';
import type { ThreadId } from '../model/id.js';
import { claim, equal } from './assert.js';
import type { Suite } from './harness.js';
import { ask, once, patiently, write } from './steps.js';

/** How long a hint may take, in milliseconds. Nothing is promised of its speed; this only ends a test. */
const PATIENCE = 5_000;

/** Noticing what others do. */
export const changesSuite: Suite = (test, has) => {
  test('without a bookmark there is nothing, and a bookmark of now', async ({ patient }) => {
    await ask(patient);
    const { changes, next } = await patient.changes!.changesSince(undefined, patiently);
    equal(changes.length, 0, 'how much has changed');
    claim(next !== '', 'there should be a bookmark');
    equal((await patient.changes!.changesSince(next, patiently)).changes.length, 0, 'what changed since now');
  });

  test('what one side writes the other hears of', async ({ patient, staff }) => {
    const { thread } = await ask(patient);
    const [theirs, ours] = [await now(patient), await now(staff)];
    await write(patient, thread.id);
    claim((await since(staff, ours)).includes(thread.id), 'staff should hear of a message');
    await write(staff, thread.id);
    claim((await since(patient, theirs)).includes(thread.id), 'the patient should hear of an answer');
  });

  test('a new thread, a claim and a read mark are heard of', async ({ patient, staff }) => {
    let bookmark = await now(staff);
    const { thread, message } = await ask(patient);
    claim((await since(staff, bookmark)).includes(thread.id), 'staff should hear of a new thread');
    bookmark = await now(patient);
    await staff.messages!.markRead({ thread: thread.id, upTo: message.id }, once());
    claim((await since(patient, bookmark)).includes(thread.id), 'the patient should hear that it was read');
    if (!has('staff', 'queue.claim')) return;
    bookmark = await now(patient);
    await staff.queue!.claim(thread.id, once());
    claim((await since(patient, bookmark)).includes(thread.id), 'the patient should hear who has it');
  });

  test('a bookmark stays good, and the next one moves on', async ({ patient, staff }) => {
    const { thread } = await ask(patient);
    const bookmark = await now(patient);
    await write(staff, thread.id);
    const { next } = await patient.changes!.changesSince(bookmark, patiently);
    claim((await since(patient, bookmark)).includes(thread.id), 'an old bookmark should tell the same again');
    equal(await since(patient, next), [], 'what changed since the next bookmark');
  });

  test('nobody hears of a thread of a stranger', async ({ patient, stranger, staff }) => {
    const bookmark = await now(stranger);
    const { thread } = await ask(patient);
    await write(staff, thread.id);
    equal(await since(stranger, bookmark), [], 'what the stranger hears');
  });

  if (has('patient', 'changes.watch')) {
    test('a watch hints when the other side writes, and stops when told', async ({ patient, staff }) => {
      const { thread } = await ask(patient);
      let hints = 0;
      const { promise: live, resolve: goLive } = waiter();
      const { promise: hinted, resolve: hint } = waiter();
      const stop = patient.changes!.watch!({
        hint: () => (hints++, hint()),
        state: (state) => state === 'live' && goLive(),
      });
      await live('the watch should become live');
      await write(staff, thread.id);
      await hinted('the watch should hint');
      stop();
      await new Promise((resolve) => setTimeout(resolve, 50));
      const before = hints;
      await write(staff, thread.id);
      await new Promise((resolve) => setTimeout(resolve, 100));
      equal(hints, before, 'how many hints came after it was told to stop');
    });
  }
};

async function now({ changes }: Connection): Promise<string> {
  return (await changes!.changesSince(undefined, patiently)).next;
}

async function since({ changes }: Connection, bookmark: string): Promise<(ThreadId | undefined)[]> {
  return (await changes!.changesSince(bookmark, patiently)).changes.map(({ thread }) => thread);
}

/** A promise that can be kept from outside, and is broken with a claim when it takes too long. */
function waiter() {
  let resolve = (): void => {};
  const kept = new Promise<void>((keep) => (resolve = keep));
  return {
    resolve: () => resolve(),
    promise: (what: string) =>
      new Promise<void>((keep, breakIt) => {
        const timer = setTimeout(() => breakIt(new Error(what)), PATIENCE);
        void kept.then(() => (clearTimeout(timer), keep()));
      }),
  };
}
