import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ana, drLee, sam } from '../../src/adapters/memory/people.js';
import type { OutboxItem, SendState } from '../../src/client/outbox-item.js';
import { readBy } from '../../src/elements/thread/read-by.js';
import { daysOf, talkOf, withSent } from '../../src/elements/thread/talk.js';
import type { MessageId, ThreadId } from '../../src/model/id.js';
import type { Message } from '../../src/model/message.js';
import { message, sendKey, threadEvent } from '../support/people.js';

const item = (state: SendState, key = sendKey()): OutboxItem => ({
  key,
  kind: 'message',
  lane: 'thread',
  draft: { thread: 'thread' as ThreadId, body: 'Hello' },
  at: '2026-11-23T18:00:00Z',
  state,
});

const kinds = (...args: Parameters<typeof talkOf>): string[] => talkOf(...args).map(({ kind }) => kind);

describe('the talk', () => {
  it('reads from oldest to newest, with a line for each new day', () => {
    const entries = [
      message({ sentAt: '2026-11-23T18:00:00Z' }),
      threadEvent({ at: '2026-11-20T18:30:00Z' }),
      message({ sentAt: '2026-11-20T18:00:00Z' }),
    ];
    assert.deepEqual(kinds(entries, []), ['day', 'message', 'event', 'day', 'message']);
  });

  it('F07 shows a message once, however often it was listed', () => {
    const twice = message();
    const own = message({ key: sendKey() });
    const { key: _, ...withoutKey } = own;
    assert.deepEqual(kinds([twice, { ...twice }, own, withoutKey as Message], []), ['day', 'message', 'message']);
  });

  it('F03 makes one line of a message on its way and the same message once it has arrived', () => {
    const key = sendKey();
    const arrived = message({ key });
    for (const state of [{ status: 'unknown', blocked: false }, { status: 'sent', result: arrived }] as const) {
      const lines = talkOf([arrived], [item(state, key)]);
      assert.deepEqual(lines.map((line) => line.kind), ['day', 'message']);
      assert.equal(lines[1]!.key, key);
    }
    assert.equal(talkOf([], [item({ status: 'unknown', blocked: false }, key)])[1]!.key, key);
  });

  it('keeps what was sent before the backend lists it', () => {
    const sent = message();
    const list = { items: [], unreadable: 0 };
    assert.deepEqual(withSent(list, [item({ status: 'sent', result: sent })]).items, [sent]);
    assert.equal(withSent(list, [item({ status: 'queued' })]), list);
  });

  it('leaves other kinds of sending to others', () => {
    assert.deepEqual(kinds([], [{ ...item({ status: 'queued' }), kind: 'contact' }]), []);
  });
});

describe('who opened a message', () => {
  const first = message({ author: sam, sentAt: '2026-11-20T17:00:00Z' });
  const second = message({ author: sam, sentAt: '2026-11-20T18:00:00Z' });
  const answer = message({ author: drLee, sentAt: '2026-11-20T19:00:00Z' });
  const mark = (upTo: MessageId, at = '2026-11-20T18:30:00Z') => ({ person: ana, upTo, at });

  it('covers all of the reader’s messages up to the mark, and tells the time of the last only', () => {
    const openings = readBy([answer, second, first], [mark(second.id)], sam);
    assert.deepEqual(openings.get(first.id), [{ person: ana, at: undefined }]);
    assert.deepEqual(openings.get(second.id), [{ person: ana, at: '2026-11-20T18:30:00Z' }]);
    assert.equal(openings.has(answer.id), false);
  });

  it('claims nothing for a message after the mark, nor for a mark at a message nobody knows', () => {
    assert.equal(readBy([second, first], [mark(first.id)], sam).has(second.id), false);
    assert.equal(readBy([first], [mark('elsewhere' as MessageId)], sam).size, 0);
  });

  it('tells no time before the message was sent, and nothing of the reader’s own side', () => {
    const early = readBy([first], [mark(first.id, '2026-11-20T09:00:00Z')], sam);
    assert.deepEqual(early.get(first.id), [{ person: ana, at: undefined }]);
    assert.equal(readBy([first], [{ ...mark(first.id), person: sam }], sam).size, 0);
  });

  it('keeps a day the same day when more of it is read, and tells apart two that a wrong order makes', () => {
    const late = message({ sentAt: '2026-11-23T18:00:00Z' });
    const noon = message({ sentAt: '2026-11-20T20:00:00Z' });
    const morning = message({ sentAt: '2026-11-20T18:00:00Z' });
    const keys = (...entries: Message[]): string[] => daysOf(talkOf(entries, [])).map(({ key }) => key);
    assert.deepEqual(keys(late, noon, morning), keys(late, noon));
    assert.equal(new Set(keys(noon, late, morning)).size, 3);
    assert.equal(daysOf(talkOf([late, noon, morning], []))[0]!.lines.length, 3);
    assert.deepEqual(daysOf([]), []);
  });
});
