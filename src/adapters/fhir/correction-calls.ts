import type { CallOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';
import type { ResultsPort } from '../../adapter/ports/results.js';
import type { ResultId } from '../../model/id.js';
import type { Page } from '../../model/page.js';
import type { Result } from '../../model/result.js';
import { correctionOf, noteIn, reportedIn, stateOf, statusFor } from './correction.js';
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
      const kept = there && [correctionOf(there, directory)].flat()[0];
      const isSame = kept?.wrong === wrong && kept.right === right && referenceIn(there!.focus) === id;
      if (kept && !isSame) throw new AdapterError('conflict', 'fhir: the key was used for other words');
      return readResult(id, given);
    },

    async listReported({ after }, given): Promise<Page<Result>> {
      const tasks = await search('status=requested,received,accepted,in-progress&_sort=authored-on', given);
      if (after !== undefined && !/^\d+ \S+$/.test(after)) throw wrongAt('after');
      // By when, and not by number: who is finished takes nobody else's place.
      const rows = tasks.flatMap((task) => {
        const [id, at] = [referenceIn(task.focus) as ResultId | undefined, Date.parse(reportedIn(task) ?? '')];
        return id && at ? { id, at, mark: `${at} ${id}` } : [];
      });
      rows.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
      const firsts = rows.filter(({ id }, place) => rows.findIndex((row) => row.id === id) === place);
      const [time = '', last = ''] = after?.split(' ') ?? [];
      const rest = firsts.filter(({ at, id }) => at > Number(time) || (at === Number(time) && id > last));
      const page = rest.slice(0, PAGE);
      const items = await Promise.all(page.map(({ id }) => unlessRefused(readResult(id, given))));
      return { items: items.filter((item) => item !== undefined), next: rest.length > PAGE ? page.at(-1)!.mark : undefined };
    },

    async reviewCorrection({ result, correction, state, note: said = '' }, given) {
      await readResult(result, given);
      // Judged by what is then written over, and that only as long as it is still so.
      const task = (await search(`focus=${result}`, given)).find(({ id }) => String(id) === correction);
      if (!task) throw new AdapterError('not-found', 'fhir: no such report');
      const status = statusFor(state);
      if (!status || state === ('sent' as string)) throw wrongAt('state');
      const checked = state === 'declined' ? writtenText : storableText;
      const note = checked(said, { field: 'note', budget: BUDGET });
      const known = stateOf(task);
      const isFinished = known === 'changed' || known === 'declined';
      const isRepeated = isFinished && known === state && noteIn(task) === (note || undefined);
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
