import { AdapterError } from '../../adapter/errors.js';
import type { Page } from '../../model/page.js';

/** How many of anything one page holds. */
export const PAGE_SIZE = 50;

/** The first page's worth of a sequence, and the bookmark of its last item when there is more. */
export function pageFrom<T, U>(
  items: Iterable<T>,
  bookmark: (item: T) => string,
  show: (item: T) => U,
  size = PAGE_SIZE,
): Page<U> {
  const taken: T[] = [];
  let more = false;
  for (const item of items) {
    if (taken.length === size) {
      more = true;
      break;
    }
    taken.push(item);
  }
  return { items: taken.map(show), ...(more && { next: bookmark(taken.at(-1)!) }) };
}

/** The number a bookmark stands for. */
export function bookmarkNumber(bookmark: string): number {
  const number = Number(bookmark);
  if (!Number.isInteger(number) || number < 0) throw new AdapterError('invalid', 'memory: not a bookmark of ours');
  return number;
}
