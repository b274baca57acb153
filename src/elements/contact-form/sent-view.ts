import { html, nothing, type TemplateResult } from 'lit';
import { formatDay, formatDue, formatList, formatTime, formatTimeWindow } from '../../i18n/format.js';
import type { ContactFormWords } from '../../i18n/en/contact-form.js';
import type { Practice } from '../../model/practice.js';
import type { Reason } from '../../model/reason.js';
import type { Receipt } from '../../model/receipt.js';
import { handoverLine } from '../../primitives/handover-line.js';
import { note } from '../../primitives/note.js';
import { phoneButton } from '../../primitives/phone-link.js';
import { isolated, nameOf } from '../shared/person-words.js';

export interface SentView {
  readonly words: ContactFormWords;
  readonly lang: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly practice: Practice | undefined;
  /** What it was sent for, to say who gets it when needed. */
  readonly reason: Reason | undefined;
  /** Begins another message. */
  readonly another: () => void;
  readonly call: (phone: string) => string;
}

/** What happens next, by whom and by when: as the practice's receipt has it, and not as we would compute it. */
export function sentView({ thread, message }: Receipt, view: SentView): TemplateResult {
  const { words, lang, now, practice, reason } = view;
  const format = { lang, zone: practice?.zone };
  const time = formatTime(message.sentAt, format);
  const due = thread.dueAt && formatDue(thread.dueAt, now, format);
  const { holder } = thread.custody;
  const first = reason?.receiver?.first;
  const then = reason?.receiver?.then;
  return html`${note({ tone: 'done', title: words.sent, text: html`<span class="small">${formatDay(message.sentAt, format)}, ${time}</span>` })}
    <h3>${words.whatNext}</h3>
    ${handoverLine(words.whereItIs, [
      { who: words.you, what: words.sentAt(time), state: 'past' },
      { who: nameOf(holder ?? first, words.thePractice), what: holder || !first ? words.hasItNow : words.firstReader, state: 'now' },
      then && then.id !== holder?.id ? { who: nameOf(then, words.thePractice), what: words.ifNeeded, state: 'later' } : undefined,
      due ? { who: due, what: words.answerDue, state: 'due' } : undefined,
    ])}
    <p class="measure" part="promise">${due ? html`<strong>${words.hearBack(due)}</strong> ` : nothing}${replyWords(thread, view)}</p>
    <div class="row">
      <button class="button" @click=${view.another}>${words.another}</button> ${phoneButton(practice?.phone, view.call)}
    </div>`;
}

/** How the answer comes, as the practice has it. */
function replyWords({ reply }: Receipt['thread'], { words, lang }: SentView): string {
  const { channel = 'message', from = 'anyone', phone, windows = [] } = reply ?? {};
  const times = formatList(windows.map((window) => formatTimeWindow(window, { lang })), lang);
  const how = channel === 'phone' && phone ? words.willCall(isolated(phone), times) : words.answerComes[channel];
  return [how, words.answeredBy[from]].filter(Boolean).join(' ');
}
