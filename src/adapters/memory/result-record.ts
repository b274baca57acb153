import type { Instant } from '../../model/instant.js';
import type { Release } from '../../model/release.js';
import type { Cover, Result } from '../../model/result.js';

/** A result as the backend keeps it, with all it says. */
export interface ResultRecord {
  /** Replaced and never changed, since a scenario may hold it too. */
  result: Omit<Result, 'version' | 'cover'>;
  /** Counts up with every change of what a reader is told. */
  version: number;
  /** That it was covered and somebody has opened it. */
  isOpened: boolean;
  /** By when who ordered it writes. */
  dueAt: Instant | undefined;
  /** The number of its arrival: of two results of one moment, the later one has the higher. */
  readonly order: number;
}

/** Why a patient does not see what a result says, if they do not. */
export function coverOf({ result, isOpened, dueAt }: ResultRecord, release: Release): Cover | undefined {
  const isVoid = result.status === 'cancelled' || result.status === 'withdrawn';
  const isCommented = result.comments.length > 0;
  if (isVoid || isOpened || release === 'at-once' || (release === 'until-comment' && isCommented)) return undefined;
  return {
    until: release === 'until-comment' ? 'comment' : 'opened',
    ...(result.orderedBy && { reader: result.orderedBy }),
    ...(dueAt && !isCommented && { dueAt }),
  };
}

/** What a reader is told of a result. Covered, that it is there and whose it is, and nothing that it says. */
export function resultFor({ result, version }: ResultRecord, cover: Cover | undefined): Result {
  const told: Result = { ...result, version: String(version) };
  if (!cover) return structuredClone(told);
  const { report: _report, changed: _changed, laboratory: _laboratory, ...rest } = told;
  // A report of a mistake says what the result said, too.
  return structuredClone({ ...rest, measurements: [], comments: [], files: [], corrections: [], cover });
}
