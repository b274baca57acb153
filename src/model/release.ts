import * as z from 'zod/mini';
import { Instant } from './instant.js';
import { lineOfText, listOf, maybe } from './lenient.js';

/** Names a kind of test: blood, pictures, tissue. */
export const ResultKindId = z.string().check(z.regex(/^[\s\S]{1,200}$/u)).brand<'ResultKindId'>();
export type ResultKindId = z.infer<typeof ResultKindId>;

/**
 * When a new result of a kind is shown. `at-once`; `until-opened`: covered until the reader opens it; `until-comment`:
 * covered until a clinician has commented, or the reader opens it all the same.
 */
export const Release = z.enum(['at-once', 'until-opened', 'until-comment']);
export type Release = z.infer<typeof Release>;

/** What a subject's side has chosen, kind by kind. A kind nobody has chosen for has the practice's own choice. */
export const ReleasePreferences = z.object({
  kinds: listOf(
    z.object({
      id: ResultKindId,
      label: lineOfText(),
      /** What belongs to it: `A sample of skin or tissue`. */
      explanation: maybe(lineOfText()),
      // A word that nobody here knows is taken for the more careful one.
      release: z.catch(Release, 'until-opened'),
    }),
  ),
});
export type ReleasePreferences = z.infer<typeof ReleasePreferences>;

/** Since when results are new to a reader: the end of their last visit. None: this is their first. */
export const Visit = z.object({ since: maybe(Instant) });
export type Visit = z.infer<typeof Visit>;
