import type { Absence } from '../../adapter/adapter.js';
import type { ResultsPort } from '../../adapter/ports/results.js';
import type { FhirContext } from './fhir-context.js';
import { createCorrections } from './correction-calls.js';
import { readRelease, setRelease } from './release.js';
import { keepsRelease, keepsTasks } from './result-access.js';
import { makeOnce, nowAt } from './result-marks.js';
import { createResultReading } from './result-reading.js';
import { noteVisit } from './result-visit.js';
import { concept } from './terms.js';

/** What a session can do with results, and why not the rest. */
export interface ResultsOffer {
  readonly results?: ResultsPort;
  readonly missing: Readonly<Record<string, Absence>>;
}

/** Results of a FHIR server. What it does not take, or the session may not, is missing with a reason. */
export function resultsOffer(context: FhirContext): ResultsOffer {
  const { capabilities, isStaff, me } = context;
  const lack = capabilities.lack('DiagnosticReport.search-type', 'DiagnosticReport.read', 'Observation.search-type', 'Observation.read');
  if (lack) return { missing: { results: { code: lack } } };

  const reading = createResultReading(context);
  const { readResult } = reading;
  const { reportMistake, listReported, reviewCorrection } = createCorrections(context, reading);
  const missing: Record<string, Absence> = {};
  const offer = <M extends object>(isFor: boolean, isKept: boolean, methods: M): Partial<M> => {
    if (isFor && isKept) return methods;
    for (const method of Object.keys(methods)) missing[`results.${method}`] = { code: isFor ? 'unsupported' : 'forbidden' };
    return {};
  };

  const results = {
    ...reading,
    ...offer(!isStaff, keepsRelease(context), {
      async uncover(id, given) {
        const result = await readResult(id, given);
        if (!result.cover) return result;
        const opened = {
          resourceType: 'Task',
          status: 'completed',
          intent: 'order',
          code: concept('task', 'result-opened', 'Opened a covered result'),
          focus: { reference: id },
          for: { reference: result.subject.id },
          owner: { reference: me.id },
          authoredOn: nowAt(context),
        };
        await makeOnce(context, opened, `result-opened-${id}`, given);
        return readResult(id, given);
      },
      readRelease: ({ subject }, given) => readRelease(context, subject, given),
      setRelease: (choice, given) => setRelease(context, choice, given),
    } satisfies Partial<ResultsPort>),
    ...offer(!isStaff, keepsTasks(context) && !capabilities.lack('Task.update'), {
      noteVisit: ({ subject }, given) => noteVisit(context, subject, given),
    } satisfies Partial<ResultsPort>),
    ...offer(!isStaff, keepsTasks(context), { reportMistake }),
    ...offer(isStaff, keepsTasks(context) && !capabilities.lack('Task.update'), { listReported, reviewCorrection }),
  };
  return { results: results as ResultsPort, missing };
}
