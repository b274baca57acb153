import type { AdapterError } from '../../adapter/errors.js';
import { problemOf } from '../shared/http-problem.js';
import { listAt, textAt } from './json.js';

/** What an issue says better than the status it comes with. The rest is as the status has it. */
const CODES: Readonly<Record<string, string>> = {
  login: 'auth-required',
  expired: 'auth-required',
  forbidden: 'forbidden',
  suppressed: 'forbidden',
  deleted: 'gone',
  duplicate: 'duplicate',
  'multiple-matches': 'duplicate',
  throttled: 'rate-limited',
  transient: 'unavailable',
  timeout: 'unavailable',
  'lock-error': 'unavailable',
  'not-supported': 'unsupported',
  'too-long': 'too-large',
};

/** An answer that says no, as an error: by its OperationOutcome where that is clearer, else by its status. */
export function refusalOf(response: Response, text: string, context: Parameters<typeof problemOf>[2]): AdapterError {
  let outcome: unknown;
  try {
    outcome = JSON.parse(text);
  } catch {
    // A proxy's page: its status says enough.
  }
  const issue = listAt(outcome, 'issue')[0];
  const said = textAt(issue, 'code') ?? '';
  const isLost = context.isWrite && response.status >= 500;
  // A server that lost another on the way does not know what became of a write, whatever it calls that.
  const code = isLost ? (said === 'timeout' ? 'unknown-outcome' : undefined) : CODES[said];
  return problemOf(response, JSON.stringify({ code, field: fieldOf(issue) }), context);
}

/** The same for one entry of an answered bundle. */
export function entryRefusal(status: number, outcome: unknown, call: string): AdapterError {
  const response = { status, headers: new Headers() } as Response;
  return refusalOf(response, JSON.stringify(outcome ?? {}), { call, isWrite: !call.startsWith('GET'), now: 0 });
}

/** `Communication.payload[0].content` as a path of ours: `payload.0.content`. */
function fieldOf(issue: unknown): string | undefined {
  const expression = textAt(issue, 'expression.0');
  return expression?.replace(/^[A-Z]\w*\./, '').replace(/\[(\d+)\]/g, '.$1');
}
