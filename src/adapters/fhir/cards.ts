import type { CallOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';
import type { ResultsPort } from '../../adapter/ports/results.js';
import type { Card } from '../../model/card.js';
import type { Field } from '../../model/field.js';
import type { PersonId, ResultId } from '../../model/id.js';
import type { Message } from '../../model/message.js';
import { CardDraft, type MessageDraft } from '../../model/message-draft.js';
import { TimeWindow } from '../../model/reply-wish.js';
import { resultLabel } from '../../model/result-label.js';
import { answersInWords } from '../shared/answers-in-words.js';
import { wrongAt } from '../shared/written-text.js';
import { entryOf } from './communication.js';
import type { FhirContext } from './fhir-context.js';
import { wordsOf } from './json.js';
import { later } from './later.js';
import { lineIn } from './lines.js';
import { referenceIn } from './terms.js';
import { stateOf, type ThreadState } from './thread-state.js';

const MOST_CARDS = 5;
const visits = later(() => import('./appointments/calls.js'));

/** The cards of a reply as they are kept, with their labels. */
export async function cardsOf(
  context: FhirContext,
  { head }: ThreadState,
  drafts: MessageDraft['cards'] = [],
  given: CallOptions,
  readResult: ResultsPort['readResult'],
): Promise<Card[]> {
  if (drafts.length === 0) return [];
  if (!context.isStaff) throw new AdapterError('forbidden', 'patients send no cards');
  if (drafts.length > MOST_CARDS) throw wrongAt('cards');
  const subject = referenceIn(head.subject) as PersonId;
  return Promise.all(
    drafts.map(async (unchecked, place) => {
      const { data: draft } = CardDraft.safeParse(unchecked);
      if (!draft) throw wrongAt(`cards.${place}`);
      if (draft.kind === 'detail-request') {
        checkAnswerable(draft.fields, `cards.${place}.fields`);
        return { kind: draft.kind, label: draft.fields[0]!.label, fields: draft.fields };
      }
      if (draft.kind === 'result') {
        return resultCard(context, draft.result, subject, `cards.${place}.result`, given, readResult);
      }
      if (draft.kind === 'slot-offer') {
        // What reads offers is fetched with the first of them.
        const { readOffer } = (await visits()).visitCalls(context).appointments;
        const offer = await readOffer(draft.offer, given).catch(unlessThere);
        if (offer?.subject.id !== subject) throw wrongAt(`cards.${place}.offer`);
        return { kind: draft.kind, label: `Times for: ${offer.label}`, fields: [], offer: draft.offer };
      }
      if (draft.kind !== 'thread-link') throw wrongAt(`cards.${place}.kind`);
      const linked = await stateOf(context, draft.thread, given).catch(unlessThere);
      if (referenceIn(linked?.head.subject) !== subject) throw wrongAt(`cards.${place}.thread`);
      return { kind: draft.kind, label: wordsOf(linked!.head.topic) ?? '', fields: [], thread: draft.thread };
    }),
  );
}

/** A card of a result that must be of somebody. */
export async function resultCard(
  { practice }: FhirContext,
  id: ResultId,
  subject: PersonId,
  path: string,
  given: CallOptions,
  readResult: ResultsPort['readResult'],
): Promise<Card> {
  const result = await readResult(id, given).catch(unlessThere);
  if (result?.subject.id !== subject) throw wrongAt(path);
  return { kind: 'result', label: resultLabel(result, practice.zone), fields: [], result: id };
}

function unlessThere(error: unknown): undefined {
  if (!(error instanceof AdapterError) || !/not-found|gone|forbidden/.test(error.code)) throw error;
}

/** What is asked must be something that can be answered, in one way only. */
function checkAnswerable(fields: readonly Field[], path: string): void {
  fields.forEach(({ kind, choices }, place) => {
    const wantsChoices = kind === 'choice' || kind === 'choices';
    const isWrong = (wantsChoices && choices.length === 0) || hasTwice(choices.map(({ value }) => value));
    if (isWrong) throw wrongAt(`${path}.${place}.choices`);
    const wrong = choices.findIndex(({ value }) => kind === 'time-windows' && !TimeWindow.safeParse(value).success);
    if (wrong >= 0) throw wrongAt(`${path}.${place}.choices.${wrong}.value`);
  });
  // No file can be sent yet, so that nobody could answer a request for nothing else.
  const isForFiles = fields.every(({ kind }) => kind === 'attachment');
  if (isForFiles || hasTwice(fields.map(({ id }) => id))) throw wrongAt(path);
}

const hasTwice = (values: readonly string[]): boolean => new Set(values).size < values.length;

/** What a detail request is answered with, in words. */
export async function detailOf(
  context: FhirContext,
  { head }: ThreadState,
  detail: NonNullable<MessageDraft['detail']>,
  given: CallOptions,
): Promise<{ readonly answers: Message['answers'] }> {
  if (context.isStaff) throw new AdapterError('forbidden', 'staff do not answer what they asked');
  const line = await lineIn(context, String(head.id), detail.message, given);
  const asked = line && (entryOf(line, head, context) as Message);
  const requests = asked?.cards?.filter(({ kind }) => kind === 'detail-request') ?? [];
  if (requests.length === 0) throw wrongAt('detail.message');
  const card = requests.find(({ answeredBy }) => !answeredBy);
  if (!card) throw new AdapterError('conflict', 'that was answered already');
  return { answers: answersInWords(card.fields, detail.answers, 'detail.answers') };
}
