import { AdapterError } from '../../adapter/errors.js';
import type { Card } from '../../model/card.js';
import type { MessageId } from '../../model/id.js';
import type { Message } from '../../model/message.js';
import { CardDraft, type MessageDraft } from '../../model/message-draft.js';
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
    if (draft.kind === 'detail-request')
      return { kind: draft.kind, label: draft.fields[0]!.label, fields: draft.fields };
    const linked = backend.peek(draft.thread);
    if (linked?.subject.id !== subject.id || linked.practice.id !== practice.id) throw wrongAt(`cards.${place}.thread`);
    return linkTo(linked);
  });
}

/** A card that leads to a thread. */
export const linkTo = ({ id, title }: ThreadRecord): Card => ({
  kind: 'thread-link',
  label: title,
  fields: [],
  thread: id,
});

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
