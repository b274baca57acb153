import type { CallOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';

/** Fetches something with the first call, once. What did not come is asked for again by the next. */
export function later<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return async () => {
    loading ??= load();
    try {
      return await loading;
    } catch {
      loading = undefined;
      // Nothing has left this page.
      throw new AdapterError('offline', 'a part of the adapter did not load');
    }
  };
}

type Method = (given: unknown, options?: CallOptions) => Promise<unknown>;

/** The methods of a port that is not there yet: each fetches it, and then is it. */
export function portLater<P, const M extends keyof P & string>(load: () => Promise<P>, methods: readonly M[]): Pick<P, M> {
  const callOf = (method: M) => async (given: unknown, options: CallOptions) =>
    ((await load())[method] as Method)(given, options);
  return Object.fromEntries(methods.map((method) => [method, callOf(method)])) as unknown as Pick<P, M>;
}
