import type { Ports } from '../../adapter/adapter.js';
import type { WriteOptions } from '../../adapter/call-options.js';
import type { ResultId } from '../../model/id.js';
import type { Result } from '../../model/result.js';
import { attachmentsPort } from './attachment-port.js';
import { createCorrections } from './correction-calls.js';
import type { FhirContext } from './fhir-context.js';
import { readRelease, setRelease } from './release.js';
import { makeOnce, nowAt } from './result-marks.js';
import { createResultReading, type ResultReading } from './result-reading.js';
import { noteVisit } from './result-visit.js';
import { concept } from './terms.js';

/** All that a session can do with results and their files, whether it may or not. */
export function resultCalls(context: FhirContext): Required<Pick<Ports, 'results' | 'attachments'>> {
  const reading = createResultReading(context);
  return {
    results: {
      ...reading,
      ...createCorrections(context, reading),
      uncover: (result, given) => uncover(context, reading, result, given),
      readRelease: ({ subject }, given) => readRelease(context, subject, given),
      setRelease: (choice, given) => setRelease(context, choice, given),
      noteVisit: ({ subject }, given) => noteVisit(context, subject, given),
    },
    attachments: attachmentsPort(context, reading),
  };
}

async function uncover(context: FhirContext, { readResult }: ResultReading, id: ResultId, given: WriteOptions): Promise<Result> {
  const result = await readResult(id, given);
  if (!result.cover) return result;
  const opened = {
    resourceType: 'Task',
    status: 'completed',
    intent: 'order',
    code: concept('task', 'result-opened', 'Opened a covered result'),
    focus: { reference: id },
    for: { reference: result.subject.id },
    owner: { reference: context.me.id },
    authoredOn: nowAt(context),
  };
  await makeOnce(context, opened, `result-opened-${id}`, given);
  return readResult(id, given);
}
