import type { Adapter, Connection } from '../../src/adapter/adapter.js';
import { memoryAdapter, memoryBackend, type Scenario } from '../../src/adapters/memory/memory-adapter.js';
import type { SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import { SCENARIO_NOW } from '../../src/adapters/memory/scenarios.js';

/** Where a backend puts words that people read. Ids, kinds and times are not among them. */
export const WORDS = [
  'name', 'title', 'label', 'body', 'note', 'text', 'free', 'help', 'explanation', 'prompt', 'phone', 'phoneHours', 'snippet', 'value',
  'emergencyPhone', 'crisisPhone', 'adult', 'child',
] as const;

const READS = new Set([
  'listThreads', 'readThread', 'listEntries', 'readPractice', 'listReasons', 'listCareTeam', 'listStaff', 'listMedications', 'list',
]);

type Who = (typeof SIGN_INS)[keyof typeof SIGN_INS];

/** A backend whose every word, or those of some fields, is the same text. */
export function saying(scenario: Scenario, me: Who, text: string, fields: readonly string[] = WORDS): Adapter {
  const adapter = memoryAdapter({ backend: memoryBackend(scenario, { now: () => Date.parse(SCENARIO_NOW) }), me });
  const told = new Set(fields);
  const reworded = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return told.has(key) ? text : value;
    if (Array.isArray(value)) return value.map((item) => reworded(item, key));
    if (typeof value !== 'object' || value === null) return value;
    // What an answer is told apart by stays: two choices of the same value would be one.
    const isChoice = 'label' in value && 'value' in value && 'explanation' in value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, isChoice && name === 'value' ? (part as unknown) : reworded(part, name)]),
    );
  };
  const port = (methods: object | undefined) =>
    methods &&
    Object.fromEntries(
      Object.entries(methods).map(([name, method]) => [
        name,
        READS.has(name) ? async (...args: unknown[]) => reworded(await (method as (...args: unknown[]) => unknown)(...args)) : (method as unknown),
      ]),
    );
  return {
    name: 'saying',
    async connect(options) {
      const { changes: _, ...ports } = await adapter.connect(options);
      const worded = Object.entries(ports).map(([name, part]) => {
        const isPort = typeof part === 'object' && !['me', 'subjects', 'missing'].includes(name);
        return [name, isPort ? port(part) : name === 'missing' ? part : reworded(part)];
      });
      return Object.fromEntries(worded) as Connection;
    },
  };
}
