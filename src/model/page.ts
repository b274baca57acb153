import * as z from 'zod/mini';

/** One page of anything. `next` is the backend's own bookmark for the page after; none means this is the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string | undefined;
}

/** The schema of a page whose items are checked as well. The client uses it to check items one by one. */
export function pageOf<T extends z.ZodMiniType>(item: T) {
  return z.object({ items: z.array(item), next: z.optional(z.string()) });
}
