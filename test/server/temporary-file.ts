import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A place for a database file that goes away with everything beside it. */
export function temporaryFile(): { readonly file: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'carethread-'));
  return { file: join(folder, 'carethread.sqlite'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
