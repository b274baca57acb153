import { AdapterError } from '../../adapter/errors.js';
import type { OfferId } from '../../model/appointment-id.js';
import type { Card } from '../../model/card.js';
import type { Field } from '../../model/field.js';
import type { MessageId, PersonId, ResultId } from '../../model/id.js';
import type { Message } from '../../model/message.js';
import { CardDraft, type MessageDraft } from '../../model/message-draft.js';
import { TimeWindow } from '../../model/reply-wish.js';
import { resultLabel } from '../../model/result-label.js';
import type { Session } from '../../model/session.js';
import { answersInWords } from './memory-answers.js';
import { placeOf, type MemoryBackend } from './memory-backend.js';
import { wrongAt } from './memory-text.js';
import { isStaff, type ThreadRecord } from './thread-record.js';

const MOST_CARDS = 5;

/** The cards of a reply as they are kept, with their labels. */
export function cardsOf(
  backend: MemoryBackend,
  session: Session,
  { practice, subject }: ThreadRecord,
  drafts: MessageDraft['cards'] = [],
): Card[] {
  if (drafts.length === 0) return [];
  if (!isStaff(session.me)) throw new AdapterError('forbidden', 'memory: patients send no cards');
  if (drafts.length > MOST_CARDS) throw wrongAt('cards');
  return drafts.map((given, place) => {
    const { data: draft } = CardDraft.safeParse(given);
    if (!draft) throw wrongAt(`cards.${place}`);
    if (draft.kind === 'detail-request') {
      checkAnswerable(draft.fields, `cards.${place}.fields`);
      return { kind: draft.kind, label: draft.fields[0]!.label, fields: draft.fields };
    }
    if (draft.kind === 'result') return resultCard(backend, subject.id, draft.result, `cards.${place}.result`);
    if (draft.kind === 'slot-offer') return offerCard(backend, subject.id, draft.offer, `cards.${place}.offer`);
    if (draft.kind !== 'thread-link') throw wrongAt(`cards.${place}.kind`);
    const linked = backend.peek(draft.thread);
    if (linked?.subject.id !== subject.id || linked.practice.id !== practice.id) throw wrongAt(`cards.${place}.thread`);
    return linkTo(linked);
  });
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

/** A card that leads to a thread. */
export const linkTo = ({ id, title }: ThreadRecord): Card => ({
  kind: 'thread-link',
  label: title,
  fields: [],
  thread: id,
});

/** A card that stands for a result of a subject. Of somebody else's, or of none, `path` is wrong. */
export function resultCard({ results, practice }: MemoryBackend, subject: PersonId, id: ResultId, path: string): Card {
  const result = results.peek(id)?.result;
  if (result?.subject.id !== subject) throw wrongAt(path);
  return { kind: 'result', label: resultLabel(result, practice.zone), fields: [], result: id };
}

/** A card of times that are offered to a subject. Of somebody else's, or of none, `path` is wrong. */
function offerCard({ visits }: MemoryBackend, subject: PersonId, id: OfferId, path: string): Card {
  const offer = visits.offers.get(id);
  if (offer?.subject.id !== subject) throw wrongAt(path);
  return { kind: 'slot-offer', label: `Times for: ${offer.label}`, fields: [], offer: id };
}

/** What a detail request was answered with, in words, and how to note on its card that it was. */
export function detailOf(
  { me }: Session,
  record: ThreadRecord,
  detail: NonNullable<MessageDraft['detail']>,
): { readonly answers: Message['answers']; readonly note: (answeredBy: MessageId) => void } {
  if (isStaff(me)) throw new AdapterError('forbidden', 'memory: staff do not answer what they asked');
  const place = placeOf(record, detail.message);
  const asked = record.entries[place] as Message | undefined;
  const requests = asked?.cards.filter(({ kind }) => kind === 'detail-request') ?? [];
  if (!asked || requests.length === 0) throw wrongAt('detail.message');
  const card = requests.find(({ answeredBy }) => !answeredBy);
  if (!card) throw new AdapterError('conflict', 'memory: that was answered already');
  return {
    answers: answersInWords(card.fields, detail.answers, 'detail.answers'),
    // Entries are replaced and never changed, since a scenario may hold them too.
    note: (answeredBy) => {
      const cards = asked.cards.map((each) => (each === card ? { ...card, answeredBy } : each));
      record.entries[place] = { ...asked, cards };
    },
  };
}
