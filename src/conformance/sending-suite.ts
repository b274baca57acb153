import { claim, equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { ask, entriesOf, messageWith, newWords, once, patiently, write } from './steps.js';
import { VECTORS } from './vectors.js';

/** Writing in conversations. */
export const sendingSuite: Suite = (test, has) => {
  if (!has('patient', 'messages.send')) return;

  test('a reply is read by the other side, with who wrote it', async ({ patient, staff }) => {
    const { thread } = await ask(patient);
    const reply = await write(staff, thread.id);
    const read = await messageWith(patient, thread.id, reply.id);
    equal(read?.body, reply.body, 'the reply');
    equal(read?.author.name, staff.me.name, 'the name of who replied');
    equal(read?.author.title, staff.me.title, 'the role of who replied');
    equal(read?.author.practice?.id, thread.practice.id, 'the practice they speak for');
  });

  test('a reply gives the turn to the other side', async ({ patient, staff }) => {
    const { thread } = await ask(patient);
    await write(staff, thread.id);
    equal((await patient.messages!.readThread(thread.id, patiently)).turn, 'patient', 'whose turn after the answer');
    await write(patient, thread.id);
    equal((await patient.messages!.readThread(thread.id, patiently)).turn, 'practice', 'whose turn after the reply');
  });

  test('F03 one key makes one message, however often it is sent', async ({ patient, backend }) => {
    const { thread } = await ask(patient);
    const draft = { thread: thread.id, body: newWords() };
    const options = once();
    const first = await patient.messages!.send(draft, options);
    await write(patient, thread.id);
    equal((await patient.messages!.send(draft, options)).id, first.id, 'the message sent again');
    equal(await backend.countMessages(draft.body), 1, 'how many messages there are');
    const listed = (await entriesOf(patient, thread.id)).filter(({ id }) => id === first.id);
    equal(listed.length, 1, 'how often it is listed');
  });

  test('F03 one key makes one message, sent several times at once', async ({ patient, backend }) => {
    const { thread } = await ask(patient);
    const draft = { thread: thread.id, body: newWords() };
    const options = once();
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => patient.messages!.send(draft, options)));
    equal(new Set(all.map(({ id }) => id)).size, 1, 'how many different messages were answered');
    equal(await backend.countMessages(draft.body), 1, 'how many messages there are');
  });

  test('F11 a key used with other words is a conflict', async ({ patient, backend }) => {
    const { thread } = await ask(patient);
    const options = once();
    await patient.messages!.send({ thread: thread.id, body: newWords() }, options);
    const other = { thread: thread.id, body: newWords() };
    await rejectsWith('conflict', patient.messages!.send(other, options), 'other words under the same key');
    equal(await backend.countMessages(other.body), 0, 'how many of the other words there are');
  });

  test('the same words under two keys are two messages', async ({ patient, backend }) => {
    const { thread } = await ask(patient);
    const body = newWords();
    await write(patient, thread.id, body);
    await write(patient, thread.id, body);
    equal(await backend.countMessages(body), 2, 'how many messages there are');
  });

  test('only the author is given the key of a message', async ({ patient, staff }) => {
    const { thread } = await ask(patient);
    const options = once();
    const { id } = await patient.messages!.send({ thread: thread.id, body: newWords() }, options);
    const own = (await messageWith(patient, thread.id, id))?.key;
    claim(own === undefined || own === options.key, 'the author should be given their own key or none');
    equal((await messageWith(staff, thread.id, id))?.key ?? undefined, undefined, 'the key the others are given');
  });

  test('I01 text comes back exactly', async ({ patient, staff }) => {
    const { thread } = await ask(patient);
    for (const [name, text] of Object.entries(VECTORS)) {
      const { id, body } = await write(patient, thread.id, text);
      equal(body, text, `"${name}" in the answer`);
      equal((await messageWith(staff, thread.id, id))?.body, text, `"${name}" as staff read it`);
    }
  });

  test('line ends of every system become one', async ({ patient }) => {
    const { thread } = await ask(patient);
    equal((await write(patient, thread.id, 'one\r\ntwo\rthree\nfour')).body, 'one\ntwo\nthree\nfour', 'the text');
  });

  test('an empty message is invalid, by name', async ({ patient }) => {
    const { thread } = await ask(patient);
    for (const empty of ['', ' \n ']) {
      const { field } = await rejectsWith('invalid', write(patient, thread.id, empty), 'an empty message');
      equal(field, 'body', 'the field');
    }
  });

  test('a reply may be as long as its budget, and one longer is invalid by name', async ({ patient, backend }) => {
    const { thread } = await ask(patient);
    const { items } = await patient.practice!.listReasons(patiently);
    const budget = items.find(({ id }) => id === thread.reason?.id)?.budget;
    if (budget === undefined) return;
    const full = '🫀'.repeat(budget);
    equal((await write(patient, thread.id, full)).body.length, full.length, 'the length that was kept');
    const { field } = await rejectsWith('invalid', write(patient, thread.id, `${full}x`), 'one over the budget');
    equal(field, 'body', 'the field');
    equal(await backend.countMessages(`${full}x`), 0, 'how many messages over the budget there are');
  });
};
