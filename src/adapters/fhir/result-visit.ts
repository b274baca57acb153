import type { WriteOptions } from '../../adapter/call-options.js';
import type { PersonId } from '../../model/id.js';
import type { Visit } from '../../model/release.js';
import type { FhirContext } from './fhir-context.js';
import { foundIn } from './bundle.js';
import { checkReads } from './result-access.js';
import { makeOnce, nowAt, rewrite } from './result-marks.js';
import { instantOf, partOf } from './result-parts.js';
import { concept, KEYS } from './terms.js';

/** Who looks again within this time, in milliseconds, is still on the same visit. */
const VISIT = 30 * 60_000;

/**
 * Notes that the reader looks at a subject's results. One task for each reader and subject, whose period reaches from the
 * end of the visit before to the last look.
 */
export async function noteVisit(context: FhirContext, subject: PersonId, given: WriteOptions): Promise<Visit> {
  checkReads(context, subject);
  const { http, me } = context;
  const key = `result-visit-${me.id}-${subject}`;
  const path = `Task?identifier=${encodeURIComponent(`${KEYS}|${key}`)}`;
  const [task] = foundIn(await http.read(path, given, JSON.parse), 'Task').matches;
  const now = nowAt(context);
  const { start, end } = partOf(task?.executionPeriod);
  const last = instantOf(end);
  const isSame = last && Date.parse(now) - Date.parse(last) < VISIT;
  const since = isSame ? instantOf(start) : last;
  const executionPeriod = { ...(since && { start: since }), end: now };
  if (task) await rewrite(context, { ...task, executionPeriod }, given);
  else {
    const visit = {
      resourceType: 'Task',
      status: 'completed',
      intent: 'order',
      code: concept('task', 'result-visit', 'Looked at the results'),
      for: { reference: subject },
      owner: { reference: me.id },
      executionPeriod,
    };
    await makeOnce(context, visit, key, given);
  }
  return since ? { since } : {};
}
