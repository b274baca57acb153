import type { PortName } from '../../adapter/adapter.js';
import type { AdapterErrorCode } from '../../adapter/errors.js';

/** What goes wrong with a call. */
export type Fault =
  /** It does not reach the backend, or the backend refuses it: rejects with this code. */
  | { readonly fault: 'fail'; readonly code: AdapterErrorCode; readonly retryAfter?: number | undefined }
  /** The backend does it, and the answer is lost: a write ends as `unknown-outcome`, a read as `offline` (row F03). */
  | { readonly fault: 'lose' }
  /** It takes so many milliseconds longer to begin. */
  | { readonly fault: 'delay'; readonly milliseconds: number }
  /** It arrives twice, as when something between the two sends it again; the caller gets the second answer (row F07). */
  | { readonly fault: 'repeat' }
  /** It is not answered until the caller gives up (row F06). */
  | { readonly fault: 'hang' }
  /** The backend does it, and answers with this instead of what the contract says (row F12). */
  | { readonly fault: 'garble'; readonly answer?: unknown };

/** The calls a rule is about: all (`*`), opening a session, a port's, or one method's. */
export type FaultyCall = '*' | 'connect' | PortName | `${PortName}.${string}`;

/** One thing that goes wrong, and when. Without `nth` and `chance` it always does. */
export type FaultRule = Fault & {
  readonly on: FaultyCall;
  /** Only the calls with these numbers, of those the rule is about: 1 is the first. */
  readonly nth?: readonly number[] | undefined;
  /** How often, from 0 to 1. */
  readonly chance?: number | undefined;
};

/** Which rule meets a call, if any. */
export type Next = (call: 'connect' | `${PortName}.${string}`) => FaultRule | undefined;

/**
 * Reads a plan call by call: the first rule that applies wins. The same seed makes the same choices in the same order of
 * calls.
 */
export function readPlan(rules: () => readonly FaultRule[], seed: number): Next {
  const random = randomFrom(seed);
  const counts = new Map<FaultRule, number>();
  return (call) => {
    const port = call.split('.')[0];
    for (const rule of rules()) {
      if (rule.on !== '*' && rule.on !== call && rule.on !== port) continue;
      const count = (counts.get(rule) ?? 0) + 1;
      counts.set(rule, count);
      if (rule.nth && !rule.nth.includes(count)) continue;
      if (rule.chance === undefined || random() < rule.chance) return rule;
    }
    return undefined;
  };
}

/** Numbers from 0 to 1 that look random and are the same for a seed: Tommy Ettinger's mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
