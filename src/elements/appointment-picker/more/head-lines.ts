import { html, nothing } from 'lit';
import type { PickerMoreWords } from '../../../i18n/en/appointment-picker-more.js';
import { slotWords } from '../../shared/slot-words.js';
import { visitWords } from '../../shared/visit-words.js';
import type { PickerSaid } from '../picker-said.js';
import type { PickerState } from '../picker-state.js';

/** What is booked, how and with whom as far as that is settled; and the visit that is moved for it. */
export function headLines(state: PickerState, words: PickerMoreWords, { times, text }: PickerSaid): unknown {
  const { service, setting, narrowed, wish, topic, slot } = state;
  const moved = setting?.moved;
  const { practitioners = [] } = service ?? {};
  const [only, ...others] = practitioners;
  const practitioner = others.length > 0 ? practitioners.find(({ id }) => id === narrowed.practitioner) : only;
  const what = service && visitWords({ ...service, kind: service.kinds.length > 0 ? narrowed.kind : undefined, practitioner }, times.words);
  return [
    what ? html`<p>${what}.</p>` : nothing,
    moved?.starts ? html`<p>${words.moved(slotWords(moved.starts, times))}</p>` : nothing,
    wish?.text && topic.includes(wish.text) && !slot ? html`<p>${text.brought}</p>` : nothing,
  ];
}
