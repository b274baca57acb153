import { conformance } from '../../src/conformance/conformance.js';
import { memoryHarness } from './memory-backend.js';

conformance('memory', { describe, it }, memoryHarness);
