import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CheckedPage } from '../../src/client/index.js';
import { withFirst, withMore } from '../../src/client/index.js';

const page = (letters: string, next?: string): CheckedPage<string> => ({ items: [...letters], next, unreadable: 0 });
const self = (letter: string) => letter;
const said = ({ items, next }: { items: readonly string[]; next?: string | undefined }) => `${items.join('')} ${next ?? 'end'}`;

describe('a list that is read page by page', () => {
  it('grows by each page, and ends with the last', () => {
    const list = withMore(withFirst(undefined, page('abc', '2'), self), page('de'), self);
    assert.equal(said(list), 'abcde end');
  });

  it('F07 holds an item once, though a page was sent twice or the item moved between two reads', () => {
    const first = withFirst(undefined, page('abca', '2'), self);
    assert.equal(said(withMore(first, page('cde', '3'), self)), 'abcde 3');
  });

  it('F08 keeps what was read below when its top is read again, with what is new and what has moved on top', () => {
    const list = withMore(withFirst(undefined, page('abc', '2'), self), page('def', '3'), self);
    assert.equal(said(withFirst(list, page('nfa', '2'), self)), 'nfabcde 3');
  });

  it('lets go of what lies below a gap, to be read again', () => {
    const list = withMore(withFirst(undefined, page('abc', '2'), self), page('def', '3'), self);
    assert.equal(said(withFirst(list, page('xyz', '2'), self)), 'xyz 2');
  });

  it('is as short as the backend says once all of it fits one page', () => {
    const list = withMore(withFirst(undefined, page('abc', '2'), self), page('def'), self);
    assert.equal(said(withFirst(list, page('ab'), self)), 'ab end');
  });

  it('F14 ends where a bookmark leads back to itself', () => {
    const list = withMore(withFirst(undefined, page('abc', '2'), self), page('def', '2'), self);
    assert.equal(said(list), 'abcdef end');
  });
});
