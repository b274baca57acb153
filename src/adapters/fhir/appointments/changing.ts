import type { VersionedWriteOptions } from '../../../adapter/call-options.js';
import { type Appointment, CareNeed } from '../../../model/appointment.js';
import type { AppointmentId } from '../../../model/appointment-id.js';
import { wrongAt } from '../../shared/written-text.js';
import { fingerprint } from '../changing-thread.js';
import { concept } from '../terms.js';
import { changeOnce } from './act.js';
import { topicIn } from './appointment.js';
import { topicOf } from './booking.js';
import { conflict, type VisitContext } from './visit-context.js';
import { textOf } from './visit-terms.js';

// R4's list of reasons knows who cancelled, and not whether they still need care: that is ours, with words for others.
const WORDS: Readonly<Record<CareNeed, string>> = {
  still: 'Cancelled by the patient, who still needs care',
  'no-longer': 'Cancelled by the patient, who no longer needs care',
  elsewhere: 'Cancelled by the patient, who gets care elsewhere',
  unsure: 'Cancelled by the patient, who wants to be asked whether they need care',
};

/** Cancels a visit, or takes a request back. Its time is given back with it, and offered to nobody by itself. */
export function cancel(
  context: VisitContext,
  { appointment, care }: { readonly appointment: AppointmentId; readonly care: CareNeed },
  given: VersionedWriteOptions,
): Promise<Appointment> {
  if (!CareNeed.safeParse(care).success) throw wrongAt('care');
  return changeOnce(context, appointment, given, fingerprint(['cancel', appointment, care]), ({ canCancel }) => {
    if (!canCancel) throw conflict('appointment');
    return { parts: { status: 'cancelled', cancelationReason: concept('cancellation', care, WORDS[care]) }, frees: true };
  });
}

/** Says what the patient wants to talk about. */
export async function setTopic(
  context: VisitContext,
  { appointment, topic: said }: { readonly appointment: AppointmentId; readonly topic: string },
  given: VersionedWriteOptions,
): Promise<Appointment> {
  const topic = topicOf(said);
  return changeOnce(context, appointment, given, fingerprint(['topic', appointment, topic]), ({ status }, resource) => {
    if (!/^(booked|requested|waiting)$/.test(status)) throw conflict('appointment');
    // What staff have written there stays.
    const isOurs = [undefined, topicIn(resource)].includes(textOf(resource.comment));
    return { parts: isOurs ? { comment: topic } : {}, extensions: { topic } };
  });
}
