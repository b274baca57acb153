import type { CallOptions } from '../../adapter/call-options.js';
import type { ResultQuery, ResultsPort } from '../../adapter/ports/results.js';
import { CalendarDay } from '../../model/instant.js';
import type { Measurement } from '../../model/measurement.js';
import type { Page } from '../../model/page.js';
import type { Result } from '../../model/result.js';
import { textLength } from '../../model/text-length.js';
import type { FhirContext } from './fhir-context.js';
import { parseExactly } from './fhir-http.js';
import { isResource } from './json.js';
import { wrongAt } from '../shared/written-text.js';
import { checkReads, notFound } from './result-access.js';
import { dressed } from './result-cover.js';
import { marksOf } from './result-marks.js';
import { fetchNamed, keyOf, type Pool, subjectOf, wholesOf } from './result-members.js';
import { resultsFrom } from './result-people.js';
import { daysOf } from '../../model/result-times.js';
import { type ResultWalk, walkResults } from './result-walk.js';
import { isId } from './terms.js';

/** How many one page holds at most, and how many are enough not to ask the server again. */
const MOST = 50;
const ENOUGH = 20;
/** How many pages of the server one page of ours is looked for in. What is further away is on the next. */
const PATIENCE = 10;

export type ResultReading = Pick<ResultsPort, 'listResults' | 'readResult' | 'listHistory'>;

/** Reading results. What was read of a subject's list is kept, so that a next page goes on and does not begin anew. */
export function createResultReading(context: FhirContext): ResultReading {
  const walks = new Map<string, ResultWalk>();

  /** A page of what `show` makes of a subject's results. Its bookmark is the last result that was looked at. */
  async function pageOf<T>(
    { subject, after }: Pick<ResultQuery, 'subject' | 'after'>,
    show: (result: Result) => readonly T[],
    given: CallOptions,
  ): Promise<Page<T>> {
    checkReads(context, subject);
    const known = after === undefined ? undefined : walks.get(subject);
    const walk = known ?? walkResults(context, subject);
    walks.set(subject, walk);
    const marks = await marksOf(context, subject, given);
    const { found } = walk;
    const items: T[] = [];
    let hasMore = true;
    let place = 0;
    if (after !== undefined) {
      while ((place = found.findIndex(({ id }) => id === after) + 1) === 0 && hasMore) hasMore = await walk.more(given);
      if (place === 0) throw wrongAt('after');
    }
    const start = place;
    for (let pages = 0; items.length < MOST; ) {
      const result = found[place];
      if (result) {
        items.push(...show(dressed(context, result, marks)));
        place++;
      } else if (!hasMore || items.length >= ENOUGH || (pages++ >= PATIENCE && place > start)) break;
      else hasMore = await walk.more(given);
    }
    const isEnd = place >= found.length && !hasMore;
    return { items, next: isEnd ? undefined : found.slice(0, place).findLast(({ id }) => id)?.id };
  }

  return {
    listResults({ subject, after, ...filter }, given) {
      const fits = matcher(context, filter);
      return pageOf({ subject, after }, (result) => (fits(result) ? [result] : []), given);
    },

    async readResult(id, given) {
      const [type, local = ''] = id.split('/');
      if (!/^(DiagnosticReport|Observation)$/.test(type!) || !isId(local) || id !== `${type}/${local}`) throw notFound();
      const resource = await context.http.read(id, given, parseExactly);
      if (!isResource(resource) || keyOf(resource) !== id) throw notFound();
      const pool: Pool = new Map();
      await fetchNamed(context.http, [resource], pool, given);
      const subject = subjectOf(resource);
      checkReads(context, subject);
      const marks = await marksOf(context, subject, given);
      // What is covered as a whole is covered in part.
      const isPart = type === 'Observation' && !context.isStaff && (marks.consents.size > 0 || marks.otherwise !== 'at-once');
      const around = isPart ? await wholesOf(context.http, subject, id, given) : [];
      // Whether somebody has said something to a whole may stand with another part of it.
      await fetchNamed(context.http, around, pool, given);
      const [result, ...wholes] = await resultsFrom(context, subject, [resource, ...around], pool, given);
      return dressed(context, result!, marks, wholes);
    },

    listHistory({ subject, code, after }, given) {
      const show = ({ id, status, takenAt, measurements }: Result): Measurement[] =>
        status === 'cancelled' || status === 'withdrawn'
          ? []
          : measurements
              .filter((measurement) => measurement.code === code)
              .map((measurement) => ({ ...measurement, result: id, ...(takenAt && { takenAt }) }));
      return pageOf({ subject, after }, show, given);
    },
  };
}

/** Whether a result fits what is looked for. Of a covered one, its name is all there is to look in. */
function matcher({ practice }: FhirContext, { text = '', kind, from, to }: Omit<ResultQuery, 'subject'>): (result: Result) => boolean {
  if (textLength(text.trim()) > 200) throw wrongAt('text');
  for (const [name, day] of Object.entries({ from, to })) {
    if (day !== undefined && !CalendarDay.safeParse(day).success) throw wrongAt(name);
  }
  const words = folded(text).split(/\s+/).filter(Boolean);
  return (result) => {
    if (kind !== undefined && result.kind?.id !== kind) return false;
    if (from ?? to) {
      const days = daysOf(result, practice.zone);
      if (!days || days[1] < (from ?? '') || days[0] > (to ?? '9999-12-31')) return false;
    }
    const { name, report = '', measurements, comments } = result;
    const places = [name, report, ...measurements.map((each) => each.name), ...comments.map((each) => each.text)].map(folded);
    return words.every((word) => places.some((place) => place.includes(word)));
  };
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

