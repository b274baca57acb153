import { AdapterError, type AdapterErrorCode } from '../adapter/errors.js';

/** A promise of the contract that was not kept. */
export class ConformanceError extends Error {
  override readonly name = 'ConformanceError';
}

/** Fails with what should have been the case. */
export function fail(claim: string): never {
  throw new ConformanceError(claim);
}

/** Fails unless the claim holds. */
export function claim(holds: boolean, what: string): asserts holds {
  if (!holds) fail(what);
}

/** Fails unless both are the same value, or the same JSON. */
export function equal(found: unknown, expected: unknown, what: string): void {
  const [is, should] = [found, expected].map((value) => JSON.stringify(value) ?? 'undefined');
  if (is !== should) fail(`${what} should be ${should} and is ${is}`);
}

/** Fails unless the call rejects with an {@link AdapterError} of one of these codes; gives the error back. */
export async function rejectsWith(
  codes: AdapterErrorCode | readonly AdapterErrorCode[],
  call: Promise<unknown>,
  what: string,
): Promise<AdapterError> {
  const expected = [codes].flat();
  let answer: unknown;
  try {
    answer = await call;
  } catch (error) {
    if (error instanceof AdapterError && expected.includes(error.code)) return error;
    const found = error instanceof AdapterError ? error.code : String(error);
    return fail(`${what} should be ${expected.join(' or ')} and is ${found}`);
  }
  return fail(`${what} should be ${expected.join(' or ')} and was answered with ${typeof answer}`);
}
