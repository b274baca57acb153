import { AdapterError } from '../adapter/errors.js';
import type { Change } from '../model/change.js';
import type { Client } from './client.js';

/** Has read again what a call changes: once it is done, and also when nobody knows whether it was. */
export async function announcing<T>({ changes }: Client, change: Change, call: () => Promise<T>): Promise<T> {
  try {
    const answer = await call();
    changes.announce([change]);
    return answer;
  } catch (error) {
    const { code } = error instanceof AdapterError ? error : { code: undefined };
    // Given up on the way, answered by nothing, or by what nobody here can read.
    if (!code || code === 'unknown-outcome' || code === 'malformed') changes.announce([change]);
    throw error;
  }
}
