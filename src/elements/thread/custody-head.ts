import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../primitives/icon.js';
import { lockIcon, personIcon } from '../../primitives/icons.js';
import { note } from '../../primitives/note.js';
import { phoneButton } from '../../primitives/phone-link.js';
import { isClosed, whoseTurn } from '../shared/whose-turn.js';
import { handover } from './handover.js';
import { holderOf, patientOf } from './trail.js';
import { dayWords, dueOf, type Telling, whoIs } from './telling.js';

/** What stands at the top of a thread: what it is called, who has it now, and by when there is an answer. */
export function custodyHead(telling: Telling): TemplateResult {
  const { view, text, isPast } = telling;
  const { thread, me } = view;
  const isLate = whoseTurn(thread, me, isPast) === 'late';
  const promised = thread.turn === 'practice' && !isClosed(thread) && !isLate ? thread.dueAt : undefined;
  return html`<div class="head">
    <div>
      <h2 part="title" tabindex="-1"><bdi>${thread.title.trim() || text.untitled}</bdi></h2>
      ${thread.subject.id === me.id
        ? nothing
        : html`<p class="soft small">${text.about(whoIs(thread.subject, telling))}</p>`}
    </div>
    ${isLate ? late(telling) : custody(telling, promised)} ${handover(telling, promised) ?? nothing}
    ${thread.reply || thread.continues || thread.continuedBy ? telling.more.value?.head(telling) : nothing}
  </div>`;
}

/** In the place of the promise: that it was not kept, and the way on. */
function late(telling: Telling): TemplateResult {
  const { view, text, common } = telling;
  const isStaff = view.me.kind === 'staff';
  const { dueAt } = view.thread;
  const words = [dueAt && text.lateSince(dueOf(dueAt, telling)), holding(telling), isStaff ? '' : text.late];
  const actions = isStaff ? undefined : phoneButton(view.practice?.phone, common.call);
  return html`<div part="late">
    ${note({ tone: 'attention', text: html`<b>${text.lateTitle}</b> ${words.filter(Boolean).join(' ')}`, actions })}
  </div>`;
}

function custody(telling: Telling, dueAt: string | undefined): TemplateResult {
  const isOver = isClosed(telling.view.thread);
  const more = isOver ? closing(telling) : dueAt ? promise(telling, dueAt) : waitingFor(telling);
  return html`<p class="custody" part="custody">
    ${icon(isOver ? lockIcon : personIcon)}
    <span><b>${isOver ? telling.text.closedNow : holding(telling)}</b> ${more}</span>
  </p>`;
}

/** Who has it now. */
function holding(telling: Telling): string {
  const { view, text, common } = telling;
  if (view.thread.custody.state === 'waiting') return text.nobodyHasIt;
  const holder = holderOf(view.thread, view.me);
  if (!holder) return text.hasIt(common.somebody);
  return holder.id === view.me.id ? text.youHaveIt : text.hasIt(whoIs(holder, telling));
}

function promise(telling: Telling, dueAt: string): string {
  const { text, view } = telling;
  const due = dueOf(dueAt, telling);
  return view.me.kind === 'staff' ? text.promised(due) : text.hearBack(due);
}

/** For whom it waits, where nothing is promised. */
function waitingFor(telling: Telling): TemplateResult {
  const { view, text } = telling;
  const { turn, custody: held } = view.thread;
  const patient = whoIs(patientOf(view.thread, view.entries.items), telling);
  let words = '';
  if (turn === 'nobody') words = text.allSaid;
  else if (view.me.kind === 'staff') words = (turn === 'patient' ? text.waitingForPatient : text.patientWaits)(patient);
  else if (turn === 'patient' && held.state !== 'waiting') words = text.nothingWaits;
  return html`<span class="soft">${words}</span>`;
}

/** Who ended it, and when, as far as the talk tells. */
function closing(telling: Telling): string {
  const { entries, thread } = telling.view;
  if (thread.state === 'expired') return telling.text.nobodyWrote;
  const event = entries.items.find((entry) => entry.type === 'event' && entry.kind === 'closed');
  return event?.type === 'event' ? telling.text.closedBy(whoIs(event.actor, telling), dayWords(event.at, telling)) : '';
}
