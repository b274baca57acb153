import { announce } from '../../a11y/announcer.js';
import type { FieldsWords } from '../../i18n/en/fields.js';

/** Says aloud what comes by itself, once. */
export class Telling {
  #wasOver = false;
  /** The note that stands for all there is, or over it. Undefined until anything was shown. */
  #noted: string | undefined;

  /**
   * A note that is shown over what was shown or in its place; an empty one when there is none, undefined while nobody
   * knows. `focused`: the words that have the focus, and so are read already.
   */
  note(words: string | undefined, focused: string | null | undefined): void {
    if (words === undefined) return;
    if (words && words !== focused && this.#noted !== undefined && words !== this.#noted) announce(words);
    this.#noted = words;
  }

  /** That the message has become too long, or is no longer. `over`: characters. */
  length(over: number, budget: number, words: FieldsWords): void {
    if (over > 0 === this.#wasOver) return;
    this.#wasOver = over > 0;
    announce(over > 0 ? `${words.over(over, budget)}. ${words.nothingCut}.` : words.within(budget));
  }

  /** Somebody else writes: what was too long was not theirs. */
  forgetLength(): void {
    this.#wasOver = false;
  }
}
