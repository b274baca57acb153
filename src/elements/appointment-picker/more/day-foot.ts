import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../../a11y/announcer.js';
import { AdapterError } from '../../../adapter/errors.js';
import { listSlots } from '../../../client/appointments.js';
import type { PickerMoreWords } from '../../../i18n/en/appointment-picker-more.js';
import { icon } from '../../../primitives/icon.js';
import { clockIcon } from '../../../primitives/icons.js';
import { clockWords, dayWords, ownTimeWords, type SlotTimes, zoneWords } from '../../shared/slot-words.js';
import type { PickerState } from '../picker-state.js';

/** Whose clock the times of a day are by, and that clocks are changed that day. */
export function zoneLine({ slot, timesView }: PickerState, times: SlotTimes): TemplateResult {
  const { day, slots } = timesView!;
  const at = (slot ?? slots[0]!).starts;
  const own = slot && ownTimeWords(at, times);
  return html`<p class="zone small">
    ${icon(clockIcon)}<span>${zoneWords(at, times)} ${own ? html`<b>${own}</b>` : nothing} ${day ? clockWords(day, times) : nothing}</span>
  </p>`;
}

/** Where a day has more times than came at once. */
export function readOn(state: PickerState, words: PickerMoreWords): TemplateResult | typeof nothing {
  const { client, choice, timesView: view } = state;
  if (!client || !choice || view?.next === undefined) return nothing;
  const read = async (): Promise<void> => {
    const { signal } = new AbortController();
    const query = { ...choice, day: view.day!, after: view.next };
    try {
      const more = await listSlots(client, query, { signal });
      if (state.timesView === view) state.setTimes({ ...view, slots: [...view.slots, ...more.items], next: more.next });
    } catch (error) {
      if (state.timesView !== view) return;
      announce(words.couldNotLoad.title);
      state.setTimes(view, error instanceof AdapterError ? error : new AdapterError('malformed', 'no answer to read'));
    }
  };
  return html`<div><button class="button" type="button" @click=${read}>${words.showMore}</button></div>`;
}

/** Says how many times a day has, when it was turned to. The first is there with the picker. */
export function dayTeller(): (state: PickerState, words: PickerMoreWords, times: SlotTimes) => void {
  let told: string | undefined;
  return ({ timesView: view, choice }, words, times) => {
    const key = view?.day && view.slots.length > 0 ? JSON.stringify([view.day, choice]) : undefined;
    if (!key || key === told) return;
    if (told) announce(words.times(dayWords(view!.day!, times), view!.slots.length));
    told = key;
  };
}
