import { html, nothing, type TemplateResult } from 'lit';
import type { AdapterError, AdapterErrorCode } from '../../adapter/errors.js';
import { SignInEvent } from '../../controllers/sign-in-event.js';
import type { CommonWords, NoteWords } from '../../i18n/en/common.js';
import { icon } from '../../primitives/icon.js';
import { lockIcon, offlineIcon, retryIcon } from '../../primitives/icons.js';
import { note } from '../../primitives/note.js';
import { phoneButton } from '../../primitives/phone-link.js';

export interface ProblemNoteOptions {
  /** Where a `care-sign-in` starts from. */
  readonly host: HTMLElement;
  readonly words: CommonWords;
  /** The practice's number, when it is known. */
  readonly phone?: string | undefined;
  /** Tries again what failed. */
  readonly retry: () => void;
  /** Takes the place of the common words for a code. */
  readonly own?: Readonly<Partial<Record<AdapterErrorCode, NoteWords>>> | undefined;
}

// Codes that read the same to a person.
const LIKE: Readonly<Partial<Record<AdapterErrorCode, AdapterErrorCode>>> = {
  gone: 'not-found',
  'rate-limited': 'unavailable',
  'unknown-outcome': 'unavailable',
  partial: 'unavailable',
};

/** The words for what went wrong. */
export function problemWords({ code }: AdapterError, words: CommonWords, own?: ProblemNoteOptions['own']): NoteWords {
  const like = LIKE[code] ?? code;
  return own?.[like] ?? words.problems[like] ?? words.problems['other']!;
}

/** What went wrong, what is kept, and the way on, in the place of what could not be shown. */
export function problemNote(error: AdapterError, { host, words, phone, retry, own }: ProblemNoteOptions): TemplateResult {
  const code = LIKE[error.code] ?? error.code;
  const signIn = code === 'auth-required';
  const final = code === 'forbidden' || code === 'not-found' || code === 'unsupported';
  const again = html`<button class="button" @click=${retry}>${icon(retryIcon)} ${words.tryAgain}</button>`;
  return note({
    ...problemWords(error, words, own),
    tone: signIn || final || code === 'offline' ? 'plain' : 'attention',
    ...(code === 'offline' && { mark: offlineIcon }),
    ...((signIn || code === 'forbidden') && { mark: lockIcon }),
    actions: html`
      ${signIn
        ? html`<button class="button main" @click=${() => host.dispatchEvent(new SignInEvent())}>${words.signIn}</button>`
        : nothing}
      ${signIn || final ? nothing : again} ${phoneButton(phone, words.call)}
    `,
  });
}
