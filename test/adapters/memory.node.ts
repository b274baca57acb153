import { describe, it } from 'node:test';
import { conformance } from '../../src/conformance/conformance.js';
import { memoryHarness } from './memory-backend.js';

conformance('memory', { describe, it: (title, body) => void it(title, body) }, memoryHarness);
