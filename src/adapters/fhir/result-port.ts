import { PORT_METHODS, type Ports } from '../../adapter/adapter.js';
import { AdapterError, type AdapterErrorCode } from '../../adapter/errors.js';
import type { FhirContext } from './fhir-context.js';

type ResultPorts = Required<Pick<Ports, 'results' | 'attachments'>>;
type Call = (...given: readonly unknown[]) => Promise<unknown>;

/** Results and their files. What reads them is fetched with the first call: many pages only show messages. */
export function resultPorts(context: FhirContext): ResultPorts {
  let fetching: Promise<ResultPorts> | undefined;
  const later =
    (port: keyof ResultPorts, method: string): Call =>
    async (...given) => {
      fetching ??= import('./result-calls.js').then(({ resultCalls }) => resultCalls(context));
      const calls = await fetching.catch(() => {
        fetching = undefined;
        throw new AdapterError('offline', 'what reads results did not load');
      });
      return (calls[port] as unknown as Readonly<Record<string, Call>>)[method]!(...given);
    };
  const portOf = (port: keyof ResultPorts): unknown =>
    Object.fromEntries(PORT_METHODS[port].map((method) => [method, later(port, method)]));
  return { results: portOf('results'), attachments: portOf('attachments') } as ResultPorts;
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
