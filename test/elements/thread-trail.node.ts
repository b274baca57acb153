import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answeredRefill, closedBill, waitingQuestion } from '../../src/adapters/memory/scenarios.js';
import type { ScenarioThread } from '../../src/adapters/memory/scenario.js';
import { ana, drLee, sam } from '../../src/adapters/memory/people.js';
import { holderOf, trailOf } from '../../src/elements/thread/trail.js';
import type { Person } from '../../src/model/person.js';
import type { Thread } from '../../src/model/thread.js';
import { message, thread, threadEvent } from '../support/people.js';

/** The trail as one would tell it: name, what they did, and a star for now. */
function told(scenario: ScenarioThread, me: Person): string[] {
  const { entries, readMarks: _, ...parts } = scenario;
  return words(thread(parts as Partial<Thread>), [...entries].reverse(), me);
}

function words(...[about, entries, me]: Parameters<typeof trailOf>): string[] {
  return trailOf(about, entries, me).map(({ person, did, now }) => `${person?.name ?? '-'} ${did}${now ? ' *' : ''}`);
}

describe('the hand-over line', () => {
  it('tells who wrote, who had it, who answered and whose turn it is', () => {
    assert.deepEqual(told(answeredRefill, sam), [
      'Sam Okafor wrote',
      'Ana Morales had',
      'Dr. Grace Lee answered',
      'Sam Okafor had *',
    ]);
  });

  it('ends at the practice while nobody has it', () => {
    assert.deepEqual(told(waitingQuestion, sam), ['Sam Okafor wrote', '- had *']);
  });

  it('has no end now once the thread is closed', () => {
    assert.deepEqual(told(closedBill, sam), ['Sam Okafor wrote', 'Ana Morales answered', 'Sam Okafor wrote']);
  });

  it('believes custody where what was written says otherwise', () => {
    const about = thread({ custody: { state: 'held', holder: ana, since: '2026-11-23T18:00:00Z' } });
    const entries = [threadEvent({ kind: 'routed', actor: ana, to: drLee }), message({ author: sam })];
    assert.deepEqual(words(about, entries, sam), ['Sam Okafor wrote', 'Dr. Grace Lee had', 'Ana Morales had *']);
  });

  it('ends, for staff, with whom custody names, as the words above it do', () => {
    assert.equal(told(answeredRefill, drLee).at(-1), 'Dr. Grace Lee answered *');
    assert.equal(holderOf(thread({ ...answeredRefill, readMarks: [] } as Partial<Thread>), drLee)?.name, 'Dr. Grace Lee');
  });

  it('stays short however often a thread went back and forth', () => {
    const entries = Array.from({ length: 40 }, (_, place) => message({ author: place % 2 ? sam : drLee }));
    assert.equal(words(thread(), entries, sam).length, 4);
  });

  it('is drawn from nothing but the thread where no entry was read', () => {
    assert.deepEqual(words(thread(), [], sam), ['- had *']);
  });
});
