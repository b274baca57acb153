import type { AdapterErrorCode } from '../../adapter/errors.js';
import type { FhirContext } from './fhir-context.js';

/** Why something cannot be done with results; undefined where it can. */
export function resultLack({ capabilities: { lack, mayDo }, isStaff }: FhirContext, method: string): AdapterErrorCode | undefined {
  const reads = lack('DiagnosticReport.search-type', 'DiagnosticReport.read', 'Observation.search-type', 'Observation.read');
  // Not every server says that it has files, but each says what it has granted.
  if (method === 'open') return reads ?? (mayDo('Binary', 'read') ? undefined : 'forbidden');
  if (/Results|readResult|History/.test(method)) return reads;
  if (/Reported|review/.test(method) !== isStaff) return 'forbidden';
  const kept = reads ?? lack('Task.search-type', 'Task.create', 'Task.update');
  return /uncover|Release/.test(method) ? (kept ?? lack('Consent.search-type', 'Consent.create', 'Consent.update')) : kept;
}
