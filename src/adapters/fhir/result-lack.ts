import type { AdapterErrorCode } from '../../adapter/errors.js';
import type { FhirContext } from './fhir-context.js';

const READING = ['results.listResults', 'results.readResult', 'results.listHistory', 'attachments.open'];
const FOR_STAFF = ['results.listReported', 'results.reviewCorrection'];
const OF_RELEASE = ['results.uncover', 'results.readRelease', 'results.setRelease'];

/** Why something cannot be done with results; undefined where it can. */
export function resultLack({ capabilities: { lack }, isStaff }: FhirContext, name: string): AdapterErrorCode | undefined {
  const reads = lack('DiagnosticReport.search-type', 'DiagnosticReport.read', 'Observation.search-type', 'Observation.read');
  if (READING.includes(name)) return reads;
  if (FOR_STAFF.includes(name) !== isStaff) return 'forbidden';
  const kept = reads ?? lack('Task.search-type', 'Task.create', 'Task.update');
  return OF_RELEASE.includes(name) ? (kept ?? lack('Consent.search-type', 'Consent.create', 'Consent.update')) : kept;
}
