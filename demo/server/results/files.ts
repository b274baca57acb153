import { isOwnId, type Scope } from '../conversation/threads.js';
import { Problem } from '../problems.js';
import { releasesOf } from './release.js';
import { coveredUntil, findResult } from './results.js';

/** What is in a file, and what it is said to be. */
export interface OpenFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A file for whoever may read its result. Of a covered one, as of any other, there is `not-found`. */
export async function openFile(scope: Scope, id: string): Promise<OpenFile> {
  const found = scope.database.selectFrom('result_file').selectAll().where('id', '=', id);
  const file = isOwnId(id) ? await found.executeTakeFirst() : undefined;
  if (!file) throw new Problem('not-found');
  const row = await findResult(scope, file.result);
  if (coveredUntil(scope.reader, row, await releasesOf(scope, row.subject))) throw new Problem('not-found');
  return file;
}
