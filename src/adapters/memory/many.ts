import type { ThreadId } from '../../model/id.js';
import type { Entry } from '../../model/message.js';
import { ana, drLee, june, sam } from './people.js';
import type { Scenario, ScenarioThread } from './scenario.js';
export { manySlots } from './visits/many-slots.js';
import { emptyPractice, happened, said, SCENARIO_NOW } from './scenarios.js';

const MINUTE = 60_000;
const WORDS = [
  'the tablets since morning better after lunch still a little tired but walking every day please call when you can',
  'thank you the pharmacy says ready on Friday and my blood pressure was lower this week',
].flatMap((line) => line.split(' '));

/** Numbers that look random and are the same every time, 0 up to 1 (mulberry32). */
function seededNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A practice where Sam has written many threads, each with a question and perhaps an answer. */
export function manyThreads(count: number, seed = 1): Scenario {
  const next = seededNumbers(seed);
  const oneOf = (place: number): ScenarioThread => oneOfMany(`thread-${place}`, 1 + (place % 2), place, next);
  return { ...emptyPractice, threads: Array.from({ length: count }, (_, place) => oneOf(place)) };
}

/** A practice where Sam has one thread, called `long`, with many messages and a hand-over now and then. */
export function manyMessages(count: number, seed = 1): Scenario {
  return { ...emptyPractice, threads: [oneOfMany('long', count, 0, seededNumbers(seed))] };
}

function oneOfMany(id: string, messages: number, age: number, next: () => number): ScenarioThread {
  const start = Date.parse(SCENARIO_NOW) - (age + messages * 3 + 1) * 7 * MINUTE;
  const entries: Entry[] = [];
  for (let place = 0; place < messages; place++) {
    const at = new Date(start + place * 3 * 7 * MINUTE).toISOString();
    const author = place % 2 === 0 ? sam : drLee;
    entries.push(said(id, place + 1, author, at, sentence(next)));
    if (place % 40 === 20) {
      entries.push(happened(id, messages + place + 1, 'routed', ana, at, { to: june, note: 'Asked to look at this.' }));
    }
  }
  const answered = messages % 2 === 0;
  return {
    id: id as ThreadId,
    title: answered ? 'A test result' : 'A medical question',
    subject: sam,
    state: 'open',
    custody: { state: 'held', holder: drLee, since: new Date(start).toISOString() },
    turn: answered ? 'patient' : 'practice',
    entries,
  };
}

function sentence(next: () => number): string {
  const length = 6 + Math.floor(next() * 40);
  const chosen = Array.from({ length }, () => WORDS[Math.floor(next() * WORDS.length)]!);
  return `${chosen.join(' ')}.`;
}
