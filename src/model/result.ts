import * as z from 'zod/mini';
import { Attachment } from './attachment.js';
import { PracticeId, ResultId } from './id.js';
import { Instant } from './instant.js';
import { lineOfText, listOf, maybe, wordOf } from './lenient.js';
import { MeasuredAt } from './measured-at.js';
import { Measurement } from './measurement.js';
import { Person } from './person.js';
import { ResultKindId } from './release.js';

/** Names a report of a mistake. */
export const CorrectionId = z.string().check(z.regex(/^[\s\S]{1,200}$/u)).brand<'CorrectionId'>();
export type CorrectionId = z.infer<typeof CorrectionId>;

/** A mistake that a patient has reported in their record, and what became of it. */
export const Correction = z.object({
  id: CorrectionId,
  state: wordOf(['sent', 'under-review', 'changed', 'declined']),
  /** What is wrong, and what is right, in the patient's words. */
  wrong: z.string(),
  right: z.string(),
  reportedBy: maybe(Person),
  reportedAt: Instant,
  /** What the practice says to it. One that is declined has this. */
  note: maybe(z.string()),
  reviewedBy: maybe(Person),
  reviewedAt: maybe(Instant),
});
export type Correction = z.infer<typeof Correction>;

/** What a clinician says about a result. */
export const ResultComment = z.object({ text: z.string(), author: maybe(Person), at: maybe(Instant) });
export type ResultComment = z.infer<typeof ResultComment>;

/** Why a result is covered, who reads it, and by when they write. What it says is not in it then. */
export const Cover = z.object({
  until: wordOf(['opened', 'comment']),
  reader: maybe(Person),
  dueAt: maybe(Instant),
});
export type Cover = z.infer<typeof Cover>;

/** What a test, a picture or an examination has shown: one measurement, a panel of them, or a report in words. */
export const Result = z.object({
  id: ResultId,
  /** Changes with what it says. None: the backend has no versions. */
  version: maybe(z.string()),
  practice: z.object({ id: PracticeId, name: lineOfText() }),
  subject: Person,
  name: lineOfText(),
  kind: maybe(z.object({ id: ResultKindId, label: lineOfText() })),
  /** `withdrawn`: it was entered by mistake, and says nothing. */
  status: wordOf(['preliminary', 'final', 'corrected', 'cancelled', 'withdrawn']),
  /** When it was corrected, cancelled or withdrawn. */
  changedAt: maybe(Instant),
  /** What was corrected, in words: `HDL first said 25.` */
  changed: maybe(z.string()),
  /** When the sample was taken. */
  takenAt: maybe(MeasuredAt),
  /** When it could first be read here. */
  arrivedAt: maybe(Instant),
  /** Who ordered it: questions about it go there. */
  orderedBy: maybe(Person),
  /** Who measured it. */
  laboratory: maybe(lineOfText()),
  /** Oldest first. */
  comments: listOf(ResultComment),
  measurements: listOf(Measurement),
  /** What it says in words: a report. Text, never markup. */
  report: maybe(z.string()),
  files: listOf(Attachment),
  /** There: it is covered, and what it says stays at the backend. */
  cover: maybe(Cover),
  /** Oldest first. */
  corrections: listOf(Correction),
});
export type Result = z.infer<typeof Result>;
