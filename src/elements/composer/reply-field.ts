import { html, nothing, type TemplateResult } from 'lit';
import type { ComposerWords } from '../../i18n/en/composer.js';
import { icon } from '../../primitives/icon.js';
import { alertIcon, sendIcon } from '../../primitives/icons.js';
import { lengthBudget } from '../../primitives/length-budget.js';
import type { WritingController } from './writing-controller.js';

export interface ReplyFieldOptions {
  readonly text: ComposerWords;
  readonly label: TemplateResult;
  /** How many characters the draft has. */
  readonly length: number;
  readonly isSpellchecked: boolean;
  /** What leads around what is in the way of sending. */
  readonly ways: unknown;
  /** What is asked before it is sent, in the place of the button. */
  readonly question: unknown;
}

/** Where the words are written, how much fits, what is in the way, and one filled button. */
export function replyField(writing: WritingController, options: ReplyFieldOptions): TemplateResult {
  const { draft, budget, hindrance, isPreparing, input, send } = writing;
  const { text, label, length, isSpellchecked, ways, question } = options;
  const over = length - budget;
  const isOver = over > 0;
  const count = isOver ? text.over(over) : text.left(-over);
  const submit = (event: Event): void => {
    event.preventDefault();
    void send();
  };
  const onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) submit(event);
  };
  return html`<form novalidate @submit=${submit}>
    <label for="reply">${label}</label>
    <textarea
      id="reply"
      part="field"
      autocomplete="off"
      spellcheck=${isSpellchecked ? 'true' : 'false'}
      writingsuggestions="false"
      aria-describedby="budget hindrance"
      aria-invalid=${isOver}
      ?readonly=${isPreparing}
      .value=${draft}
      @input=${input}
      @keydown=${onKeydown}
    ></textarea>
    ${budget === Infinity ? nothing : lengthBudget({ id: 'budget', length, budget, count, note: isOver ? text.nothingCut : '' })}
    <p class="state heed" id="hindrance" ?hidden=${!hindrance}>${icon(alertIcon)}<span>${hindrance}</span></p>
    ${question ??
    html`<div class="row">
      <button class="button main" part="send" aria-disabled=${isOver || isPreparing ? 'true' : nothing}>
        ${icon(sendIcon)} ${text.send}
      </button>
      ${ways}
    </div>`}
  </form>`;
}
