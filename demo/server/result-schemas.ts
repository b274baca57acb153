import {
  CalendarDay,
  Measurement,
  pageOf,
  PersonId,
  Release,
  ReleasePreferences,
  Result,
  ResultKindId,
  Visit,
} from 'carethread/model';
import * as z from 'zod/mini';
import { after, schemaNames } from './schemas.js';

const limit = z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(50)), 50);
const words = z.string().check(z.maxLength(20_000));

/** What paths, queries and bodies of results may hold. What is tested for is in a body, for others may keep URLs. */
export const ResultPath = z.object({ result: z.string() });
export const CorrectionPath = z.object({ result: z.string(), correction: z.string() });
export const AttachmentPath = z.object({ attachment: z.string() });
export const ResultQuery = z.strictObject({ subject: PersonId, after, limit });
export const ReportedQuery = z.strictObject({ after, limit });
export const ResultSearchBody = z.strictObject({
  subject: PersonId,
  text: z.optional(z.string().check(z.maxLength(2000))),
  kind: z.optional(ResultKindId),
  from: z.optional(CalendarDay),
  to: z.optional(CalendarDay),
  after,
  limit,
});
export const HistoryBody = z.strictObject({ subject: PersonId, code: z.string().check(z.maxLength(500)), after, limit });
export const MistakeBody = z.strictObject({ wrong: words, right: words });
export const ReviewBody = z.strictObject({ state: z.enum(['under-review', 'changed', 'declined']), note: z.optional(words) });
export const ReleaseBody = z.strictObject({ subject: PersonId, kind: ResultKindId, release: Release });
export const VisitBody = z.strictObject({ subject: PersonId });

export const ResultPage = pageOf(Result);
export const HistoryPage = pageOf(Measurement);

const named = { HistoryPage, Measurement, ReleasePreferences, Result, ResultPage, Visit };
for (const [id, schema] of Object.entries(named)) schemaNames.add(schema, { id });
