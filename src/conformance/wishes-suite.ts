import type { Connection } from '../adapter/adapter.js';
import type { ReplyWish } from '../model/reply-wish.js';
import type { Reason } from '../model/reason.js';
import { claim, equal, rejectsWith } from './assert.js';
import type { Suite } from './harness.js';
import { ask, boxOf, once, patiently, reasonWhere, requestFor } from './steps.js';

const PHONE = '+1 206 555 0181';

/** How a patient wants to be answered and by whom, and what must be asked before. */
export const wishesSuite: Suite = (test, has) => {
  if (!has('patient', 'contact.send')) return;

  test('a wish to be called, when and by whom, is kept, and staff read it', async ({ patient, staff }) => {
    const reason = await reasonWhere(patient, offers('phone'));
    if (!reason) return;
    const windows = reason.reply!.windows.slice(-1);
    const wish: ReplyWish = { channel: 'phone', from: whoOf(reason), phone: PHONE, windows };
    const { thread } = await send(patient, reason, wish);
    equal(partsOf(thread.reply), partsOf(wish), 'the wish');
    equal(partsOf((await staff.messages!.readThread(thread.id, patiently)).reply), partsOf(wish), 'as staff read it');
  });

  test('a wish that is not for a call keeps no number and no hours', async ({ patient }) => {
    const reason = await reasonWhere(patient, offers('message'));
    if (!reason) return;
    const windows = reason.reply!.windows.slice(0, 1);
    const { thread } = await send(patient, reason, { channel: 'message', from: whoOf(reason), phone: PHONE, windows });
    equal(partsOf(thread.reply), ['message', whoOf(reason), null, []], 'the wish');
  });

  test('a wish that the practice does not offer is invalid, by name', async ({ patient }) => {
    const plain = await reasonWhere(patient, ({ reply }) => !reply);
    if (plain) {
      await refused(patient, plain, { channel: 'video', from: 'anyone', windows: [] }, 'reply.channel');
      await refused(patient, plain, { channel: 'message', from: 'doctor', windows: [] }, 'reply.from');
      equal(
        (await send(patient, plain, { channel: 'message', from: 'anyone', windows: [] })).thread.state,
        'open',
        'the state',
      );
    }
    const reason = await reasonWhere(patient, offers('phone'));
    if (!reason) return;
    const call = { channel: 'phone', from: whoOf(reason), phone: PHONE } as const;
    await refused(patient, reason, { ...call, phone: undefined, windows: [] }, 'reply.phone');
    await refused(patient, reason, { ...call, phone: 'at home', windows: [] }, 'reply.phone');
    await refused(patient, reason, { ...call, phone: '(206) ....', windows: [] }, 'reply.phone');
    await refused(patient, reason, { ...call, windows: ['13:00-12:00'] }, 'reply.windows');
    await refused(patient, reason, { ...call, windows: ['at noon'] }, 'reply.windows');
    if (reason.reply!.windows.length > 0)
      await refused(patient, reason, { ...call, windows: ['03:00-03:07'] }, 'reply.windows');
  });

  test('signs of danger must have been asked; that there were none is the first answer', async ({
    patient,
    parent,
  }) => {
    const reason = await reasonWhere(patient, ({ redFlags }) => redFlags !== undefined);
    if (!reason) return;
    const { sentAt } = (await ask(patient)).message;
    for (const reader of [patient, parent]) {
      for (const subject of reader.subjects) {
        const signs = signsFor(reason, subject.birthDate, sentAt);
        const request = requestFor(reader, reason, { subject: subject.id });
        if (signs.length > 0) {
          const unasked = reader.contact!.send({ ...request, redFlags: undefined }, once());
          equal((await rejectsWith('invalid', unasked, 'signs that were not asked')).field, 'redFlags', 'the field');
        }
        const { message } = await reader.contact!.send(request, once());
        const said = message.answers.find(({ label }) => label === 'Signs of danger');
        equal(said?.value, signs.length > 0 ? `None of: ${signs.join('; ')}` : undefined, 'what was asked');
        if (said) equal(message.answers[0], said, 'the first answer');
      }
    }
  });

  if (!has('patient', 'people.listCareTeam')) return;

  test('a request can be for one person, if they answer messages', async ({ patient, staff }) => {
    const reason = (await reasonWhere(patient, () => true))!;
    const { items } = await patient.people!.listCareTeam({ subject: patient.me.id }, patiently);
    const colleagues = has('staff', 'people.listStaff') ? (await staff.people!.listStaff(patiently)).items : [];
    const strangers = [...items, ...colleagues].filter(({ answers }) => answers === 'phone' || answers === 'nobody');
    for (const { id } of [patient.me, ...strangers]) {
      const sent = patient.contact!.send(requestFor(patient, reason, { recipient: id }), once());
      equal(
        (await rejectsWith('invalid', sent, 'a recipient who answers no messages')).field,
        'recipient',
        'the field',
      );
    }
    const recipient = items.findLast(({ answers }) => answers === 'messages')?.id;
    if (recipient === undefined || !has('staff', 'queue.list')) return;
    const { thread } = await patient.contact!.send(requestFor(patient, reason, { recipient }), once());
    const item = (await boxOf(staff, 'waiting')).find((waiting) => waiting.thread.id === thread.id);
    equal(item?.receiver?.id, recipient, 'who is to read it first');
  });
};

const offers =
  (channel: ReplyWish['channel']) =>
  ({ reply }: Reason): boolean =>
    reply?.channels.includes(channel) === true;

const whoOf = ({ reply }: Reason): ReplyWish['from'] => reply?.from.at(-1) ?? 'anyone';

const send = (reader: Connection, reason: Reason, reply: ReplyWish) =>
  reader.contact!.send(requestFor(reader, reason, { reply }), once());

async function refused(reader: Connection, reason: Reason, reply: ReplyWish, name: string): Promise<void> {
  const { field } = await rejectsWith('invalid', send(reader, reason, reply), `a wish with another ${name}`);
  equal(field, name, 'the field');
}

const partsOf = (wish: ReplyWish | undefined): unknown =>
  wish && [wish.channel, wish.from, wish.phone ?? null, wish.windows];

function signsFor({ redFlags }: Reason, birthDate: string | undefined, at: string): readonly string[] {
  const years = Number(at.slice(0, 4)) - Number(birthDate?.slice(0, 4) ?? 0);
  const age = birthDate !== undefined && at.slice(5, 10) < birthDate.slice(5) ? years - 1 : years;
  claim(redFlags !== undefined, 'the reason should have signs of danger');
  return age < redFlags.childUnder ? redFlags.child : redFlags.adult;
}
