import { dueDate } from '../model/due-date.js';
import type { ReasonId } from '../model/id.js';
import { claim, equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { aReason, aRequest, ask, entriesOf, messageWith, newWords, once, patiently } from './steps.js';
import { VECTORS } from './vectors.js';

/** Asking a practice something new. */
export const contactSuite: Suite = (test, has) => {
  if (!has('patient', 'contact.send')) return;

  test('a request becomes a thread that waits for the practice', async ({ patient }) => {
    const { thread, message } = await ask(patient);
    equal(thread.state, 'open', 'the state');
    equal(thread.custody.state, 'waiting', 'who has it');
    equal(thread.custody.holder ?? undefined, undefined, 'its holder');
    equal(thread.turn, 'practice', 'whose turn it is');
    equal(thread.subject.id, patient.me.id, 'whom it is about');
    claim(thread.title.trim() !== '', 'it should have a title');
    equal(message.thread, thread.id, 'the thread of the message');
    equal(message.author.id, patient.me.id, 'the author');
    equal(message.onBehalfOf ?? undefined, undefined, 'on whose behalf one writes for oneself');
  });

  test('a request carries its promise: its reason, its receiver, and when it is due', async ({ patient }) => {
    const reason = await aReason(patient);
    const practice = await patient.practice!.readPractice(patiently);
    const { thread, message } = await ask(patient);
    equal(thread.reason?.id, reason.id, 'the reason');
    claim(reason.receiver !== undefined, 'the reason should say who reads first');
    const due = reason.promise && dueDate(message.sentAt, practice, reason.promise);
    equal(thread.dueAt && Date.parse(thread.dueAt), due && Date.parse(due), 'when it is due');
  });

  test('a request is in the list of who sent it, and readable', async ({ patient }) => {
    const { thread, message } = await ask(patient);
    const { items } = await patient.messages!.listThreads({}, patiently);
    equal(items[0]?.id, thread.id, 'the first thread listed');
    equal((await messageWith(patient, thread.id, message.id))?.body, message.body, 'the message in the thread');
  });

  test('answers are kept in words, in the order of the form', async ({ patient }) => {
    const [reason, request] = await Promise.all([aReason(patient), aRequest(patient)]);
    const { message } = await patient.contact!.send({ ...request, answers: request.answers.toReversed() }, once());
    const labels = reason.fields.filter(({ required }) => required).map(({ label }) => label);
    // What was said of the signs of danger comes first, where they were asked.
    equal(
      message.answers.slice(-labels.length).map(({ label }) => label),
      labels,
      'what was asked',
    );
    for (const { value } of message.answers) claim(value.trim() !== '', 'an answer should have words');
  });

  test('a parent writes for a child: one writes, the other is the subject', async ({ parent, staff }) => {
    const child = parent.subjects[1]!;
    const { thread, message } = await ask(parent, newWords(), child.id);
    equal(thread.subject.id, child.id, 'whom it is about');
    equal(message.author.id, parent.me.id, 'who wrote');
    equal(message.onBehalfOf?.id, child.id, 'on whose behalf');
    const seen = await messageWith(staff, thread.id, message.id);
    equal(seen?.onBehalfOf?.id, child.id, 'on whose behalf, as staff read it');
  });

  test('a stranger is nobody to write about', async ({ stranger, patient }) => {
    const call = aRequest(stranger, newWords(), patient.me.id);
    const sent = call.then((request) => stranger.contact!.send(request, once()));
    await rejectsWith(['invalid', 'forbidden', 'not-found'], sent, 'writing about a stranger');
  });

  test('a reason nobody offers is invalid, by name', async ({ patient }) => {
    const request = { ...(await aRequest(patient)), reason: 'no-such-reason' as ReasonId };
    const { field } = await rejectsWith('invalid', patient.contact!.send(request, once()), 'an unknown reason');
    equal(field, 'reason', 'the field');
  });

  test('F03 one key makes one thread, however often it is sent', async ({ patient, backend }) => {
    const request = await aRequest(patient);
    const options = once();
    const first = await patient.contact!.send(request, options);
    const again = await Promise.all([1, 2, 3].map(() => patient.contact!.send(request, options)));
    for (const { thread, message } of again) {
      equal([thread.id, message.id], [first.thread.id, first.message.id], 'what a repeated request became');
    }
    equal(await backend.countMessages(request.body), 1, 'how many messages there are');
  });

  test('F03 one key makes one thread, sent several times at once', async ({ patient, backend }) => {
    const request = await aRequest(patient);
    const options = once();
    const all = await Promise.all([1, 2, 3, 4].map(() => patient.contact!.send(request, options)));
    equal(new Set(all.map(({ message }) => message.id)).size, 1, 'how many different messages were answered');
    equal(await backend.countMessages(request.body), 1, 'how many messages there are');
  });

  test('F11 a key used with other words is a conflict', async ({ patient, backend }) => {
    const request = await aRequest(patient);
    const options = once();
    await patient.contact!.send(request, options);
    const other = { ...request, body: newWords() };
    await rejectsWith('conflict', patient.contact!.send(other, options), 'other words under the same key');
    equal(await backend.countMessages(other.body), 0, 'how many of the other words there are');
  });

  test('I01 text comes back exactly', async ({ patient, staff }) => {
    for (const [name, text] of Object.entries(VECTORS)) {
      const { thread, message } = await ask(patient, text);
      equal(message.body, text, `"${name}" in the receipt`);
      const [entry] = await entriesOf(staff, thread.id);
      equal(entry?.type === 'message' && entry.body, text, `"${name}" as staff read it`);
    }
  });

  test('a text as long as its budget is taken, and one longer is invalid by name', async ({ patient, backend }) => {
    const { budget } = await aReason(patient);
    // Each of these is one character to people, one code point to us, and two units to JavaScript.
    const full = '🫀'.repeat(budget);
    const { message } = await ask(patient, full);
    equal(message.body.length, full.length, 'the length that was kept');
    const { field } = await rejectsWith('invalid', ask(patient, `${full}x`), 'a text one over its budget');
    equal(field, 'body', 'the field');
    equal(await backend.countMessages(`${full}x`), 0, 'how many messages over the budget there are');
  });
};
