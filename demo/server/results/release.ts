import type { Release, ReleasePreferences } from 'carethread/model';
import type { Act } from '../conversation/act.js';
import type { Scope } from '../conversation/threads.js';
import type { Reader } from '../directory/directory.js';
import { Problem } from '../problems.js';

/** When a subject's results are shown to patients, by kind. One whose kind the practice no longer has is not in it. */
export type Releases = ReadonlyMap<string | null, Release>;

/** Refuses who is no patient, and whoever may not read about the subject. */
export function requireSubject({ isStaff, subjects }: Reader, subject: string): void {
  if (isStaff) throw new Problem('forbidden');
  if (!subjects.some(({ id }) => id === subject)) throw new Problem('not-found');
}

/** What holds for a subject: what their side has chosen, else the practice's own choice. */
export async function releasesOf({ database, reader }: Pick<Scope, 'database' | 'reader'>, subject: string): Promise<Releases> {
  const chosen = await database
    .selectFrom('release_choice')
    .select(['kind', 'release'])
    .where('subject', '=', subject)
    .execute();
  const choices = new Map(chosen.map(({ kind, release }) => [kind, release]));
  const kinds = reader.record.entry.resultKinds;
  // What has no kind leaves nothing to choose.
  return new Map<string | null, Release>([
    [null, 'at-once'],
    ...kinds.map(({ id, release }): [string, Release] => [id, choices.get(id) ?? release]),
  ]);
}

/** When results are shown, kind by kind. */
export async function readRelease(scope: Pick<Scope, 'database' | 'reader'>, subject: string): Promise<ReleasePreferences> {
  requireSubject(scope.reader, subject);
  const releases = await releasesOf(scope, subject);
  return {
    kinds: scope.reader.record.entry.resultKinds.map(({ id, label, explanation }) => ({
      id,
      label,
      explanation,
      release: releases.get(id)!,
    })),
  };
}

interface Choice {
  readonly subject: string;
  readonly kind: string;
  readonly release: Release;
}

/** A patient chooses when results of a kind are shown. */
export async function setRelease(act: Act, { subject, kind, release }: Choice): Promise<ReleasePreferences> {
  const { database, reader, change } = act;
  requireSubject(reader, subject);
  const { entry } = reader.record;
  if (!entry.resultKinds.some(({ id }) => id === kind)) throw new Problem('invalid', { field: 'kind' });
  await database
    .insertInto('release_choice')
    .values({ subject, kind, release, practice: entry.id, change })
    .onConflict((conflict) => conflict.columns(['subject', 'kind']).doUpdateSet({ release, change }))
    .execute();
  return readRelease(act, subject);
}
