import { normalText, textLength } from 'carethread/model';
import { Problem } from './problems.js';

/**
 * Text as it is stored: line ends as one, and every character one that both databases give back as it was. PostgreSQL
 * refuses NUL, SQLite would cut the text there, and half a surrogate pair has no bytes; so all three are refused.
 *
 * @param field - What the text is called in a problem.
 * @param budget - The most characters it may have.
 */
export function storableText(text: string, { field, budget }: { field: string; budget: number }): string {
  if (text.includes('\0') || /\p{Surrogate}/u.test(text)) {
    throw new Problem('invalid', { field, detail: 'It holds characters that cannot be stored.' });
  }
  if (textLength(text) > budget) {
    throw new Problem('invalid', { field, detail: `It may have ${budget} characters.` });
  }
  return normalText(text);
}

/** The same, for text that must say something. */
export function writtenText(text: string, { field, budget }: { field: string; budget: number }): string {
  if (text.trim() === '') throw new Problem('invalid', { field, detail: 'It is empty.' });
  return storableText(text, { field, budget });
}
