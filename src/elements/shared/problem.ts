import { html, type TemplateResult } from 'lit';
import type { AdapterError, AdapterErrorCode } from '../../adapter/errors.js';
import { readPractice } from '../../client/practice.js';
import type { ElementHost } from '../../controllers/client-controller.js';
import { QueryController } from '../../controllers/query-controller.js';
import { SignInEvent } from '../../controllers/sign-in-event.js';
import type { CommonWords } from '../../i18n/en/common.js';
import { icon } from '../../primitives/icon.js';
import { alertIcon, lockIcon, offlineIcon, retryIcon } from '../../primitives/icons.js';
import { note } from '../../primitives/note.js';
import { phoneButton } from '../../primitives/phone-link.js';

export interface ProblemOptions {
  readonly common: CommonWords;
  readonly phone: string | undefined;
  readonly tryAgain: () => void;
}

/** Codes that mean the same to a reader. */
const ALIKE: Partial<Record<AdapterErrorCode, AdapterErrorCode>> = {
  gone: 'not-found',
  'rate-limited': 'unavailable',
  'unknown-outcome': 'unavailable',
};
const MARKS: Partial<Record<AdapterErrorCode, string>> = {
  offline: offlineIcon,
  'auth-required': lockIcon,
  forbidden: lockIcon,
};
/** Trying again would say the same. */
const FINAL: ReadonlySet<AdapterErrorCode> = new Set(['auth-required', 'forbidden', 'not-found', 'unsupported']);

/** What went wrong, in place: what it is, what is kept, and the way on. */
export function problem({ code: raw }: AdapterError, { common, phone, tryAgain }: ProblemOptions): TemplateResult {
  const code = ALIKE[raw] ?? raw;
  const mark = MARKS[code];
  const again = html`<button class="button" type="button" @click=${tryAgain}>${icon(retryIcon)} ${common.tryAgain}</button>`;
  const signIn = html`<button class="button main" type="button" @click=${askToSignIn}>${common.signIn}</button>`;
  return note({
    ...(common.problems[code] ?? common.problems.other),
    tone: mark || FINAL.has(code) ? 'plain' : 'attention',
    mark: mark ?? alertIcon,
    actions: html`${code === 'auth-required' ? signIn : FINAL.has(code) ? '' : again} ${phoneButton(phone, common.call)}`,
  });
}

/** Tells the page that the reader wants to sign in. */
export function askToSignIn({ currentTarget }: Event): void {
  currentTarget?.dispatchEvent(new SignInEvent());
}

/** The practice's number, asked for only where nothing else can be shown. */
export function phoneQuery(host: ElementHost, isBroken: () => boolean): { readonly phone: string | undefined } {
  const query = new QueryController<string | undefined, readonly []>(host, {
    args: () => (isBroken() ? [] : undefined),
    run: (client, _, signal) => readPractice(client, { signal }).then(({ phone }) => phone),
  });
  return {
    get phone() {
      return query.state.status === 'ready' ? query.state.value : undefined;
    },
  };
}
