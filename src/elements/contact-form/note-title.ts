import type { CommonWords } from '../../i18n/en/common.js';
import type { ContactFormWords } from '../../i18n/en/contact-form.js';
import { problemWords } from '../shared/problem-note.js';
import type { FormState } from './form-state.js';
import type { Gate } from './gate.js';
import type { SendingController } from './sending-controller.js';

interface Said {
  readonly words: ContactFormWords;
  readonly common: CommonWords;
  /** What keeps from writing. */
  readonly gate: Gate | undefined;
}

/** What stands over the form or in its place: empty when nothing does, undefined while nobody knows. */
export function noteTitle(
  { content: { state }, draft }: FormState,
  sending: SendingController,
  { words, common, gate }: Said,
): string | undefined {
  if (state.status === 'error') return problemWords(state.error, common, words.problems).title;
  if (state.status === 'pending' || !draft) return undefined;
  return gate?.title ?? (sending.isOffline(draft) ? words.youAreOffline : '');
}
