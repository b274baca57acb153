import type { Connection } from '../adapter/adapter.js';
import type { Field } from '../model/field.js';
import type { MessageId, ThreadId } from '../model/id.js';
import type { Message } from '../model/message.js';
import type { CardDraft, MessageDraft } from '../model/message-draft.js';
import { equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { ask, messageWith, newWords, once, patiently, write } from './steps.js';

const field = (id: string, kind: Field['kind'], label: string, required: boolean): Field => ({
  id,
  kind,
  label,
  required,
  choices: kind === 'choice' ? [{ value: 'a', label: 'Corner Pharmacy' }] : [],
});

const REQUEST: CardDraft = {
  kind: 'detail-request',
  fields: [field('where', 'choice', 'Which pharmacy?', true), field('soon', 'yes-no', 'Is it urgent?', false)],
};

/** What can be acted on in a message: details asked and given, and links. */
export const cardsSuite: Suite = (test, has) => {
  if (!has('patient', 'messages.send') || !has('staff', 'messages.send')) return;

  test('a detail is asked in the thread and answered in place, once', async ({ patient, staff }) => {
    const { thread } = await ask(patient);
    const asked = await sendTo(staff, thread.id, { cards: [REQUEST] });
    equal([asked.cards[0]?.kind, asked.cards[0]?.label], ['detail-request', 'Which pharmacy?'], 'the card');
    const seen = (await messageWith(patient, thread.id, asked.id))?.cards[0];
    equal(
      seen?.fields.map(({ id }) => id),
      ['where', 'soon'],
      'what is asked, as the patient reads it',
    );
    equal((await patient.messages!.readThread(thread.id, patiently)).turn, 'patient', 'whose turn it is');

    const answers = [
      { field: 'soon', value: 'no' },
      { field: 'where', value: 'a' },
    ];
    const given = await sendTo(patient, thread.id, { detail: { message: asked.id, answers } });
    const words = [
      ['Which pharmacy?', 'Corner Pharmacy'],
      ['Is it urgent?', 'No'],
    ];
    equal(
      (await messageWith(staff, thread.id, given.id))?.answers.map(({ label, value }) => [label, value]),
      words,
      'the answers in words',
    );
    equal((await messageWith(staff, thread.id, asked.id))?.cards[0]?.answeredBy, given.id, 'what answered it');
    equal((await patient.messages!.readThread(thread.id, patiently)).turn, 'practice', 'whose turn it is then');
    await rejectsWith(
      'conflict',
      sendTo(patient, thread.id, { detail: { message: asked.id, answers } }),
      'answering again',
    );
  });

  test('F03 one key answers a detail once, however often it is sent', async ({ patient, staff }) => {
    const { thread } = await ask(patient);
    const { id } = await sendTo(staff, thread.id, { cards: [REQUEST] });
    const draft = { thread: thread.id, body: '', detail: { message: id, answers: [{ field: 'where', value: 'a' }] } };
    const options = once();
    const first = await patient.messages!.send(draft, options);
    equal((await patient.messages!.send(draft, options)).id, first.id, 'the answer sent again');
    const other = {
      ...draft,
      detail: { ...draft.detail, answers: [...draft.detail.answers, { field: 'soon', value: 'yes' }] },
    };
    await rejectsWith('conflict', patient.messages!.send(other, options), 'another answer under the same key');
  });

  test('a detail that is wrong or missing is invalid, by its place', async ({ patient, staff }) => {
    const { thread, message } = await ask(patient);
    const { id } = await sendTo(staff, thread.id, { cards: [REQUEST] });
    const wrong: [MessageId, { field: string; value: string }[], string][] = [
      [id, [{ field: 'where', value: 'nowhere' }], 'detail.answers.0.value'],
      [id, [{ field: 'soon', value: 'no' }], 'detail.answers.where'],
      [
        id,
        [
          { field: 'where', value: 'a' },
          { field: 'else', value: 'a' },
        ],
        'detail.answers.1.field',
      ],
      [message.id, [], 'detail.message'],
      ['no-such-message' as MessageId, [], 'detail.message'],
    ];
    for (const [asked, answers, name] of wrong) {
      const sent = sendTo(patient, thread.id, { detail: { message: asked, answers } });
      equal((await rejectsWith('invalid', sent, 'a wrong detail')).field, name, 'the field');
    }
    const answers = [{ field: 'where', value: 'a' }];
    await rejectsWith(
      'forbidden',
      sendTo(staff, thread.id, { detail: { message: id, answers } }),
      'staff answering themselves',
    );
    await sendTo(patient, thread.id, { detail: { message: id, answers } });
  });

  test('a request for details that nobody could answer is invalid, by its place', async ({ patient, staff }) => {
    const { thread } = await ask(patient);
    const choice = (value: string) => ({ value, label: value });
    const asking = (kind: Field['kind'], ...values: string[]): Field => ({
      ...field('which', kind, 'Which?', true),
      choices: values.map(choice),
    });
    const wrong: [Field[], string][] = [
      [[asking('time-windows', '12:00-13:00', 'noon')], 'cards.0.fields.0.choices.1.value'],
      [[asking('choice', 'a', 'a')], 'cards.0.fields.0.choices'],
      [[asking('choices')], 'cards.0.fields.0.choices'],
      [[asking('text'), asking('yes-no')], 'cards.0.fields'],
      [[asking('attachment')], 'cards.0.fields'],
    ];
    for (const [fields, name] of wrong) {
      const sent = sendTo(staff, thread.id, { cards: [{ kind: 'detail-request', fields }] });
      equal((await rejectsWith('invalid', sent, 'such a request')).field, name, 'the field');
    }
  });

  if (has('patient', 'messages.retract')) {
    test('what a message answered that was taken back can be answered again', async ({ patient, staff }) => {
      const { thread } = await ask(patient);
      const { id } = await sendTo(staff, thread.id, { cards: [REQUEST] });
      const detail = { message: id, answers: [{ field: 'where', value: 'a' }] };
      const first = await sendTo(patient, thread.id, { detail });
      await patient.messages!.retract({ thread: thread.id, message: first.id }, once());
      const answeredBy = async () => (await messageWith(staff, thread.id, id))?.cards[0]?.answeredBy ?? undefined;
      equal(await answeredBy(), undefined, 'what answered it');
      const second = await sendTo(patient, thread.id, { detail });
      equal(await answeredBy(), second.id, 'what answered it then');
    });
  }

  test("a link leads to a thread of the same person, under its title, and to nobody else's", async (stage) => {
    const { patient, stranger, staff } = stage;
    const [{ thread }, other, elsewhere] = [await ask(patient), await ask(patient), await ask(stranger)];
    const { cards } = await sendTo(staff, thread.id, { cards: [{ kind: 'thread-link', thread: other.thread.id }] });
    const [card] = cards;
    equal([card?.kind, card?.label, card?.thread], ['thread-link', other.thread.title, other.thread.id], 'the card');
    for (const id of [elsewhere.thread.id, 'no-such-thread' as ThreadId]) {
      const sent = sendTo(staff, thread.id, { cards: [{ kind: 'thread-link', thread: id }] });
      equal((await rejectsWith('invalid', sent, 'a link to somewhere else')).field, 'cards.0.thread', 'the field');
    }
  });

  test('patients send no cards', async ({ patient, backend }) => {
    const { thread } = await ask(patient);
    const draft = { body: newWords(), cards: [REQUEST] };
    await rejectsWith('forbidden', sendTo(patient, thread.id, draft), 'a card from a patient');
    equal(await backend.countMessages(draft.body), 0, 'how many messages there are');
  });

  test('a message says what its author is to the subject, and staff are nothing to them', async ({ parent, staff }) => {
    for (const { id, relationship } of parent.subjects) {
      const { thread, message } = await ask(parent, newWords(), id);
      const reply = await write(parent, thread.id);
      equal([message.relationship, reply.relationship], [relationship, relationship], 'the relationship');
      equal((await write(staff, thread.id)).relationship ?? undefined, undefined, 'what staff are');
    }
  });

  test('a patient is told how long a reply may be, and staff are not held to it', async ({ patient, staff }) => {
    const { thread } = await ask(patient);
    equal((await patient.messages!.readThread(thread.id, patiently)).budget, 750, 'the budget');
    equal(
      (await staff.messages!.readThread(thread.id, patiently)).budget ?? undefined,
      undefined,
      'the budget of staff',
    );
    const long = 'x'.repeat(1_000);
    equal((await write(staff, thread.id, long)).body, long, 'a long answer');
  });
};

const sendTo = (reader: Connection, thread: ThreadId, draft: Partial<MessageDraft>): Promise<Message> =>
  reader.messages!.send({ thread, body: '', ...draft }, once());
