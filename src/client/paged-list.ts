import type { CheckedPage } from './checked.js';

/** What has been read of a list so far. A value: reading more or again makes another. */
export interface PagedList<T> {
  readonly items: readonly T[];
  /** The bookmark of the next page; none when all is read. */
  readonly next?: string | undefined;
  /** How many items came in a form that nobody here can read. */
  readonly unreadable: number;
}

type IdOf<T> = (item: T) => string;

/** The pages so far and one more. An item that moved between two reads stands once, where it was read first. */
export function withMore<T>(list: PagedList<T>, page: CheckedPage<T>, idOf: IdOf<T>): PagedList<T> {
  const items = once([...list.items, ...page.items], idOf);
  // A backend whose bookmark leads back to itself would be asked for ever (row F14).
  const next = page.next === list.next ? undefined : page.next;
  return { items, next, unreadable: list.unreadable + page.unreadable };
}

/**
 * A first page read again, and what is still good of the pages after it. What is new or has moved stands at the top.
 * When nothing of the new page was known, unread pages lie between the two: the rest is let go, to be read again.
 */
export function withFirst<T>(list: PagedList<T> | undefined, page: CheckedPage<T>, idOf: IdOf<T>): PagedList<T> {
  const fresh = once(page.items, idOf);
  const ids = new Set(fresh.map(idOf));
  const overlaps = list?.items.some((item) => ids.has(idOf(item)));
  if (!list || !overlaps || page.next === undefined || list.items.length <= fresh.length) return { ...page, items: fresh };
  const items = once([...fresh, ...list.items], idOf);
  return { items, next: list.next, unreadable: Math.max(list.unreadable, page.unreadable) };
}

/** A page that repeats an item is read as if it did not (row F07). */
function once<T>(items: readonly T[], idOf: IdOf<T>): readonly T[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(idOf(item)) && seen.add(idOf(item)));
}
