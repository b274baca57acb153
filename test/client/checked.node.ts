import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AdapterError, Connection } from '../../src/adapter/index.js';
import { checked, checkedPage, type CheckedPage, createClient, type Report, withFirst, withMore } from '../../src/client/index.js';
import { Person } from '../../src/model/index.js';

const ana = { id: 'ana', name: 'Ana Morales', kind: 'staff' };

describe('an answer of a backend', () => {
  it('F12 is refused by the path of the field that is wrong, without its value', () => {
    const wrong = { ...ana, name: { secret: 'canary' } };
    assert.throws(() => checked(Person, wrong, 'people.listStaff'), (error: AdapterError) => {
      assert.equal(error.code, 'malformed');
      assert.equal(error.field, 'name');
      assert.ok(!`${error.message}${error.stack}`.includes('canary'));
      return true;
    });
  });

  it('F12 is refused when it is no page at all', () => {
    for (const answer of [undefined, null, '', '<html>', 7, [], {}, { items: null }, { items: 'x' }]) {
      assert.throws(() => checkedPage(Person, answer, 'c', () => {}), { code: 'malformed' }, JSON.stringify(answer));
    }
  });

  it('F13 loses only the items that cannot be read, counts them, and reports their fields', () => {
    const reports: Report[] = [];
    const page = checkedPage(Person, { items: [ana, null, { ...ana, id: 7 }, ana] }, 'c', (report) => reports.push(report));
    assert.equal(page.items.length, 2);
    assert.equal(page.unreadable, 2);
    assert.deepEqual(reports.map(({ field }) => field), ['items.1.', 'items.2.id']);
  });
});

describe('a list read page by page', () => {
  const page = (ids: string, next?: string): CheckedPage<string> => ({ items: [...ids], next, unreadable: 0 });
  const id = (item: string) => item;

  it('F07 shows an item once, however often a page is replayed', () => {
    const list = withMore(withMore(page('abc', '1'), page('cd', '2'), id), page('cd', '3'), id);
    assert.equal(list.items.join(''), 'abcd');
  });

  it('F14 stops where a bookmark leads back to itself', () => {
    assert.equal(withMore(page('ab', 'same'), page('cd', 'same'), id).next, undefined);
  });

  it('keeps older pages when the first is read again', () => {
    const list = withMore(page('abc', '1'), page('def', '2'), id);
    const again = withFirst(list, page('xea', '1'), id);
    assert.equal(again.items.join(''), 'xeabcdf');
    assert.equal(again.next, '2');
  });

  it('starts over when so much is new that pages may lie between', () => {
    const list = withMore(page('abc', '1'), page('def', '2'), id);
    const again = withFirst(list, page('xyz', '9'), id);
    assert.deepEqual([again.items.join(''), again.next], ['xyz', '9']);
  });

  it('takes a first page that is also the last as all there is', () => {
    const list = withMore(page('abc', '1'), page('def'), id);
    assert.equal(withFirst(list, page('ab'), id).items.join(''), 'ab');
  });
});

describe('a session', () => {
  it('F12 is refused when it does not say who is signed in', async () => {
    const reports: string[] = [];
    for (const session of [undefined, null, 7, {}, { me: ana }, { me: { name: 'Ana' }, subjects: [] }]) {
      const client = createClient({ name: 'odd', connect: () => Promise.resolve(session as unknown as Connection) });
      await client.connect().catch((error: unknown) => reports.push((error as AdapterError).code));
    }
    assert.deepEqual(reports, Array(6).fill('malformed'));
  });
});
