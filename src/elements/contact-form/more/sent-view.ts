import { html, nothing, type TemplateResult } from 'lit';
import { formatDay, formatDue, formatTime, formatTimeWindow } from '../../../i18n/format.js';
import type { ContactFormWords } from '../../../i18n/en/contact-form.js';
import type { CommonWords } from '../../../i18n/en/common.js';
import type { MoreContactFormWords } from '../../../i18n/en/contact-form-more.js';
import type { Practice } from '../../../model/practice.js';
import type { Reason } from '../../../model/reason.js';
import type { Receipt } from '../../../model/receipt.js';
import { handoverLine } from '../../../primitives/handover-line.js';
import { note } from '../../../primitives/note.js';
import { phoneButton } from '../../../primitives/phone-link.js';
import { isolated, nameOf } from '../../shared/person-words.js';
import { moreWords } from './more-words.js';

/** What it is said with. */
interface SentView {
  readonly words: ContactFormWords;
  readonly common: CommonWords;
  readonly lang: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly content: { readonly practice: Practice | undefined; readonly reasons: readonly Reason[] };
}

/** What happens next, by whom and by when: as the practice's receipt has it, and not as we would compute it. */
export function sentView({ thread, message }: Receipt, view: SentView, another: () => void): TemplateResult {
  const { lang, now, common, content } = view;
  const { practice, reasons } = content;
  const words = { ...view.words, ...moreWords(lang) };
  const reason = reasons.find(({ id }) => id === thread.reason?.id);
  const format = { lang, zone: practice?.zone };
  const time = formatTime(message.sentAt, format);
  const due = thread.dueAt && formatDue(thread.dueAt, now, format);
  const { holder } = thread.custody;
  const first = reason?.receiver?.first;
  const then = reason?.receiver?.then;
  const about = message.cards.filter(({ kind }) => kind === 'result').map(({ label }) => isolated(label));
  return html`<div class="stack">
    ${note({ tone: 'done', title: words.sent, text: html`<span class="small">${formatDay(message.sentAt, format)}, ${time}</span>` })}
    ${about.length > 0 ? html`<p>${words.itIsAbout(about)}</p>` : nothing}
    <h3>${words.whatNext}</h3>
    ${handoverLine(words.whereItIs, [
      { who: words.you, what: words.sentAt(time), state: 'past' },
      { who: nameOf(holder ?? first, words.thePractice), what: holder || !first ? words.hasItNow : words.firstReader, state: 'now' },
      then && then.id !== holder?.id ? { who: nameOf(then, words.thePractice), what: words.ifNeeded, state: 'later' } : undefined,
      due ? { who: due, what: words.answerDue, state: 'due' } : undefined,
    ])}
    <p class="measure" part="promise">${due ? html`<strong>${words.hearBack(due)}</strong> ` : nothing}${replyWords(thread, words, lang)}</p>
    <div class="row">
      <button class="button" @click=${another}>${words.another}</button> ${phoneButton(practice?.phone, common.call)}
    </div>
  </div>`;
}

/** How the answer comes, as the practice has it. */
function replyWords({ reply }: Receipt['thread'], words: ContactFormWords & MoreContactFormWords, lang: string): string {
  const { channel = 'message', from = 'anyone', phone, windows = [] } = reply ?? {};
  const times = windows.map((window) => {
    const said = formatTimeWindow(window, { lang });
    const [from = '', to] = said.split('–');
    return to ? words.between(from, to) : said;
  });
  const called = channel === 'phone' && phone && words.willCall(isolated(phone), times.join(words.or));
  return [called || (words.answerComes[channel as 'visit'] ?? words.answerComesHere), words.answeredBy[from]].filter(Boolean).join(' ');
}
