import { PORT_METHODS, type Ports } from '../../adapter/adapter.js';
import type { AdapterErrorCode } from '../../adapter/errors.js';
import type { FhirContext } from './fhir-context.js';
import { later, portLater } from './later.js';

type ResultPorts = Required<Pick<Ports, 'results' | 'attachments'>>;

/** Results and their files. What reads them is fetched with the first call: many pages only show messages. */
export function resultPorts(context: FhirContext): ResultPorts {
  const calls = later(async () => (await import('./result-calls.js')).resultCalls(context));
  return {
    results: portLater(async () => (await calls()).results, PORT_METHODS.results),
    attachments: portLater(async () => (await calls()).attachments, PORT_METHODS.attachments),
  };
}

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
