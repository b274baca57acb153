import { randomUUID } from 'node:crypto';
import { dueDate, Result, type Instant, type ResultComment, type ResultId } from 'carethread/model';
import { beginAct, type Act } from '../conversation/act.js';
import { folded } from '../conversation/fold.js';
import { isOwnId } from '../conversation/threads.js';
import type { Database, DatabaseTransaction } from '../database/tables.js';
import { softwareReader, type Directory } from '../directory/directory.js';
import type { StoredResult } from './results.js';
import { takenOf } from './taken.js';

/** A result on its way here. What of it is the backend's to say may be missing, or is not listened to. */
export type ArrivingResult = Pick<Result, 'name' | 'status'> &
  Partial<Omit<Result, 'name' | 'status' | 'subject' | 'kind' | 'id'>> & {
    /** None: one of our own. That of one which is here already: it is corrected. */
    readonly id?: string;
    readonly subject: { readonly id: string };
    readonly kind?: { readonly id: string } | undefined;
    /** By when a clinician comments. None: as the practice promises for its kind. */
    readonly dueAt?: Instant | undefined;
  };

/** What is in the files of a result, by their ids. */
export type FileBytes = Readonly<Record<string, Uint8Array>>;

/** Where it arrives. */
export type Where = { readonly database: DatabaseTransaction; readonly directory: Directory; readonly now: Instant };

/** Brings a result in, or anew with what was corrected in it. Ends with an error where it is of nobody here. */
export async function addResult({ database, directory, now }: Where, arriving: ArrivingResult, bytes: FileBytes = {}): Promise<ResultId> {
  const record = directory.practices.find(({ entry }) => entry.patients.some(({ id }) => id === arriving.subject.id));
  if (!record) throw new Error('The result is of nobody here');
  const { entry, practice } = record;
  const kind = entry.resultKinds.find(({ id }) => id === arriving.kind?.id);
  if (arriving.kind && !kind) throw new Error('The practice has no such kind of result');
  const known = database.selectFrom('result').select('arrived_at').where('id', '=', arriving.id ?? '');
  const arrivedAt = (await known.executeTakeFirst())?.arrived_at ?? arriving.arrivedAt ?? now;
  const result = Result.parse({
    comments: [],
    measurements: [],
    files: [],
    ...arriving,
    id: arriving.id ?? randomUUID(),
    practice,
    subject: directory.person(arriving.subject.id),
    kind: kind && { id: kind.id, label: kind.label },
    arrivedAt,
    corrections: [],
  });
  if (!isOwnId(result.id)) throw new Error('The result has an id that no path could hold');
  const act = await beginAct(database, { directory, reader: softwareReader(record, directory), now });
  const { id, version: _version, practice: _practice, subject, cover: _cover, corrections: _corrections, ...said } = result;
  const promised = kind?.commentWithin && dueDate(arrivedAt, practice, kind.commentWithin);
  await save(act, { id, subject: subject.id }, { ...said, arrivedAt, dueAt: arriving.dueAt ?? promised });
  await saveFiles(act, result, bytes);
  return id;
}

/** A clinician says something about a result. */
export async function commentOnResult({ database, directory, now }: Where, id: string, comment: ResultComment): Promise<void> {
  const row = await database.selectFrom('result').select(['practice', 'subject', 'record']).where('id', '=', id).executeTakeFirstOrThrow();
  const record = directory.practices.find(({ practice }) => practice.id === row.practice)!;
  const act = await beginAct(database, { directory, reader: softwareReader(record, directory), now });
  const stored = JSON.parse(row.record) as StoredResult;
  await save(act, { id, subject: row.subject }, { ...stored, comments: [...stored.comments, { at: now, ...comment }] });
}

async function save(act: Act, { id, subject }: { id: string; subject: string }, stored: StoredResult): Promise<void> {
  const { database, reader, change } = act;
  const { practice } = reader.record;
  const arrived_at = new Date(stored.arrivedAt!).toISOString();
  const { at, first: first_day, last: last_day } = takenOf(stored.takenAt ?? arrived_at, practice.zone);
  // Of one moment what came last stands first.
  const sort_key = `${at} ${arrived_at}`;
  const row = {
    practice: practice.id,
    subject,
    kind: stored.kind?.id ?? null,
    status: stored.status,
    sort_key,
    first_day,
    last_day,
    arrived_at,
    commented: stored.comments.length > 0 ? 1 : 0,
    record: JSON.stringify(stored),
    search_name: searchable([stored.name]),
    search: searchable([
      stored.name,
      ...stored.measurements.map(({ name }) => name),
      stored.report ?? '',
      ...stored.comments.map(({ text }) => text),
    ]),
    change,
  };
  await database
    .insertInto('result')
    .values({ ...row, id, opened_at: null, reported_at: null, version: 1 })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((to) => ({ ...row, version: to('result.version', '+', 1) })),
    )
    .execute();
  const codes = stored.measurements.flatMap(({ code }, place) =>
    code === undefined ? [] : [{ result: id, place, subject, code: storable(code), sort_key }],
  );
  await database.deleteFrom('result_code').where('result', '=', id).execute();
  if (codes.length > 0) await database.insertInto('result_code').values(codes).execute();
}

async function saveFiles({ database }: Act, { id, files }: Result, bytes: FileBytes): Promise<void> {
  // What a corrected result no longer has may have been somebody else's.
  const kept = files.map(({ id: file }) => file as string);
  const gone = database.deleteFrom('result_file').where('result', '=', id);
  await (kept.length > 0 ? gone.where('id', 'not in', kept) : gone).execute();
  for (const file of files) {
    const content = bytes[file.id];
    if (!content) continue;
    if (!isOwnId(file.id)) throw new Error('The file has an id that no path could hold');
    await database.deleteFrom('result_file').where('id', '=', file.id).where('result', '=', id).execute();
    await database
      .insertInto('result_file')
      .values({ id: file.id, result: id, type: file.type ?? 'application/octet-stream', bytes: content })
      .execute();
  }
}

const searchable = (texts: readonly string[]): string => storable(folded(texts.join('\n')));

/** As both databases give it back: a lab may send what PostgreSQL cannot keep. What is shown is kept as JSON, unharmed. */
const storable = (text: string): string => text.replaceAll('\0', ' ').replace(/\p{Surrogate}/gu, '\ufffd');

/** The practice's own system, which brings results in. Nothing of it is in the API. */
export interface ResultSystem {
  addResult(result: ArrivingResult, bytes?: FileBytes): Promise<ResultId>;
  commentOnResult(id: string, comment: ResultComment): Promise<void>;
}

/** Each act in a transaction of its own, after which readers are told. */
export function resultSystem({ database, directory, clock, told }: {
  readonly database: Database;
  readonly directory: Directory;
  readonly clock: () => number;
  readonly told: () => void;
}): ResultSystem {
  async function act<T>(effect: (where: Where) => Promise<T>): Promise<T> {
    const now = new Date(clock()).toISOString();
    const done = await database.transaction().execute((transaction) => effect({ database: transaction, directory, now }));
    told();
    return done;
  }
  return {
    addResult: (result, bytes) => act((where) => addResult(where, result, bytes)),
    commentOnResult: (id, comment) => act((where) => commentOnResult(where, id, comment)),
  };
}
