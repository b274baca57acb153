import { dueDate, type Instant } from 'carethread/model';
import type { PracticeRecord } from '../directory/directory.js';

/** When an answer is owed for a reason, from now; null where the practice promises nothing. */
export function dueAtOf({ entry, practice }: PracticeRecord, reason: string, now: Instant): Instant | null {
  const promise = entry.reasons.find(({ id }) => id === reason)?.promise;
  return (promise && dueDate(now, practice, promise)) ?? null;
}
