import { AdapterError } from '../../../adapter/errors.js';

// A booking is several calls. One that fails after the visit is there must not sound as if nothing was booked.

/**
 * What follows a write that stands: whatever fails in it, nobody knows how things are, and the same key finds out.
 * `unless` the error is one that was found out, such as that the slot is somebody else's.
 */
export async function afterwards<T>(doing: Promise<T>, unless?: (error: AdapterError) => boolean): Promise<T> {
  try {
    return await doing;
  } catch (error) {
    if (!(error instanceof AdapterError) || unless?.(error)) throw error;
    throw new AdapterError('unknown-outcome', 'fhir: what was written could not be looked at again');
  }
}

/** What was booked was taken back, with certainty. */
export const isTakenBack = ({ code, field }: AdapterError): boolean => code === 'conflict' && (field === 'slot' || field === 'moves');
