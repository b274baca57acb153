import { html, type TemplateResult } from 'lit';
import { listSlots } from '../../../client/appointments.js';
import type { PickerMoreWords } from '../../../i18n/en/appointment-picker-more.js';
import type { CalendarDay } from '../../../model/instant.js';
import type { Slot } from '../../../model/slot.js';
import { dayIn } from '../../../model/zoned-time.js';
import { note } from '../../../primitives/note.js';
import { slotWords, type SlotTimes } from '../../shared/slot-words.js';
import type { PickerState } from '../picker-state.js';

/** How many other times are offered. */
const MOST = 4;

/** A chosen time that is gone, and what else is free near it, once that is known. */
export interface Lost {
  readonly slot: Slot;
  readonly why: 'taken' | 'expired';
  /** Whether its reader was writing when it went. */
  readonly isWriting: boolean;
  near?: readonly Slot[] | undefined;
}

/** Looks for the free times nearest to one that is gone: of that day, and of the next day that has any. */
export async function findNear(lost: Lost, { client, choice, timesView: view }: PickerState, zone: string): Promise<void> {
  if (!client || !choice || !view) return;
  const { signal } = new AbortController();
  const gone = Date.parse(lost.slot.starts);
  const day = dayIn(zone, gone);
  const days = [day, view.days.find((other) => other > day)].filter((free) => free !== undefined && view.days.includes(free));
  const read = (free: CalendarDay | undefined) => listSlots(client, { ...choice, day: free! }, { signal });
  const pages = await Promise.all(days.map(read)).catch(() => undefined);
  const slots = pages?.flatMap(({ items }) => items);
  const away = ({ starts }: Slot): number => Math.abs(Date.parse(starts) - gone);
  lost.near = slots
    ?.sort((one, other) => away(one) - away(other))
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

