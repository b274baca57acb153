import { html, nothing, type TemplateResult } from 'lit';
import type { Appointment } from '../../model/appointment.js';
import { safeUrl } from '../../primitives/safe-url.js';
import { directionsTo } from '../shared/directions.js';
import { nameOf } from '../shared/person-words.js';
import { dayWords } from '../shared/slot-words.js';
import { timesOf, type Visiting } from './visiting.js';

/** Where it is, how to get ready, and what it is about: whatever of it is known. */
export function visitFacts(visit: Appointment, visiting: Visiting): TemplateResult {
  const { text } = visiting;
  const { preparation, note, status, starts } = visit;
  return html`<dl class="facts">
    ${wishes(visit, visiting)} ${starts ? where(visit, visiting) : nothing}
    ${preparation ? fact(text.prepare, html`<span class="told" dir="auto">${preparation}</span>`) : nothing}
    ${topic(visit, visiting)}
    ${note && status !== 'cancelled' ? fact(text.from, html`<span class="told" dir="auto">${note}</span>`) : nothing}
  </dl>`;
}

/** One thing that is known, under its name. */
export function fact(name: string, what: unknown): TemplateResult {
  return html`<div><dt>${name}</dt><dd>${what}</dd></div>`;
}

function where({ kind, place, practitioner, videoUrl }: Appointment, { text, common }: Visiting): unknown {
  if (kind === 'phone') {
    return fact(text.call, practitioner?.name.trim() ? text.calls(nameOf(practitioner, common.somebody)) : text.somebodyCalls);
  }
  if (kind === 'video') {
    const address = safeUrl(videoUrl);
    return fact(text.video, address ? outward(address, text.join) : text.noVideo);
  }
  if (!place) return nothing;
  const { name, address, note } = place;
  const said = [name, address].filter((part) => part?.trim()).join(', ');
  return fact(
    text.where,
    html`<bdi>${said}${said.endsWith('.') || !said ? '' : '.'}</bdi> ${note ? html`<bdi>${note}</bdi>` : nothing}
      ${address ? outward(directionsTo(address), text.directions) : nothing}`,
  );
}

/** A link that leaves the page: it says nothing there of where it was. */
function outward(address: string, words: string): TemplateResult {
  return html`<a class="outward" href=${address} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">${words}</a>`;
}

function topic(visit: Appointment, visiting: Visiting): unknown {
  const { text, more, view, act } = visiting;
  const mayChange = view.can.setTopic && ['booked', 'requested', 'waiting'].includes(visit.status);
  if (!visit.topic && !mayChange) return nothing;
  const field = more?.opened(visit) === 'topic' && more.topic(visit, visiting);
  const said = visit.topic ? html`<span class="told" dir="auto">${visit.topic}</span>` : nothing;
  const change = (): void => act('topic', visit, visiting);
  const button = html`<button class="button quiet inline" type="button" @click=${change}>
    ${visit.topic ? text.change : text.add}
  </button>`;
  return fact(text.topic, field || html`${said} ${mayChange ? button : nothing}`);
}

function wishes(visit: Appointment, visiting: Visiting): unknown {
  if (visit.starts || visit.wishes.length === 0) return nothing;
  const times = timesOf(visit, visiting);
  const said = visit.wishes.map(({ day, half }) => html`<li>${visiting.text.wish[half](dayWords(day, times))}</li>`);
  return fact(visiting.text.times, html`<ul>${said}</ul>`);
}
