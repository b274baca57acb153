import type { QueueItem, ThreadId } from 'carethread/model';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Box, Boxes, BoxName } from './boxes.js';
import { standing, waited, wishWords } from './words.js';

const TITLES: Readonly<Record<BoxName, { readonly title: string; readonly empty: string }>> = {
  'catch-all': { title: 'For nobody yet', empty: 'Every message has somebody to read it.' },
  waiting: { title: 'Waiting', empty: 'Nobody waits.' },
  mine: { title: 'With you', empty: 'You have none.' },
  held: { title: 'With colleagues', empty: 'Your colleagues have none.' },
};

export interface ListOptions {
  readonly boxes: Boxes;
  readonly open: ThreadId | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly choose: (item: QueueItem) => void;
}

/** The boxes, longest waiting first. What nobody is named for stands on top, since nobody would miss it. */
export function boxList(options: ListOptions): TemplateResult {
  const names = Object.keys(TITLES) as BoxName[];
  return html`${names.map((name) => boxOf(name, options.boxes[name], options))}`;
}

function boxOf(name: BoxName, { items, hasMore }: Box, options: ListOptions): TemplateResult {
  const { title, empty } = TITLES[name];
  return html`<section class="box" aria-labelledby="box-${name}">
    <h2 id="box-${name}">${title} <span class="count">${items.length}${hasMore ? '+' : ''}</span></h2>
    ${items.length === 0 ? html`<p class="soft">${empty}</p>` : nothing}
    <ul>
      ${repeat(items, ({ thread }) => thread.id, (item) => html`<li>${row(name, item, options)}</li>`)}
    </ul>
    ${hasMore ? html`<p class="soft">The rest comes up as these are done.</p>` : nothing}
  </section>`;
}

function row(name: BoxName, item: QueueItem, { open, now, choose }: ListOptions): TemplateResult {
  const { id, subject, title, unread, reply } = item.thread;
  const { words, late } = standing(item, now);
  const more = [whoOf(name, item), wishWords(reply)].filter(Boolean);
  return html`<button class="row" type="button" aria-current=${id === open ? 'true' : nothing} @click=${() => choose(item)}>
    <bdi class="who ${unread > 0 ? 'new' : ''}">${subject.name}</bdi>
    <span class="age">${waited(item.waitingSince, now)}</span>
    <bdi class="what">${title}</bdi>
    ${unread > 0 ? html`<span class="unread">${unread}<span class="hidden"> new</span></span>` : nothing}
    <span class="how"><span class=${late ? 'late' : nothing}>${words}</span>${more.map((one) => html` · ${one}`)}</span>
  </button>`;
}

/** Who is to read it first, or who has it. */
function whoOf(name: BoxName, { receiver, thread }: QueueItem): string {
  if (name === 'waiting' && receiver) return `${receiver.name} first`;
  return name === 'held' ? (thread.custody.holder?.name ?? '') : '';
}
