import type { Connection } from '../adapter/adapter.js';
import type { MessageId, ThreadId } from '../model/id.js';
import type { Message } from '../model/message.js';
import { claim, equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { aRequest, ask, askAndClose, messageWith, newWords, once, patiently, write } from './steps.js';

/** Words that somebody thought better of. */
export const changingSuite: Suite = (test, has) => {
  if (has('patient', 'messages.amend')) {
    test('an amended message says what it says now, and what it said before and until when', async ({
      patient,
      staff,
    }) => {
      const { thread } = await ask(patient);
      const { id, body: first, sentAt } = await write(staff, thread.id);
      const bodies = [newWords(), newWords()];
      for (const body of bodies) equal((await amend(staff, thread.id, id, body)).body, body, 'the answer');
      const seen = (await messageWith(patient, thread.id, id))!;
      equal([seen.body, seen.sentAt], [bodies[1], sentAt], 'the message');
      equal(
        seen.amendments.map(({ body }) => body),
        [first, bodies[0]],
        'what it said, oldest first',
      );
      for (const { until } of seen.amendments)
        claim(Date.parse(until) >= Date.parse(sentAt), 'it should have said so until later');
      const { lastMessage } = await patient.messages!.readThread(thread.id, patiently);
      claim(lastMessage!.snippet.startsWith(bodies[1]!.slice(0, 20)), 'the list should say what it says now');
    });

    test('a change raises the version, and the same words change nothing', async ({ patient }) => {
      const { thread, message } = await ask(patient);
      const version = async () => (await patient.messages!.readThread(thread.id, patiently)).version;
      const before = await version();
      equal((await amend(patient, thread.id, message.id, message.body)).amendments, [], 'what it said before');
      equal(await version(), before, 'the version');
      await amend(patient, thread.id, message.id, newWords());
      if (before !== undefined) claim((await version()) !== before, 'the version should be another');
    });

    test('F03 one key amends once, however often it is sent', async ({ patient }) => {
      const { thread, message } = await ask(patient);
      const [change, options] = [{ thread: thread.id, message: message.id, body: newWords() }, once()];
      await patient.messages!.amend(change, options);
      await amend(patient, thread.id, message.id, newWords());
      await patient.messages!.amend(change, options);
      equal((await messageWith(patient, thread.id, message.id))?.amendments.length, 2, 'how often it was amended');
    });

    test('words that are empty or too long are invalid, by name, and leave the message as it is', async ({
      patient,
    }) => {
      const { thread, message } = await ask(patient);
      for (const body of ['', ' \n ', 'x'.repeat(751)]) {
        equal(
          (await rejectsWith('invalid', amend(patient, thread.id, message.id, body), 'such words')).field,
          'body',
          'the field',
        );
      }
      equal((await messageWith(patient, thread.id, message.id))?.body, message.body, 'the message');
    });
  }

  if (has('patient', 'messages.retract')) {
    test('a retracted message keeps its place and none of its words', async ({ patient, staff }) => {
      const { thread, message } = await ask(patient);
      const { id } = await write(patient, thread.id);
      for (const each of [message.id, id])
        claim(!!(await retract(patient, thread.id, each)).retractedAt, 'it should say when');
      const [first, second] = [
        await messageWith(staff, thread.id, message.id),
        await messageWith(staff, thread.id, id),
      ];
      equal([first?.body, first?.answers, first?.cards, first?.amendments], ['', [], [], []], 'what is left of it');
      claim(!!second?.retractedAt && second.author.id === patient.me.id, 'that it was there should stay to be seen');
      equal((await staff.messages!.readThread(thread.id, patiently)).lastMessage?.snippet, '', 'what the list says');
    });

    test('F03 what is sent again after it was taken back is answered with none of its words', async ({ patient }) => {
      const [request, draft] = [await aRequest(patient), { body: newWords() }];
      const [asking, replying] = [once(), once()];
      const { thread, message } = await patient.contact!.send(request, asking);
      const reply = await patient.messages!.send({ thread: thread.id, ...draft }, replying);
      for (const { id } of [message, reply]) await retract(patient, thread.id, id);
      const again = await patient.contact!.send(request, asking);
      const replied = await patient.messages!.send({ thread: thread.id, ...draft }, replying);
      equal([again.message.id, replied.id], [message.id, reply.id], 'the messages sent again');
      for (const { body, answers, retractedAt } of [again.message, replied]) {
        equal([body, answers], ['', []], 'what is left of them');
        claim(!!retractedAt, 'it should say when they were taken back');
      }
      equal(again.thread.lastMessage?.snippet, '', 'what the thread says last');
    });

    test('F03 one key retracts once, and what is retracted is not changed again', async ({ patient }) => {
      const { thread, message } = await ask(patient);
      const [change, options] = [{ thread: thread.id, message: message.id }, once()];
      const { retractedAt } = await patient.messages!.retract(change, options);
      equal((await patient.messages!.retract(change, options)).retractedAt, retractedAt, 'when it was taken back');
      await rejectsWith('conflict', retract(patient, thread.id, message.id), 'retracting again');
      if (!has('patient', 'messages.amend')) return;
      await rejectsWith('conflict', amend(patient, thread.id, message.id, newWords()), 'amending what is gone');
    });
  }

  for (const [name, change] of Object.entries({ amend, retract })) {
    if (!has('patient', `messages.${name}`)) continue;

    test(`nobody can ${name} the words of another, or what is not there`, async ({ patient, staff, stranger }) => {
      const { thread, message } = await ask(patient);
      const { thread: other } = await ask(patient);
      await rejectsWith('forbidden', change(staff, thread.id, message.id, newWords()), "a patient's words");
      await rejectsWith('not-found', change(stranger, thread.id, message.id, newWords()), "a stranger's words");
      for (const [place, id] of [
        [other.id, message.id],
        [thread.id, 'no-such-message' as MessageId],
      ] as const) {
        const { field } = await rejectsWith(
          'invalid',
          change(patient, place, id, newWords()),
          'a message that is not there',
        );
        equal(field, 'message', 'the field');
      }
      equal((await messageWith(patient, thread.id, message.id))?.body, message.body, 'the message');
    });

    if (!has('staff', 'queue.close')) continue;
    test(`nobody can ${name} their words once the thread is over`, async ({ patient, staff }) => {
      const { thread, message } = await askAndClose(patient, staff);
      await rejectsWith('conflict', change(patient, thread.id, message.id, newWords()), 'what is over');
    });
  }
};

const amend = ({ messages }: Connection, thread: ThreadId, message: MessageId, body: string): Promise<Message> =>
  messages!.amend({ thread, message, body }, once());

const retract = ({ messages }: Connection, thread: ThreadId, message: MessageId, _body?: string): Promise<Message> =>
  messages!.retract({ thread, message }, once());
