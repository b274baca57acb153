import { drLee, sam } from '../people.js';
import { emptyPractice } from '../practices.js';
import type { Scenario } from '../scenario.js';
import { SCENARIO_NOW } from '../telling.js';
import type { ScenarioResult } from './scenario-result.js';
import { amount, between, measured, resultOf } from './told.js';

const DAY = 86_400_000;

/** A practice where Sam has many results, of tests that were each made `points` times: every one has a history. */
export function manyResults(count: number, points: number): Scenario {
  const tests = Math.ceil(count / points);
  const results = Array.from({ length: count }, (_, place) => oneOfMany(place, tests));
  return { ...emptyPractice, results };
}

/** The newest of every test come first, then those before them. */
function oneOfMany(place: number, tests: number): ScenarioResult {
  const test = place % tests;
  const takenAt = new Date(Date.parse(SCENARIO_NOW) - (place + 1) * DAY).toISOString();
  const value = 20 + ((place * 7 + test * 3) % 45);
  const name = `Test ${test + 1}`;
  return resultOf(`many-${place}`, name, {
    subject: sam,
    takenAt,
    arrivedAt: takenAt,
    orderedBy: drLee,
    measurements: [
      measured(name, `test-${test}`, amount(String(value), 'units per liter'), {
        flag: value > 50 ? 'high' : 'usual',
        range: between('10', '50'),
        concern: { high: '80' },
      }),
    ],
  });
}
