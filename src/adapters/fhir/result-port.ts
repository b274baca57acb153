import { PORT_METHODS, type Ports } from '../../adapter/adapter.js';
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
