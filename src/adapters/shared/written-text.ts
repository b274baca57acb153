import { AdapterError } from '../../adapter/errors.js';
import { normalText, textLength } from '../../model/text-length.js';

// What a backend checks of what it is given, for adapters whose backend does not.

/** What a text is called when it is wrong, and how many characters it may have. */
export interface TextRule {
  readonly field: string;
  readonly budget: number;
}

/** Text as it is stored. What no database keeps (NUL, half a character) and what is too long is `invalid`. */
export function storableText(text: string, { field, budget }: TextRule): string {
  if (text.includes('\0') || /\p{Surrogate}/u.test(text) || textLength(text) > budget) throw wrongAt(field);
  return normalText(text);
}

/** The same, for text that must say something. */
export function writtenText(text: string, rule: TextRule): string {
  if (text.trim() === '') throw wrongAt(rule.field);
  return storableText(text, rule);
}

/** What a call ends with that asks for something wrong, by the path of what is wrong. */
export const wrongAt = (field: string): AdapterError => new AdapterError('invalid', `${field} is wrong`, { field });

/** A number somebody can be called on, of five digits or more. */
export const isPhone = (text: string): boolean => /^\+?[\d ().-]{5,30}$/.test(text) && /(\d\D*){5}/.test(text);
