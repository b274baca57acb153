import { AdapterError } from 'carethread/adapter';
import { failureWords } from '../words.js';

/** Why something could not be done with times, in words that say which of them it was. */
export function whyNot(error: unknown): string {
  const { code, field = '' } = error instanceof AdapterError ? error : { code: undefined };
  if (field === 'slot' || field.startsWith('slots.')) return 'Somebody has taken a time that you chose. Choose another one.';
  if (!field.startsWith('starts.')) return failureWords(error);
  return code === 'invalid' ? 'This time is over. Choose a later one.' : 'There is something else at that time. Choose another one.';
}
