import { html, nothing, type TemplateResult } from 'lit';
import type { Slot } from '../../model/slot.js';
import { offsetAt } from '../../model/clock-change.js';
import { instantAt } from '../../model/zoned-time.js';
import { isolated, nameOf } from '../shared/person-words.js';
import { dayWords, timeWords } from '../shared/slot-words.js';
import type { TimesView } from './free-times.js';
import type { PickerSaid } from './picker-said.js';

export interface SlotListOptions extends PickerSaid {
  readonly view: TimesView;
  readonly chosen: Slot | undefined;
  /** Whether each says with whom it is, and where. */
  readonly isAnyWho: boolean;
  readonly isAnywhere: boolean;
  readonly choose: (slot: Slot) => void;
}

/** The free times of a day: one group of radio buttons, morning and afternoon apart. */
export function slotList({ view, chosen, isAnyWho, isAnywhere, choose, text, times }: SlotListOptions): TemplateResult {
  const { slots } = view;
  const day = view.day!;
  const noon = instantAt(day, '12:00', times.zone);
  const half = slots.findIndex(({ starts }) => Date.parse(starts) >= noon);
  const middle = half < 0 ? slots.length : half;
  // Looked for once a day, not once a time: whether clocks are changed around it.
  const mayRepeat = offsetAt(noon - 86_400_000, times.zone) !== offsetAt(noon + 86_400_000, times.zone);
  const option = (slot: Slot): TemplateResult => {
    const [who, where] = [isAnyWho && nameOf(slot.practitioner, ''), isAnywhere && isolated(slot.place?.name ?? '')];
    const more = [who, where].filter(Boolean).join(', ');
    return html`<label class="option" part="slot">
      <input type="radio" name="slot" value=${slot.id} .checked=${slot.id === chosen?.id} />
      <span><time datetime=${slot.starts}>${timeWords(slot.starts, times, mayRepeat)}</time>${more ? html` <span class="small">${more}</span>` : nothing}</span>
    </label>`;
  };
  const group = (words: string, some: readonly Slot[]): TemplateResult | typeof nothing =>
    some.length > 0
      ? html`<div class="stack close"><p class="small soft">${words}</p><div class="slots">${some.map(option)}</div></div>`
      : nothing;
  const change = ({ target }: Event): void => {
    const slot = slots.find(({ id }) => id === (target as HTMLInputElement).value);
    if (slot) choose(slot);
  };
  return html`<fieldset class="stack near day" role="radiogroup" @change=${change}>
    <legend tabindex="-1">${dayWords(day, times)}</legend>
    <div class="stack near">
      ${group(text.morning, slots.slice(0, middle))}
      ${group(text.afternoon, slots.slice(middle))}
    </div>
  </fieldset>`;
}
