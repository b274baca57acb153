import type { CallOptions } from '../../adapter/call-options.js';
import { foundIn } from './bundle.js';
import { isEntry } from './communication.js';
import type { FhirContext } from './fhir-context.js';
import type { Resource } from './json.js';
import { isId } from './terms.js';
import { linesOf } from './thread-state.js';

/** One line of a thread, if it is there. */
export async function lineIn({ http }: FhirContext, thread: string, id: string, given: CallOptions): Promise<Resource | undefined> {
  if (!isId(id)) return undefined;
  const found = foundIn(await http.read(`${linesOf({ id: thread })}&_id=${id}`, given, JSON.parse), 'Communication');
  return found.matches.find(isEntry);
}
