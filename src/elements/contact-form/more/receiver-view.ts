import { html, nothing, type TemplateResult } from 'lit';
import { formatDue } from '../../../i18n/format.js';
import { dueDate } from '../../../model/due-date.js';
import type { Practice } from '../../../model/practice.js';
import type { Reason } from '../../../model/reason.js';
import { handoverLine } from '../../../primitives/handover-line.js';
import { note } from '../../../primitives/note.js';
import { isolated, nameOf } from '../../shared/person-words.js';
import type { FormView } from '../form-view.js';
import { messagingNow } from '../gate.js';
import { moreWords } from './more-words.js';

/** Who will read it and by when there is an answer, what that may cost, and who writes: before anything is sent. */
export function receiverView(reason: Reason, view: FormView): TemplateResult {
  const { recipient, lang, now, subject } = view;
  const words = { ...view.words, ...moreWords(lang) };
  const { practice, me } = view.content;
  const { first, then } = recipient ? { first: recipient, then: undefined } : (reason.receiver ?? {});
  const title = first?.title?.trim() && isolated(first.title);
  const firstName = nameOf(first, words.thePractice);
  const thenName = then && nameOf(then, words.thePractice);
  const due = promised(reason, practice, view);
  const { isStaffed, opensAt } = messagingNow(practice, now) ?? {};
  const opening = isStaffed === false && opensAt && formatDue(opensAt, now, { lang, zone: practice?.zone });
  const { text: cost = '', free } = reason.cost ?? {};
  return html`<h3 id="who-reads" tabindex="-1">${words.whoWillRead}</h3>
    <div part="promise" class="stack near">
      <p class="measure">
        ${opening ? words.closedNow(opening) : nothing}
        ${!first ? words.practiceReads : title ? words.readsFirstAs(firstName, title) : words.readsFirst(firstName)}
        ${thenName ? words.passesOn(thenName) : nothing} ${due ? html`<strong>${words.hearBack(due)}</strong>` : nothing}
      </p>
      ${handoverLine(words.way, [
        { who: words.you, what: words.writingNow, state: 'now' },
        { who: firstName, what: title ? words.firstReaderAs(title) : words.firstReader, state: 'later' },
        thenName ? { who: thenName, what: words.ifNeeded, state: 'later' } : undefined,
        due ? { who: due, what: words.answerDue, state: 'due' } : undefined,
      ])}
    </div>
    ${cost.trim() ? note({ text: html`<strong>${words.mayCost}</strong> ${cost} ${free}` }) : nothing}
    ${subject && subject.id !== me.id
      ? html`<p>${words.writeFor(nameOf(me, words.you), nameOf(subject, '…'))}</p>`
      : nothing}`;
}

/** What the promise would be if it were sent now. None without opening hours. */
function promised({ promise }: Reason, practice: Practice | undefined, { now, lang }: FormView): string | undefined {
  if (!promise || !practice) return undefined;
  try {
    const due = dueDate(new Date(now).toISOString(), practice, promise);
    return due && formatDue(due, now, { lang, zone: practice.zone });
  } catch {
    // A zone that nobody knows: nothing can be promised.
    return undefined;
  }
}
