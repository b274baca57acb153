import { html, nothing, type TemplateResult } from 'lit';
import type { OutboxItem } from '../../client/outbox-item.js';
import type { CommonWords } from '../../i18n/en/common.js';
import type { InboxWords } from '../../i18n/en/inbox.js';
import { formatDue, formatWhen } from '../../i18n/format.js';
import type { Person } from '../../model/person.js';
import type { Thread } from '../../model/thread.js';
import { icon } from '../../primitives/icon.js';
import { alertIcon, arrowIcon, checkIcon, clockIcon, lockIcon, personIcon } from '../../primitives/icons.js';
import { isolated, nameOf } from '../shared/person-words.js';
import { contactOf, type Turn, whoseTurn } from '../shared/whose-turn.js';

/** What rows are told from. */
export interface RowTelling {
  readonly me: Person;
  readonly text: InboxWords;
  readonly common: CommonWords;
  readonly lang: string;
  /** The practice's. */
  readonly zone: string | undefined;
  readonly now: number;
  /** The thread that is open. */
  readonly current: string | undefined;
  isPast(at: string): boolean;
  /** What is on its way in a thread. */
  sending(thread: Thread): readonly OutboxItem[];
  readonly onSelect: (event: Event) => void;
}

const ICONS: Readonly<Record<Turn, string>> = {
  yours: arrowIcon,
  late: alertIcon,
  practice: clockIcon,
  patient: personIcon,
  answered: checkIcon,
  closed: lockIcon,
};

/** One thread in the list: a button, since rows open in place. Patients read who deals with it, staff whose it is. */
export function threadRow(thread: Thread, telling: RowTelling): TemplateResult {
  const { text, me, lang, now, current } = telling;
  const { id, unread, lastMessage, updatedAt } = thread;
  const [title, who] = me.kind === 'staff' ? staffWords(thread, telling) : patientWords(thread, telling);
  const at = lastMessage?.at ?? updatedAt;
  return html`<li>
    <button
      class=${unread > 0 ? 'thread new' : 'thread'}
      part="thread"
      type="button"
      value=${id}
      aria-current=${id === current ? 'true' : nothing}
      @click=${telling.onSelect}
    >
      <span class="title" part="title"><bdi>${title}</bdi></span>
      <time datetime=${at}>${formatWhen(at, now, { lang })}</time>
      <span class=${unread > 0 ? 'who' : 'who wide'} part="who">${who}</span>
      ${unread > 0
        ? html`<span class="count" part="unread"
            ><span aria-hidden="true">${unread}</span><span class="said">${text.unread(unread)}</span></span
          >`
        : nothing}
      ${lastMessage ? html`<span class="snippet wide">${snippetOf(thread, telling)}</span>` : nothing} ${turnLine(thread, telling)}
    </button>
  </li>`;
}

function patientWords(thread: Thread, { text, common, me }: RowTelling): [string, string] {
  const person = contactOf(thread);
  const name = person ? nameOf(person, common.somebody) : isolated(thread.practice.name);
  const who = person?.title ? text.titled(name, isolated(person.title)) : name;
  const isAboutMe = thread.subject.id === me.id;
  const about = isAboutMe ? '' : text.about(nameOf(thread.subject, text.untitled));
  return [thread.title.trim() || text.untitled, [who, about].filter(Boolean).join('. ')];
}

function staffWords({ title, subject, custody }: Thread, { text, common, me }: RowTelling): [string, string] {
  const { holder, state } = custody;
  const name = holder?.id === me.id ? text.youThere : holder && nameOf(holder, common.somebody);
  const holding = name ? text.heldBy(name) : state === 'waiting' ? text.heldByNobody : '';
  const parts = [isolated(title.trim() || text.untitled), holding].filter(Boolean);
  return [subject.name.trim() || common.somebody, parts.join('. ')];
}

function snippetOf({ lastMessage }: Thread, { text, common, me }: RowTelling): unknown {
  const { author, snippet } = lastMessage!;
  const from = author.id === me.id ? html`${text.from(common.you)} ` : nothing;
  return html`${from}<bdi>${snippet}</bdi>`;
}

function turnLine(thread: Thread, telling: RowTelling): TemplateResult {
  const { text, me, isPast } = telling;
  const unsent = telling.sending(thread).filter(({ state }) => state.status !== 'sent');
  const refused = unsent.some(({ state }) => state.status === 'rejected');
  const turn = whoseTurn(thread, me, isPast);
  const line = (name: string, mark: string, words: string) =>
    html`<span class="turn wide ${name}" part="turn">${icon(mark, { turns: mark === arrowIcon })} ${words}</span>`;
  if (refused) return line('unsent', alertIcon, text.notSent);
  if (unsent.length > 0) return line('waits', clockIcon, text.queued(unsent.length));
  return line(turn, ICONS[turn], turnWords(turn, thread, telling));
}

function turnWords(turn: Turn, { dueAt, custody, state, continuedBy }: Thread, { text, me, now, lang, zone }: RowTelling): string {
  const due = dueAt && formatDue(dueAt, now, { lang, zone });
  const isStaff = me.kind === 'staff';
  switch (turn) {
    case 'yours':
      return isStaff && due ? text.yourTurnUntil(due) : text.yourTurn;
    case 'practice':
      if (!isStaff) return due ? text.withPracticeUntil(due) : text.withPractice;
      return custody.state === 'waiting' ? text.waitingUntil(due) : text.heldUntil(due);
    case 'late':
      return isStaff && dueAt ? text.lateSince(formatWhen(dueAt, now, { lang, zone })) : text.late;
    case 'patient':
      return text.withPatient;
    case 'closed':
      return continuedBy ? text.goesOn : state === 'expired' ? text.expired : text.closed;
    default:
      return text[turn];
  }
}
