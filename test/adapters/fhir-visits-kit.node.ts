import { describe, it } from 'node:test';
import { conformance } from '../../src/conformance/conformance.js';
import type { Runner } from '../../src/conformance/harness.js';
import { visitsHarness } from './fhir-backend.js';

/** Runs those parts of the kit that are about visits: the rest needs messages. */
const only = (parts: RegExp): Runner => ({
  describe: (title, body) => void (parts.test(title) && describe(title, body)),
  it: (title, body) => void it(title, body),
});

// Where a transaction books, the whole kit is run: see fhir.node.ts. Where the practice books, nothing can be picked, and
// fhir-visits-request.node.ts says what can be done.
conformance('fhir with $book and $hold', only(/keeps|^(session|appointments|schedule)$/), visitsHarness('operation'));
conformance('fhir where the practice books', only(/keeps|^session$/), visitsHarness('request'));
