import type { PersonId, ResultId } from '../../model/id.js';
import type { CalendarDay } from '../../model/instant.js';
import type { Measurement } from '../../model/measurement.js';
import type { Page } from '../../model/page.js';
import type { Release, ReleasePreferences, ResultKindId, Visit } from '../../model/release.js';
import type { CorrectionId, Result } from '../../model/result.js';
import type { CallOptions, WriteOptions } from '../call-options.js';

/** Which of a subject's results. All conditions must hold. */
export interface ResultQuery {
  readonly subject: PersonId;
  /** Words of its name, its measurements' names, its report or its comments: each of them, in any case, in any order. */
  readonly text?: string | undefined;
  readonly kind?: ResultKindId | undefined;
  /** Taken on or after this day, and on or before that one, in the practice's zone. */
  readonly from?: CalendarDay | undefined;
  readonly to?: CalendarDay | undefined;
  /** The `next` of the page before, with the same conditions. */
  readonly after?: string | undefined;
}

/** Reading results, saying when they are shown, and reporting what is wrong in them. */
export interface ResultsPort {
  /** Taken last first; what has no date of taking stands by its arrival. Of one moment, in an order that stays. */
  listResults(query: ResultQuery, options: CallOptions): Promise<Page<Result>>;

  readResult(result: ResultId, options: CallOptions): Promise<Result>;

  /** Every measurement of one code in results that are not covered, taken last first. Each names its result and when it was taken. */
  listHistory(
    query: { readonly subject: PersonId; readonly code: string; readonly after?: string | undefined },
    options: CallOptions,
  ): Promise<Page<Measurement>>;

  /** Opens a covered result, for good. Not for staff. */
  uncover(result: ResultId, options: WriteOptions): Promise<Result>;

  readRelease(query: { readonly subject: PersonId }, options: CallOptions): Promise<ReleasePreferences>;

  /** Chooses when results of a kind are shown. Holds for those there and those to come. Not for staff. */
  setRelease(
    choice: { readonly subject: PersonId; readonly kind: ResultKindId; readonly release: Release },
    options: WriteOptions,
  ): Promise<ReleasePreferences>;

  /** Notes that the reader looks at a subject's results, and tells when they last did. Within half an hour it is one visit. */
  noteVisit(visit: { readonly subject: PersonId }, options: WriteOptions): Promise<Visit>;

  /** Reports a mistake. The result then has it among its corrections. Not for staff. */
  reportMistake(
    mistake: { readonly result: ResultId; readonly wrong: string; readonly right: string },
    options: WriteOptions,
  ): Promise<Result>;

  /** Results with a report of a mistake that is not finished, longest waiting first. For staff. */
  listReported(query: { readonly after?: string | undefined }, options: CallOptions): Promise<Page<Result>>;

  /** Says what becomes of a report. For staff. */
  reviewCorrection(review: CorrectionReview, options: WriteOptions): Promise<Result>;
}

/** What staff say to a report of a mistake. */
export interface CorrectionReview {
  readonly result: ResultId;
  readonly correction: CorrectionId;
  readonly state: 'under-review' | 'changed' | 'declined';
  /** Needed when it is declined: why. The patient reads it. */
  readonly note?: string | undefined;
}
