import type { ContactRequest, Receipt, SendKey } from 'carethread/model';
import { Problem } from '../problems.js';
import { storableText, writtenText } from '../text.js';
import { referencedCards } from '../results/result-cards.js';
import type { Act } from './act.js';
import { answersInWords, titleOf } from './answers.js';
import { openThread } from './open-thread.js';
import { requireOpen } from './practice-now.js';
import { askedSigns } from './red-flags.js';
import { wishFor, type AskedWish } from './wish.js';

/** A contact request as it comes in. */
export type AskedRequest = Omit<ContactRequest, 'reply'> & { readonly reply?: AskedWish | undefined };

/** A patient asks the practice something new: a thread with its first message, waiting in the practice's queue. */
export async function ask(act: Act, request: AskedRequest, key: SendKey | null): Promise<Receipt> {
  const { reader: { record, isStaff, subjects }, now } = act;
  if (isStaff) throw new Problem('forbidden');
  const subject = subjects.find(({ id }) => id === request.subject);
  if (!subject) throw new Problem('invalid', { field: 'subject' });
  const reason = record.entry.reasons.find(({ id }) => id === request.reason);
  if (!reason) throw new Problem('invalid', { field: 'reason' });
  await requireOpen(act);
  const { recipient } = request;
  if (recipient !== undefined && !record.staff.some(({ id, answers }) => id === recipient && answers === 'messages')) {
    throw new Problem('invalid', { field: 'recipient' });
  }
  const cards = await referencedCards(act, reason, request);
  const answers = answersInWords(reason.fields, request.answers);
  const reply = request.reply && wishFor(reason, request.reply);
  const signs = askedSigns(reason, request.redFlags, { ...subject, zone: record.practice.zone, now });
  const checked = reason.promptRequired ? writtenText : storableText;
  const body = checked(request.body, { field: 'body', budget: reason.budget });
  const medications = record.entry.patients.find(({ id }) => id === subject.id)?.medications ?? [];
  return openThread(
    act,
    {
      subject: subject.id,
      reason: reason.id,
      reason_label: reason.label,
      title: titleOf(reason, request.answers, medications.map(({ name }) => name)),
      recipient: recipient ?? null,
      reply: reply === undefined ? null : JSON.stringify(reply),
      continues: null,
    },
    { body, answers: [...signs, ...answers], cards, key },
  );
}
