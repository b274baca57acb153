import { html, nothing, type TemplateResult } from 'lit';
import { listSlots } from '../../../client/appointments.js';
import type { PickerMoreWords } from '../../../i18n/en/appointment-picker-more.js';
import { icon } from '../../../primitives/icon.js';
import { clockIcon } from '../../../primitives/icons.js';
import { clockWords, ownTimeWords, type SlotTimes, zoneWords } from '../../shared/slot-words.js';
import type { PickerState } from '../picker-state.js';

/** Whose clock the times of a day are by, and that clocks are changed that day. */
export function zoneLine({ slot, timesView }: PickerState, times: SlotTimes): TemplateResult {
  const { day, slots } = timesView!;
  const at = (slot ?? slots[0]!).starts;
  const own = slot && ownTimeWords(at, times);
  return html`<p class="zone small">
    ${icon(clockIcon)}<span>${zoneWords(at, times)} ${own ? html`<b>${own}</b>` : nothing} ${clockWords(day!, times)}</span>
  </p>`;
}

/** Where a day has more times than came at once. */
export function readOn(state: PickerState, words: PickerMoreWords): TemplateResult | typeof nothing {
  const { client, choice, timesView: view } = state;
  if (!client || !choice || view?.next === undefined) return nothing;
  const read = async (): Promise<void> => {
    const { signal } = new AbortController();
    const query = { ...choice, day: view.day!, after: view.next };
    const more = await listSlots(client, query, { signal }).catch(() => undefined);
    if (more && state.timesView === view) state.setTimes({ ...view, slots: [...view.slots, ...more.items], next: more.next });
  };
  return html`<div><button class="button" type="button" @click=${read}>${words.showMore}</button></div>`;
}
