import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { PracticeEntry } from './practice-entry.js';
import { brokenReferences } from './references.js';

/** What a practice tells the server of itself: its hours, people and reasons. */
const PracticeFile = z.strictObject({ practices: z.array(PracticeEntry).check(z.minLength(1)) });
export type PracticeFile = z.infer<typeof PracticeFile>;

/** Reads a practice file. A wrong one is named by where it is wrong. */
export async function readPracticeFile(path: string | URL): Promise<PracticeFile> {
  return checkPracticeFile(JSON.parse(await readFile(path, 'utf8')));
}

/** Checks what a practice file holds: its shape, and that whoever it names is there. */
export function checkPracticeFile(content: unknown): PracticeFile {
  const { success, data, error } = PracticeFile.safeParse(content);
  const wrong = success
    ? data.practices.flatMap((entry, index) => brokenReferences(entry).map((path) => `practices.${index}.${path}`))
    : error.issues.map(({ path }) => path.join('.'));
  if (wrong.length > 0) throw new Error(`The practice file is wrong at ${wrong.join(', ')}`);
  return data!;
}
