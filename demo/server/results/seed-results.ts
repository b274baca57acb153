import { readFile } from 'node:fs/promises';
import { Attachment, CorrectionId, Instant, MeasuredAt, Measurement, PersonId, ResultId, ResultKindId } from 'carethread/model';
import * as z from 'zod/mini';
import { lockPractice } from '../conversation/act.js';
import type { Database, DatabaseTransaction } from '../database/tables.js';
import type { Directory } from '../directory/directory.js';
import { addResult, type FileBytes } from './arrival.js';
import { shifted } from './shifted.js';

const Told = z.strictObject({
  id: ResultId,
  name: z.string(),
  kind: ResultKindId,
  status: z.enum(['preliminary', 'final', 'corrected', 'cancelled', 'withdrawn']),
  subject: PersonId,
  takenAt: z.optional(MeasuredAt),
  arrivedAt: Instant,
  changedAt: z.optional(Instant),
  changed: z.optional(z.string()),
  orderedBy: PersonId,
  laboratory: z.optional(z.string()),
  /** That its patient has opened it. */
  isOpened: z._default(z.boolean(), false),
  comments: z._default(z.array(z.strictObject({ text: z.string(), author: PersonId, at: Instant })), []),
  measurements: z._default(z.array(Measurement), []),
  report: z.optional(z.string()),
  files: z._default(z.array(Attachment), []),
  corrections: z._default(
    z.array(
      z.strictObject({
        id: CorrectionId,
        state: z.enum(['sent', 'under-review', 'changed', 'declined']),
        wrong: z.string(),
        right: z.string(),
        reportedBy: PersonId,
        reportedAt: Instant,
        note: z.optional(z.string()),
        reviewedBy: z.optional(PersonId),
        reviewedAt: z.optional(Instant),
      }),
    ),
    [],
  ),
});
type Told = z.infer<typeof Told>;

const DemoResults = z.strictObject({
  /** The moment they are told from. None came later. */
  now: Instant,
  /** What is in files, beside this one, by their ids. */
  files: z.record(z.string(), z.string()),
  results: z.array(Told),
});

/**
 * Gives the demo's patients their results, as many days before now as they are told, where their practice has none.
 *
 * @param now - Milliseconds since the epoch.
 */
export async function seedResults(database: Database, directory: Directory, now: number): Promise<void> {
  const demo = new URL('demo/', import.meta.url);
  const told = DemoResults.parse(shifted(JSON.parse(await readFile(new URL('results.json', demo), 'utf8')) as object, now));
  const contents = Object.entries(told.files).map(async ([id, name]) => [id, await readFile(new URL(name, demo))] as const);
  const bytes: FileBytes = Object.fromEntries(await Promise.all(contents));
  await database.transaction().execute(async (transaction) => {
    for (const { practice, entry } of directory.practices) {
      // Of two servers starting only one finds none.
      await lockPractice(transaction, practice.id);
      const known = transaction.selectFrom('result').select('id').where('practice', '=', practice.id).limit(1);
      if (await known.executeTakeFirst()) continue;
      const own = told.results.filter(({ subject, kind }) => isOf(entry.patients, subject) && isOf(entry.resultKinds, kind));
      for (const one of own) await bring(transaction, directory, one, bytes);
    }
  });
}

const isOf = (list: readonly { readonly id: string }[], id: string): boolean => list.some((one) => one.id === id);

async function bring(database: DatabaseTransaction, directory: Directory, told: Told, bytes: FileBytes): Promise<void> {
  const { subject, kind, orderedBy, comments, corrections, isOpened, ...said } = told;
  const where = { database, directory, now: said.arrivedAt };
  await addResult(
    where,
    {
      ...said,
      subject: directory.person(subject),
      kind: { id: kind },
      orderedBy: directory.person(orderedBy),
      comments: comments.map((comment) => ({ ...comment, author: directory.person(comment.author) })),
    },
    bytes,
  );
  const waiting = corrections.find(({ state }) => state === 'sent' || state === 'under-review');
  await database
    .updateTable('result')
    .set({ opened_at: isOpened ? said.arrivedAt : null, reported_at: waiting?.reportedAt ?? null })
    .where('id', '=', said.id)
    .execute();
  for (const [index, { id, reportedBy, reportedAt, note, reviewedBy, reviewedAt, ...rest }] of corrections.entries()) {
    const review = { note: note ?? null, reviewed_by: reviewedBy ?? null, reviewed_at: reviewedAt ?? null };
    const place = { id, result: said.id, position: index + 1, reported_by: reportedBy, reported_at: reportedAt };
    await database.insertInto('correction').values({ ...place, ...rest, ...review }).execute();
  }
}
