import { describe, it } from 'node:test';
import { conformance } from '../../src/conformance/conformance.js';
import { fhirHarness } from './fhir-backend.js';

const runner = { describe, it: (title: string, body: () => Promise<void>) => void it(title, body) };

conformance('fhir', runner, fhirHarness);
