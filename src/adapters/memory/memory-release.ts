import type { WriteOptions } from '../../adapter/call-options.js';
import type { ResultsPort } from '../../adapter/ports/results.js';
import type { PersonId } from '../../model/id.js';
import { Release, type ReleasePreferences, type Visit } from '../../model/release.js';
import type { Session } from '../../model/session.js';
import type { MemoryBackend } from './memory-backend.js';
import { checkReads, checkSubjectsSide } from './memory-results.js';
import { wrongAt } from './memory-text.js';

/** Who looks again within this time, in milliseconds, is still on the same visit. */
const VISIT = 30 * 60_000;

/** When a subject's results are shown, kind by kind. */
export function readRelease(backend: MemoryBackend, session: Session, subject: PersonId): ReleasePreferences {
  checkSubjectsSide(session);
  checkReads(backend, session, subject);
  const kinds = backend.scenario.resultKinds ?? [];
  return structuredClone({
    kinds: kinds.map((kind) => ({ ...kind, release: backend.results.releaseOf(subject, kind.id) })),
  });
}

/** Chooses when results of a kind are shown, for those there and those to come. */
export function setRelease(
  backend: MemoryBackend,
  session: Session,
  { subject, kind, release }: Parameters<ResultsPort['setRelease']>[0],
  { key }: WriteOptions,
): ReleasePreferences {
  checkSubjectsSide(session);
  checkReads(backend, session, subject);
  return backend.once(session.me.id, key, ['release', subject, kind, release], () => {
    if (!backend.scenario.resultKinds?.some(({ id }) => id === kind)) throw wrongAt('kind');
    if (!Release.safeParse(release).success) throw wrongAt('release');
    backend.results.choose(subject, kind, release);
    return () => readRelease(backend, session, subject);
  });
}

/** Notes that somebody looks at a subject's results, and tells when their last visit ended. */
export function noteVisit(
  backend: MemoryBackend,
  session: Session,
  subject: PersonId,
  { key }: WriteOptions,
): Visit {
  checkSubjectsSide(session);
  checkReads(backend, session, subject);
  const { visits } = backend.results;
  return backend.once(session.me.id, key, ['visit', subject], () => {
    const name = `${session.me.id} ${subject}`;
    const [now, known] = [backend.now(), visits.get(name)];
    const isSame = known && Date.parse(now) - Date.parse(known.last) < VISIT;
    const since = isSame ? known.since : known?.last;
    visits.set(name, { since, last: now });
    return () => ({ ...(since !== undefined && { since }) });
  });
}
