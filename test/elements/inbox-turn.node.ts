import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ana, drLee, sam } from '../../src/adapters/memory/people.js';
import { addresseeOf } from '../../src/elements/composer/addressee.js';
import { whoseTurn } from '../../src/elements/shared/whose-turn.js';
import { unread } from '../../src/elements/thread/reading-controller.js';
import type { Thread } from '../../src/model/thread.js';
import { message, thread } from '../support/people.js';

const held = (holder = drLee): Thread['custody'] => ({ state: 'held', holder, since: '2026-11-23T18:00:00Z' });
const past = () => true;
const ahead = () => false;

describe('who must act', () => {
  it('is the reader, the practice or nobody', () => {
    assert.equal(whoseTurn(thread({ turn: 'patient' }), sam, ahead), 'yours');
    assert.equal(whoseTurn(thread({ turn: 'practice' }), sam, ahead), 'practice');
    assert.equal(whoseTurn(thread({ turn: 'nobody' }), sam, ahead), 'answered');
  });

  it('is late once the promise has passed, for both sides', () => {
    const late = thread({ turn: 'practice', dueAt: '2026-11-23T18:00:00Z' });
    assert.equal(whoseTurn(late, sam, past), 'late');
    assert.equal(whoseTurn(late, ana, past), 'late');
    assert.equal(whoseTurn(late, sam, ahead), 'practice');
  });

  it('is not late when the patient has to act, nor when it is closed', () => {
    assert.equal(whoseTurn(thread({ turn: 'patient', dueAt: '2026-11-23T18:00:00Z' }), sam, past), 'yours');
    assert.equal(whoseTurn(thread({ state: 'closed', dueAt: '2026-11-23T18:00:00Z' }), sam, past), 'closed');
  });

  it('is told to staff from the practice’s side', () => {
    assert.equal(whoseTurn(thread({ turn: 'patient' }), drLee, ahead), 'patient');
    assert.equal(whoseTurn(thread({ turn: 'practice', custody: held() }), drLee, ahead), 'yours');
    assert.equal(whoseTurn(thread({ turn: 'practice', custody: held() }), ana, ahead), 'practice');
  });

  it('believes custody when it says that a thread is closed', () => {
    const custody = { state: 'closed', since: '2026-11-23T18:00:00Z' } as Thread['custody'];
    assert.equal(whoseTurn(thread({ custody, turn: 'practice' }), sam, ahead), 'closed');
  });
});

describe('whom a reply goes to', () => {
  const wrote = (author: typeof sam): Thread['lastMessage'] => ({ author, snippet: '', at: '2026-11-23T18:00:00Z' });

  it('is who wrote last, with who opens it first when somebody else has the thread', () => {
    assert.deepEqual(addresseeOf(thread({ custody: held(ana), lastMessage: wrote(drLee) }), sam), { to: drLee, first: ana });
    assert.deepEqual(addresseeOf(thread({ custody: held(), lastMessage: wrote(sam) }), sam), { to: drLee, first: undefined });
  });

  it('is the practice while nobody has the thread, and for staff the patient who wrote last', () => {
    assert.equal(addresseeOf(thread(), sam).to, undefined);
    assert.equal(addresseeOf(thread({ lastMessage: wrote(sam) }), ana).to?.name, 'Sam Okafor');
    assert.equal(addresseeOf(thread({ lastMessage: wrote(drLee) }), ana).to, undefined);
  });
});

describe('what is noted as read', () => {
  const [theirs, mine] = [message({ author: drLee }), message({ author: sam })];
  const view = (about: Thread, ...items: (typeof theirs)[]) => ({
    me: sam,
    practice: undefined,
    thread: about,
    entries: { items, unreadable: 0 },
  });

  it('is what others wrote, the newest first', () => {
    const older = message({ author: drLee });
    assert.deepEqual(unread(view(thread(), mine, theirs, older)), [theirs, older]);
    assert.deepEqual(unread(view(thread(), mine)), []);
  });

  it('is nothing when the mark is there already', () => {
    const readMarks = [{ person: sam, upTo: theirs.id, at: '2026-11-23T18:00:00Z' }];
    assert.deepEqual(unread(view(thread({ readMarks }), mine, theirs)), []);
  });
});
