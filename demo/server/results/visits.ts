import type { Visit } from 'carethread/model';
import type { Act } from '../conversation/act.js';
import { requireSubject } from './release.js';

/** Looking again within this time is the same visit. In milliseconds. */
const PAUSE = 30 * 60 * 1000;

/** Notes that a patient looks at a subject's results, and tells when their last visit ended. */
export async function noteVisit({ database, reader, now }: Act, subject: string): Promise<Visit> {
  requireSubject(reader, subject);
  const person = reader.person.id;
  const last = await database
    .selectFrom('visit')
    .selectAll()
    .where('person', '=', person)
    .where('subject', '=', subject)
    .executeTakeFirst();
  const isSame = last !== undefined && Date.parse(now) - Date.parse(last.last_at) < PAUSE;
  const since = (isSame ? last.since : last?.last_at) ?? null;
  await database
    .insertInto('visit')
    .values({ person, subject, since, last_at: now })
    .onConflict((conflict) => conflict.columns(['person', 'subject']).doUpdateSet({ since, last_at: now }))
    .execute();
  return since === null ? {} : { since };
}
