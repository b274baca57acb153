import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CalendarDay, Instant, Message, Person, Reason, Thread } from '../../src/model/index.js';

const ana = { id: 'ana', name: 'Ana Morales', kind: 'staff', title: 'front desk' };
const thread = {
  id: 't1',
  practice: { id: 'alder', name: 'Alder Street' },
  title: 'Refill',
  subject: { id: 'sam', name: 'Sam', kind: 'patient' },
  state: 'open',
  custody: { state: 'waiting', since: '2026-11-23T14:00:00Z' },
  turn: 'practice',
  updatedAt: '2026-11-23T14:00:00Z',
};

describe('what a backend sends', () => {
  it('F13 is read although optional parts are wrong', () => {
    const read = Thread.parse({ ...thread, unread: '3', dueAt: 'soon', lastMessage: null, readMarks: null, more: { deep: [1] } });
    assert.equal(read.unread, 0);
    assert.equal(read.dueAt, undefined);
    assert.deepEqual(read.readMarks, []);
    assert.equal('more' in read, false);
  });

  it('F13 reads a word it does not know as other', () => {
    assert.equal(Thread.parse({ ...thread, state: 'on-hold' }).state, 'other');
    assert.equal(Person.parse({ ...ana, kind: 7 }).kind, 'other');
  });

  it('F13 asks a field of an unknown kind as text', () => {
    const reason = Reason.parse({ id: 'r', label: 'R', fields: [{ id: 'f', kind: 'hologram', label: 'F' }] });
    assert.equal(reason.fields[0]?.kind, 'text');
    assert.equal(reason.budget, 750);
  });

  it('is refused when a part is missing that nothing can stand in for', () => {
    assert.equal(Thread.safeParse({ ...thread, custody: undefined }).success, false);
    assert.equal(Message.safeParse({ type: 'message', id: 'm', thread: 't', author: ana, sentAt: '2026-11-23T14:00:00Z' }).success, false);
  });

  it('I08 takes every name as it is', () => {
    for (const name of ['', 'Cher', "O'Brien-Ñuñez", 'null', 'undefined', 'NaN', '__proto__', 'عمر', '🙂', 'x'.repeat(500)]) {
      assert.equal(Person.parse({ ...ana, name }).name, name);
    }
  });

  it('I09 takes instants with a zone only, and days that exist', () => {
    for (const text of ['2026-11-23T14:00:00Z', '2026-11-23T14:00+14:00', '2026-02-28T23:59:59.5-05:30']) assert.ok(Instant.safeParse(text).success, text);
    for (const text of ['2026', '2026-11-23', '2026-11-23T14:00:00', '2026-13-01T00:00:00Z', 'now', 7]) assert.ok(!Instant.safeParse(text).success, String(text));
    assert.ok(CalendarDay.safeParse('2028-02-29').success);
    for (const text of ['2026-02-29', '2026-02-30', '26-01-01']) assert.ok(!CalendarDay.safeParse(text).success, text);
  });
});
