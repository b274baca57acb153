import type { QueueItem, ThreadId } from 'carethread/model';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Box, Boxes, BoxName } from './boxes.js';
import { standing, waited } from './words.js';

const TITLES: Readonly<Record<BoxName, { readonly title: string; readonly empty: string }>> = {
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

/** The three boxes, longest waiting first. */
export function boxList(options: ListOptions): TemplateResult {
  return html`${(['waiting', 'mine', 'held'] as const).map((name) => boxOf(name, options.boxes[name], options))}`;
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
  const { id, subject, title, unread, custody } = item.thread;
  const { words, late } = standing(item, now);
  return html`<button class="row" type="button" aria-current=${id === open ? 'true' : nothing} @click=${() => choose(item)}>
    <bdi class="who ${unread > 0 ? 'new' : ''}">${subject.name}</bdi>
    <span class="age">${waited(item.waitingSince, now)}</span>
    <bdi class="what">${title}</bdi>
    ${unread > 0 ? html`<span class="unread">${unread}<span class="hidden"> new</span></span>` : nothing}
    <span class="how ${late ? 'late' : ''}">${words}${name === 'held' ? ` · ${custody.holder?.name ?? ''}` : ''}</span>
  </button>`;
}
