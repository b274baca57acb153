import type { CallOptions, WriteOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';
import type { ContactPort } from '../../adapter/ports/contact.js';
import type { ResultsPort } from '../../adapter/ports/results.js';
import type { ContactRequest } from '../../model/contact-request.js';
import type { PersonId } from '../../model/id.js';
import type { Medication } from '../../model/medication.js';
import type { Page } from '../../model/page.js';
import { answersInWords } from '../shared/answers-in-words.js';
import { signsAnswer, wishOf } from '../shared/asked-wish.js';
import { type Json, serialise } from '../shared/serialise.js';
import { storableText, wrongAt, writtenText } from '../shared/written-text.js';
import { transact } from './bundle.js';
import { resultCard } from './cards.js';
import { fingerprint, writtenUnder } from './changing-thread.js';
import type { FhirContext } from './fhir-context.js';
import { at, isResource, listAt, textAt, wordsOf } from './json.js';
import { newThread, receiptFrom } from './new-thread.js';
import { allOf } from './paging.js';
import { checkTaken } from './replying.js';
import { concept, extension, referenceIn } from './terms.js';

const MOST_REFERENCES = 10;

/** Asking a practice something new. */
export function contactCalls(context: FhirContext, readResult: ResultsPort['readResult']): Omit<ContactPort, 'idempotency'> {
  return {
    async send(request, given) {
      const asked = fingerprint(['contact', request]);
      const known = await writtenUnder(context, given, asked);
      if (known) return receiptFrom(context, known, given);
      const entries = await entriesFor(context, request, given, asked, readResult);
      await transact(context.http, entries, given);
      const written = await writtenUnder(context, given, asked);
      // The server has said that it was done, and shows nothing of it: the next try may find it.
      if (!written) throw new AdapterError('unknown-outcome', 'what was sent is not there');
      return receiptFrom(context, written, given);
    },

    listMedications: ({ subject }, given) => listMedications(context, subject, given),
  };
}

async function entriesFor(
  context: FhirContext,
  request: ContactRequest,
  given: WriteOptions,
  asked: string,
  readResult: ResultsPort['readResult'],
): Promise<Json[]> {
  const { subjects, reasons, practice, directory, http } = context;
  checkTaken(context);
  const reason = reasons.find(({ id }) => id === request.reason);
  if (!reason) throw wrongAt('reason');
  const subject = subjects.find(({ id }) => id === request.subject);
  if (!subject) throw wrongAt('subject');
  const recipient = request.recipient === undefined ? reason.receiver?.first : directory.person(request.recipient);
  // FHIR does not say who answers how: whoever works there answers messages, unless the host says otherwise.
  const isAnswering = recipient?.kind === 'staff' && (recipient.answers ?? 'messages') === 'messages';
  if (request.recipient !== undefined && !isAnswering) throw wrongAt('recipient');
  const reply = wishOf(reason, request);
  const now = new Date(http.now()).toISOString();
  const signs = signsAnswer(reason, request, subject, { now, zone: practice.zone });
  const answers = [...signs, ...answersInWords(reason.fields, request.answers, 'answers')];
  const checked = reason.promptRequired ? writtenText : storableText;
  const body = checked(request.body, { field: 'body', budget: reason.budget });

  const references = request.references ?? [];
  if (references.length > MOST_REFERENCES || (references.length > 0 && !reason.references.includes('result'))) {
    throw wrongAt('references');
  }
  // Each once, however often it is named.
  const named = [...new Set(references)];
  const cards = await Promise.all(
    named.map((id) => resultCard(context, id, subject.id, `references.${references.indexOf(id)}`, given, readResult)),
  );

  const thread = {
    topic: concept('reason', reason.id, reason.label),
    subject: { reference: subject.id, display: subject.name },
    ...(recipient && referenceIn(recipient.id) && { recipient: [{ reference: recipient.id, display: recipient.name }] }),
    ...(reply && { extension: [extension('reply', serialise(reply))], note: [{ text: wishInWords(reply) }] }),
  };
  return newThread(context, { thread, message: { body, answers, cards }, now, key: given.key, request: asked });
}

/** How somebody wants to be answered, for whoever reads no extension of ours. */
const wishInWords = ({ channel, from, phone, windows }: NonNullable<ContactRequest['reply']>): string =>
  ['Answer wanted:', channel, 'from', from, phone, ...windows].filter(Boolean).join(' ');

async function listMedications({ http, subjects, isStaff }: FhirContext, subject: PersonId, given: CallOptions): Promise<Page<Medication>> {
  given.signal.throwIfAborted();
  const id = referenceIn(subject)?.replace('Patient/', '');
  if (id === undefined || !(isStaff || subjects.some((each) => each.id === subject))) {
    throw new AdapterError('not-found', 'not somebody you ask about');
  }
  const path = `MedicationRequest?patient=${id}&intent=order&status=active&_include=MedicationRequest:medication`;
  const { matches, included } = await allOf(http, path, given);
  const medicines = new Map(included.filter(isResource).map((each) => [`${each.resourceType}/${String(each.id)}`, each]));
  const items = matches.flatMap((order) => {
    const reference = textAt(order, 'medicationReference.reference');
    const contained = listAt(order, 'contained').find((each) => `#${textAt(each, 'id')}` === reference);
    const medicine = contained ?? medicines.get(reference ?? '');
    const code = at(medicine, 'code') ?? order.medicationCodeableConcept;
    const name = wordsOf(code) ?? textAt(order, 'medicationReference.display');
    return name === undefined ? [] : [{ name }];
  });
  return { items };
}
