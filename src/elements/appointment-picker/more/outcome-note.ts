import { html, nothing, type TemplateResult } from 'lit';
import type { PickerMoreWords } from '../../../i18n/en/appointment-picker-more.js';
import type { CommonWords, NoteWords } from '../../../i18n/en/common.js';
import { clockIcon, lockIcon, offlineIcon } from '../../../primitives/icons.js';
import { note } from '../../../primitives/note.js';
import { phoneButton } from '../../../primitives/phone-link.js';
import type { ActState } from './acting.js';

/** What is said of an act that has not simply worked. Nothing while there is nothing to say. */
export function outcomeWords(state: ActState, isRequest: boolean, { states }: PickerMoreWords): NoteWords | undefined {
  if (state.status === 'unsure') return isRequest ? states.unsureRequest : states.unsure;
  if (state.status === 'undecided') return isRequest ? states.undecidedRequest : states.undecided;
  if (state.status === 'stopped') return states.stopped;
  if (state.status !== 'failed') return undefined;
  switch (state.code) {
    case 'offline':
      return states.offline;
    case 'auth-required':
      return states.session;
    case 'unavailable':
    case 'rate-limited':
      return states.unavailable;
    case 'forbidden':
      return states.forbidden;
    default:
      return state.field === 'moves' ? states.moves : isRequest && state.code === 'conflict' ? states.open : states.unkeepable;
  }
}

export interface OutcomeOptions {
  readonly words: PickerMoreWords;
  readonly common: CommonWords;
  readonly phone: string | undefined;
  readonly isRequest: boolean;
  readonly signIn: () => void;
  readonly again: () => void;
}

/** The same as a note, with the way on. */
export function outcomeNote(state: ActState, options: OutcomeOptions): TemplateResult | typeof nothing {
  const said = outcomeWords(state, options.isRequest, options.words);
  if (!said) return nothing;
  const { words, common, phone, signIn, again } = options;
  const code = state.status === 'failed' ? state.code : undefined;
  const call = code === 'offline' ? nothing : phoneButton(phone, common.call);
  const button = (label: string, act: () => void) => html`<button class="button" type="button" @click=${act}>${label}</button>`;
  const isUnsure = state.status === 'unsure';
  return html`<div class="outcome ${isUnsure || state.status === 'undecided' ? 'unknown' : ''}">
    ${note({
      ...said,
      tone: isUnsure || code === 'auth-required' || code === 'forbidden' ? 'plain' : 'attention',
      ...(isUnsure && { mark: clockIcon }),
      ...(code === 'offline' && { mark: offlineIcon }),
      ...(code === 'auth-required' && { mark: lockIcon }),
      actions: isUnsure
        ? undefined
        : html`${code === 'auth-required' ? button(common.signIn, signIn) : nothing}
          ${state.status === 'undecided' ? button(words.lookAgain, again) : nothing} ${call}`,
    })}
  </div>`;
}
