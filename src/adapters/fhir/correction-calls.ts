import type { CallOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';
import type { ResultsPort } from '../../adapter/ports/results.js';
import type { ResultId } from '../../model/id.js';
import type { Page } from '../../model/page.js';
import type { Result } from '../../model/result.js';
import { correctionOf, statusFor } from './correction.js';
import type { FhirContext } from './fhir-context.js';
import type { Resource } from './json.js';
import { allOf } from './paging.js';
import { storableText, wrongAt, writtenText } from '../shared/written-text.js';
import { makeOnce, nowAt, rewrite } from './result-marks.js';
import { unlessRefused } from './result-members.js';
import { partOf, textOf } from './result-parts.js';
import type { ResultReading } from './result-reading.js';
import { coded, concept, KEYS, referenceIn } from './terms.js';

const BUDGET = 750;
const PAGE = 20;

/** Reports of mistakes: tasks for the practice, with the result as their focus. The record itself is never written. */
export function createCorrections(
  context: FhirContext,
  { readResult }: Pick<ResultReading, 'readResult'>,
): Required<Pick<ResultsPort, 'reportMistake' | 'listReported' | 'reviewCorrection'>> {
  const { http, me, directory } = context;
  const search = async (rest: string, given: CallOptions): Promise<readonly Resource[]> =>
    (await allOf(http, `Task?code=${coded('task', 'amendment')}&${rest}&_count=100`, given)).matches;

  return {
    async reportMistake({ result: id, ...mistake }, given) {
      const result = await readResult(id, given);
      if (result.cover) throw new AdapterError('conflict', 'fhir: the result is covered');
      const wrong = writtenText(mistake.wrong, { field: 'wrong', budget: BUDGET });
      const right = writtenText(mistake.right, { field: 'right', budget: BUDGET });
      const task = {
        resourceType: 'Task',
        status: 'requested',
        intent: 'proposal',
        code: concept('task', 'amendment', 'Report of a mistake in the record'),
        focus: { reference: id },
        for: { reference: result.subject.id },
        requester: { reference: me.id },
        authoredOn: nowAt(context),
        input: Object.entries({ wrong, right }).map(([word, valueString]) => ({ type: concept('amendment', word), valueString })),
      };
      await makeOnce(context, task, given.key, given);
      const [there] = await search(`identifier=${encodeURIComponent(`${KEYS}|${given.key}`)}`, given);
      const kept = there && correctionOf(there, directory);
      const isSame = kept?.wrong === wrong && kept.right === right && referenceIn(there!.focus) === id;
      if (kept && !isSame) throw new AdapterError('conflict', 'fhir: the key was used for other words');
      return readResult(id, given);
    },

    async listReported({ after }, given): Promise<Page<Result>> {
      const tasks = await search('status=requested,received,accepted,in-progress&_sort=authored-on', given);
      const since = (task: Resource): number => Date.parse(correctionOf(task, directory).reportedAt);
      const waiting = [...tasks].sort((a, b) => since(a) - since(b)).map(({ focus }) => referenceIn(focus) as ResultId | undefined);
      const results = [...new Set(waiting)].filter((id) => id !== undefined);
      const from = after === undefined ? 0 : results.indexOf(after as ResultId) + 1;
      const page = results.slice(from, from + PAGE);
      const items = await Promise.all(page.map((id) => unlessRefused(readResult(id, given))));
      return { items: items.filter((item) => item !== undefined), next: results.length > from + PAGE ? page.at(-1) : undefined };
    },

    async reviewCorrection({ result, correction, state, note: said = '' }, given) {
      const { corrections } = await readResult(result, given);
      const known = corrections.find(({ id }) => id === correction);
      if (!known) throw new AdapterError('not-found', 'fhir: no such report');
      const tasks = await search(`focus=${result}`, given);
      const task = tasks.find(({ id }) => String(id) === correction);
      const status = statusFor(state);
      if (!task || !status || state === ('sent' as string)) throw wrongAt('state');
      const checked = state === 'declined' ? writtenText : storableText;
      const note = checked(said, { field: 'note', budget: BUDGET });
      const isFinished = known.state === 'changed' || known.state === 'declined';
      const isRepeated = isFinished && known.state === state && (known.note ?? '') === note;
      if (isFinished && !isRepeated) throw new AdapterError('conflict', 'fhir: the report is finished');
      if (isRepeated) return readResult(result, given);
      const now = nowAt(context);
      const noted = note && { note: [...notesIn(task), { text: note, authorReference: { reference: me.id }, time: now }] };
      const why = state === 'declined' && { statusReason: { text: note } };
      await rewrite(context, { ...task, status, owner: { reference: me.id }, lastModified: now, ...noted, ...why }, given);
      return readResult(result, given);
    },
  };
}

const notesIn = ({ note }: Resource): unknown[] => (Array.isArray(note) ? note.filter((each) => textOf(partOf(each).text)) : []);
