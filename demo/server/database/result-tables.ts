import type { Correction, Release } from 'carethread/model';

/** One result. What it says is JSON; what it is found and sorted by stands beside that. */
export interface ResultTable {
  id: string;
  practice: string;
  subject: string;
  kind: string | null;
  status: 'preliminary' | 'final' | 'corrected' | 'cancelled' | 'withdrawn' | 'other';
  /** Since when it was taken, at the earliest, without that, when it arrived; and behind it when it arrived. */
  sort_key: string;
  /** The first and last day on which it can have been taken, in the practice's zone. */
  first_day: string;
  last_day: string;
  arrived_at: string;
  /** 1 once a clinician has commented. */
  commented: number;
  /** When somebody uncovered it, for good. */
  opened_at: string | null;
  /** Since when its oldest unfinished report of a mistake waits. */
  reported_at: string | null;
  /** JSON: {@link StoredResult}. */
  record: string;
  /** The name, folded: all of a covered result that can be found. */
  search_name: string;
  /** Name, measurements, report and comments, folded. */
  search: string;
  change: number;
  version: number;
}

/** Where a measurement of one code is to be found. */
export interface ResultCodeTable {
  result: string;
  /** Its place among the result's measurements. */
  place: number;
  subject: string;
  code: string;
  /** The result's. */
  sort_key: string;
}

/** A report of a mistake, and what became of it. */
export interface CorrectionTable {
  id: string;
  result: string;
  /** 1, 2, 3 … within the result. */
  position: number;
  state: Exclude<Correction['state'], 'other'>;
  wrong: string;
  right: string;
  reported_by: string;
  reported_at: string;
  note: string | null;
  reviewed_by: string | null;
  reviewed_at: string | null;
}

/** When a subject's side wants to see results of a kind. */
export interface ReleaseChoiceTable {
  subject: string;
  kind: string;
  release: Release;
  practice: string;
  change: number;
}

/** When somebody last looked at a subject's results. */
export interface VisitTable {
  person: string;
  subject: string;
  /** The end of the visit before this one. */
  since: string | null;
  last_at: string;
}

/** A file that belongs to a result. */
export interface ResultFileTable {
  id: string;
  result: string;
  type: string;
  bytes: Uint8Array;
}
