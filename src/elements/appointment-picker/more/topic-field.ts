import { html, nothing, type TemplateResult } from 'lit';
import type { PickerMoreWords } from '../../../i18n/en/appointment-picker-more.js';
import { textLength } from '../../../model/text-length.js';
import { lengthBudget } from '../../../primitives/length-budget.js';
import { labelled, textArea } from '../../shared/fields/text-area.js';
import type { PickerState } from '../picker-state.js';

/** How long it may be, in characters. */
export const TOPIC_BUDGET = 750;

/** From how many on it is said how many are left. */
const NEAR = 650;

/** By how many characters it is too long; 0 or less when it is not. */
export const topicOver = (topic: string): number => textLength(topic) - TOPIC_BUDGET;

/** What the patient wants to talk about. How much room is left is said near the end. */
export function topicField(
  state: PickerState,
  words: PickerMoreWords,
  { spellcheck, changed }: { readonly spellcheck: 'true' | 'false'; readonly changed: () => void },
): TemplateResult {
  const over = topicOver(state.topic);
  const isNear = over > NEAR - TOPIC_BUDGET;
  const write = (text: string): void => {
    state.topic = text;
    changed();
  };
  return html`<div class="field">
    <label for="talk">${labelled(words.topic, false, words.optional)}</label>
    ${textArea({
      ...{ id: 'talk', value: state.topic, required: false, problem: undefined, over: over > 0, spellcheck, write },
      more: isNear ? ['talk-budget'] : [],
    })}
    ${isNear
      ? lengthBudget({
          id: 'talk-budget',
          length: over + TOPIC_BUDGET,
          budget: TOPIC_BUDGET,
          count: over > 0 ? words.over(over) : words.left(-over),
          note: over > 0 ? words.nothingCut : '',
        })
      : nothing}
  </div>`;
}
