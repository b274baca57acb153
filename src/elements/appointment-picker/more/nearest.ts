import { html, type TemplateResult } from 'lit';
import { listSlots } from '../../../client/appointments.js';
import type { Client } from '../../../client/client.js';
import type { PickerMoreWords } from '../../../i18n/en/appointment-picker-more.js';
import type { Slot } from '../../../model/slot.js';
import { dayIn } from '../../../model/zoned-time.js';
import { note } from '../../../primitives/note.js';
import { slotWords, type SlotTimes } from '../../shared/slot-words.js';
import type { VisitChoice } from '../../../adapter/ports/appointments.js';
import type { TimesView } from '../free-times.js';

/** How many other times are offered. */
const MOST = 4;

/** A chosen time that is gone, and what else is free near it, once that is known. */
export interface Lost {
  readonly slot: Slot;
  readonly why: 'taken' | 'expired';
  near?: readonly Slot[];
}

/** The free times nearest to one that is gone: of that day, and of the next day that has any. */
export async function nearestTo(
  { starts }: Slot,
  { view, client, choice, signal }: { readonly view: TimesView; readonly client: Client; readonly choice: VisitChoice; readonly signal: AbortSignal },
  zone: string,
): Promise<readonly Slot[]> {
  const lost = Date.parse(starts);
  const day = dayIn(zone, lost);
  const days = [day, view.days.find((other) => other > day)].filter((free) => free !== undefined && view.days.includes(free));
  const pages = await Promise.all(days.map((free) => listSlots(client, { ...choice, day: free! }, { signal })));
  const slots = pages.flatMap(({ items }) => items);
  const away = (slot: Slot): number => Math.abs(Date.parse(slot.starts) - lost);
  return slots
    .sort((one, other) => away(one) - away(other))
    .slice(0, MOST)
    .sort((one, other) => Date.parse(one.starts) - Date.parse(other.starts));
}

export interface LostOptions {
  readonly lost: Lost;
  readonly words: PickerMoreWords;
  readonly times: SlotTimes;
  readonly choose: (slot: Slot) => void;
}

/** That a time is gone, and the nearest others, each one press away. */
export function lostNote({ lost, words, times, choose }: LostOptions): TemplateResult {
  const { near } = lost;
  const actions = near?.map((slot) => {
    const said = slotWords(slot.starts, times);
    return html`<button class="button" type="button" @click=${() => choose(slot)}>${said}</button>`;
  });
  return html`<div class="lost">
    ${note({
      tone: 'attention',
      ...words.lost[lost.why],
      actions: near && html`<p>${near.length > 0 ? words.nearest : words.noneNear}</p>${actions}`,
    })}
  </div>`;
}

