import { AdapterError, type AdapterErrorCode } from '../../adapter/errors.js';

const CODES: Readonly<Record<number, AdapterErrorCode>> = {
  401: 'auth-required',
  403: 'forbidden',
  404: 'not-found',
  405: 'unsupported',
  408: 'unavailable',
  409: 'conflict',
  410: 'gone',
  412: 'stale',
  413: 'too-large',
  415: 'unsupported-type',
  422: 'invalid',
  425: 'unavailable',
  429: 'rate-limited',
  501: 'unsupported',
};

/** What a backend may call a failure itself. The rest is for us to find out. */
const isOwnCode = (code: unknown): code is AdapterErrorCode =>
  Object.values<unknown>(CODES).concat('duplicate', 'partial', 'unknown-outcome').includes(code);

/** Nobody is made to wait longer than an hour by a header. */
const LONGEST_WAIT = 3_600_000;

/** An answer that says no, as an error. Its problem document counts where it has one (RFC 9457), else its status. */
export function problemOf(
  { status, headers }: Response,
  text: string,
  { call, isWrite, now }: { readonly call: string; readonly isWrite: boolean; readonly now: number },
): AdapterError {
  const { code, field, correlationId } = partsOf(text);
  return new AdapterError(isOwnCode(code) ? code : codeOf(status, isWrite), `${call} answered ${status}`, {
    retryAfter: waitOf(headers.get('retry-after'), now),
    // A path or an id, and nothing that could be somebody's words.
    field: wordOf(field),
    correlationId: wordOf(correlationId),
  });
}

function codeOf(status: number, isWrite: boolean): AdapterErrorCode {
  // A gateway that lost its server does not know whether the server was done with it.
  if (isWrite && (status === 502 || status === 504)) return 'unknown-outcome';
  return CODES[status] ?? (status >= 500 ? 'unavailable' : status >= 400 ? 'invalid' : 'malformed');
}

function partsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(text) as Record<string, unknown> | null) ?? {};
  } catch {
    return {};
  }
}

const wordOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w.-]{1,100}$/.test(value) ? value : undefined;

/** `Retry-After` in milliseconds: seconds or a date. Across origins it may not be readable at all. */
function waitOf(value: string | null, now: number): number | undefined {
  if (!value) return undefined;
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST_WAIT);
}
