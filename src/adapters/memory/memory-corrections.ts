import { AdapterError } from '../../adapter/errors.js';
import type { WriteOptions } from '../../adapter/call-options.js';
import type { CorrectionReview, ResultsPort } from '../../adapter/ports/results.js';
import type { Page } from '../../model/page.js';
import type { Correction, CorrectionId, Result } from '../../model/result.js';
import type { Session } from '../../model/session.js';
import type { MemoryBackend } from './memory-backend.js';
import { checkSubjectsSide, pageBelow, readResult } from './memory-results.js';
import { storableText, wrongAt, writtenText } from './memory-text.js';
import { resultFor } from './result-record.js';
import { isStaff } from './thread-record.js';

const BUDGET = 750;

/** Puts a report of a mistake at a result that its reader has seen. */
export function reportMistake(
  backend: MemoryBackend,
  session: Session,
  given: Parameters<ResultsPort['reportMistake']>[0],
  { key }: WriteOptions,
): Result {
  checkSubjectsSide(session);
  const { results } = backend;
  const record = results.find(given.result, session);
  return backend.once(session.me.id, key, ['mistake', given.result, given.wrong, given.right], () => {
    if (results.coverFor(record, session)) throw new AdapterError('conflict', 'memory: the result is covered');
    const correction: Correction = {
      id: backend.newId('correction') as CorrectionId,
      state: 'sent',
      wrong: writtenText(given.wrong, { field: 'wrong', budget: BUDGET }),
      right: writtenText(given.right, { field: 'right', budget: BUDGET }),
      reportedBy: session.me,
      reportedAt: backend.now(),
    };
    results.save(record, { ...record.result, corrections: [...record.result.corrections, correction] });
    return () => readResult(backend, session, given.result);
  });
}

/** Says what becomes of a report that is not finished. */
export function reviewCorrection(
  backend: MemoryBackend,
  session: Session,
  { result, correction: id, state, note: given }: CorrectionReview,
  { key }: WriteOptions,
): Result {
  checkStaff(session);
  const record = backend.results.find(result, session);
  if (!record.result.corrections.some((each) => each.id === id)) {
    throw new AdapterError('not-found', 'memory: no such report');
  }
  return backend.once(session.me.id, key, ['review', result, id, state, given], () => {
    const { corrections } = record.result;
    if (corrections.some((each) => each.id === id && !isUnfinished(each))) {
      throw new AdapterError('conflict', 'memory: the report is finished');
    }
    if (!['under-review', 'changed', 'declined'].includes(state)) throw wrongAt('state');
    const checked = state === 'declined' ? writtenText : storableText;
    const note = checked(given ?? '', { field: 'note', budget: BUDGET }) || undefined;
    const review = { state, note, reviewedBy: session.me, reviewedAt: backend.now() };
    backend.results.save(record, {
      ...record.result,
      corrections: corrections.map((each) => (each.id === id ? { ...each, ...review } : each)),
    });
    return () => readResult(backend, session, result);
  });
}

/** Results with a report that is not finished, the longest waiting first. */
export function listReported(
  { results }: MemoryBackend,
  session: Session,
  { after }: { readonly after?: string | undefined },
): Page<Result> {
  checkStaff(session);
  const rows = [...results.records].flatMap((record) => {
    const since = record.result.corrections.filter(isUnfinished).map(({ reportedAt }) => Date.parse(reportedAt));
    return since.length > 0 ? { item: record, key: [-Math.min(...since), -record.order] } : [];
  });
  return pageBelow(rows, after, (record) => resultFor(record, undefined));
}

const isUnfinished = ({ state }: Correction): boolean => state === 'sent' || state === 'under-review';

function checkStaff({ me }: Session): void {
  if (!isStaff(me)) throw new AdapterError('forbidden', 'memory: this is for staff');
}
