import { randomUUID } from 'node:crypto';
import type { CorrectionTable, ResultTable } from '../database/result-tables.js';
import type { Act } from '../conversation/act.js';
import { Problem } from '../problems.js';
import { storableText, writtenText } from '../text.js';
import { releasesOf } from './release.js';
import { coveredUntil, findResult } from './results.js';

/** How many characters each part of a report may have, and what is said to it, counted by `textLength`. */
const BUDGET = 750;

/** A patient opens a covered result, for good. One that is open stays as it is. */
export async function uncover(act: Act, id: string): Promise<void> {
  const row = await patientsResult(act, id);
  if (!(await isCovered(act, row))) return;
  await save(act, row, { opened_at: act.now });
}

/** A patient says what is wrong in a result. */
export async function reportMistake(act: Act, id: string, mistake: { wrong: string; right: string }): Promise<void> {
  const row = await patientsResult(act, id);
  const wrong = writtenText(mistake.wrong, { field: 'wrong', budget: BUDGET });
  const right = writtenText(mistake.right, { field: 'right', budget: BUDGET });
  if (await isCovered(act, row)) throw new Problem('conflict', { detail: 'The result is covered.' });
  const { database, reader, now } = act;
  const before = await correctionsOf(act, row);
  await database
    .insertInto('correction')
    .values({
      id: randomUUID(),
      result: id,
      position: before.length + 1,
      state: 'sent',
      wrong,
      right,
      reported_by: reader.person.id,
      reported_at: now,
      note: null,
      reviewed_by: null,
      reviewed_at: null,
    })
    .execute();
  await save(act, row, { reported_at: row.reported_at ?? now });
}

interface Review {
  readonly result: string;
  readonly correction: string;
  readonly state: 'under-review' | 'changed' | 'declined';
  readonly note?: string | undefined;
}

/** Staff say what becomes of a report. */
export async function reviewCorrection(act: Act, { result, correction, state, note }: Review): Promise<void> {
  const row = await findResult(act, result);
  const { database, reader, now } = act;
  if (!reader.isStaff) throw new Problem('forbidden');
  const all = await correctionsOf(act, row);
  const one = all.find(({ id }) => id === correction);
  if (!one) throw new Problem('not-found');
  if (!isUnfinished(one)) throw new Problem('conflict', { detail: 'The report is finished.' });
  const checked = state === 'declined' ? writtenText : storableText;
  const said = checked(note ?? '', { field: 'note', budget: BUDGET });
  const reviewed = { state, note: said.trim() === '' ? null : said, reviewed_by: reader.person.id, reviewed_at: now };
  await database.updateTable('correction').set(reviewed).where('id', '=', one.id).execute();
  const waiting = all.map((other) => (other === one ? { ...one, state } : other)).find(isUnfinished);
  await save(act, row, { reported_at: waiting?.reported_at ?? null });
}

const isUnfinished = ({ state }: Pick<CorrectionTable, 'state'>): boolean => state === 'sent' || state === 'under-review';

/** A result that one of the patient's side may act on. */
async function patientsResult(act: Act, id: string): Promise<ResultTable> {
  const row = await findResult(act, id);
  if (act.reader.isStaff) throw new Problem('forbidden');
  return row;
}

async function isCovered(act: Act, row: ResultTable): Promise<boolean> {
  return coveredUntil(act.reader, row, await releasesOf(act, row.subject)) !== undefined;
}

function correctionsOf({ database }: Act, { id }: ResultTable): Promise<CorrectionTable[]> {
  return database.selectFrom('correction').selectAll().where('result', '=', id).orderBy('position').execute();
}

async function save({ database, change }: Act, row: ResultTable, values: Partial<ResultTable>): Promise<void> {
  await database
    .updateTable('result')
    .set({ ...values, change, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute();
}
