import { describe, it } from 'node:test';
import type { Adapter } from '../../src/adapter/adapter.js';
import { faultAdapter, type FaultRule } from '../../src/adapters/fault/fault-adapter.js';
import { conformance } from '../../src/conformance/conformance.js';
import type { Backend } from '../../src/conformance/harness.js';
import { memoryHarness } from './memory-backend.js';

// What must not matter: every call comes twice now and then, and takes its time.
const HARMLESS: readonly FaultRule[] = [
  { on: '*', fault: 'repeat', chance: 0.3 },
  { on: '*', fault: 'delay', milliseconds: 2, chance: 0.3 },
];

conformance(
  'memory, where calls come twice and late,',
  { describe, it: (title, body) => void it(title, body) },
  {
    ...memoryHarness,
    async open() {
      const backend = await memoryHarness.open();
      const faulty = (adapter: Adapter, seed: number): Adapter => faultAdapter(adapter, { rules: HARMLESS, seed });
      return {
        ...backend,
        patient: faulty(backend.patient, 1),
        stranger: faulty(backend.stranger, 2),
        parent: faulty(backend.parent, 3),
        staff: faulty(backend.staff, 4),
        colleague: faulty(backend.colleague, 5),
      } satisfies Backend;
    },
  },
);
