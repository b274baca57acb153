import { html, nothing, type TemplateResult } from 'lit';
import { isolated } from '../shared/person-words.js';
import { dueOf, type Telling, whenOf, whoIs } from './telling.js';
import { type Station, trailOf } from './trail.js';

/** The hand-over line: who had the thread, who has it now, and when it is due. Narrow views say it in words only. */
export function handover(telling: Telling, dueAt: string | undefined): TemplateResult | typeof nothing {
  const { view, text } = telling;
  const stations = trailOf(view.thread, view.entries.items, view.me);
  if (stations.length < 2) return nothing;
  const due = dueAt && html`<li class="due"><b>${dueOf(dueAt, telling)}</b><span>${text.answerByThen}</span></li>`;
  return html`<ol class="handover" part="handover" aria-label=${text.handover}>
    ${stations.map((station) => stop(station, telling))} ${due ?? nothing}
  </ol>`;
}

function stop(station: Station, telling: Telling): TemplateResult {
  const { person, now } = station;
  const name = person ? whoIs(person, telling) : telling.text.thePractice;
  return html`<li class=${now ? 'now' : nothing}><b>${name}</b><span>${doing(station, telling)}</span></li>`;
}

function doing({ person, did, at, now }: Station, telling: Telling): string {
  const { text, view } = telling;
  const isMe = person?.id === view.me.id;
  if (now) return isMe ? text.haveItNow : person ? text.hasItNow : text.waitingNow;
  const time = whenOf(at, telling);
  if (did === 'answered') return text.answeredAt(time);
  return person?.title && !isMe ? text.titleAndTime(isolated(person.title), time) : time;
}
