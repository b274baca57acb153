import type { Result } from '../../model/result.js';
import type { FhirContext } from './fhir-context.js';
import { type Marks, releaseIn } from './result-marks.js';
import { present } from './result-parts.js';
import type { ToldResult } from './result.js';

/** A result as its reader may see it: with what was reported in it, or covered, as what it is a part of may be. */
export function dressed(
  { isStaff }: Pick<FhirContext, 'isStaff'>,
  shown: ToldResult,
  marks: Marks,
  wholes: readonly ToldResult[] = [],
): Result {
  const { isCommented: _, ...result } = shown;
  const { id, name, version } = result;
  const changes = marks.versions.get(id) ?? '';
  const isOpen = isStaff || marks.opened.has(id);
  const cover = isOpen ? undefined : [shown, ...wholes].map((each) => coverOf(each, marks)).find(Boolean);
  const told = {
    ...result,
    version: version && `${version}${changes}${cover ? '.covered' : ''}`,
    corrections: marks.corrections.get(id) ?? [],
  };
  if (!cover) return present(told as Result);
  const { report: _report, laboratory: _laboratory, ...rest } = told;
  return present({ ...rest, name, measurements: [], comments: [], files: [], corrections: [], cover });
}

function coverOf({ id, kind, status, isCommented, orderedBy }: ToldResult, { opened, consents, otherwise, due }: Marks): Result['cover'] {
  const consent = kind && consents.get(kind.id);
  const release = consent ? releaseIn(consent) : otherwise;
  const isVoid = status === 'cancelled' || status === 'withdrawn';
  if (release === 'at-once' || isVoid || opened.has(id)) return undefined;
  if (release === 'until-comment' && isCommented) return undefined;
  const until = release === 'until-comment' ? 'comment' : 'opened';
  return present({ until, reader: orderedBy, dueAt: isCommented ? undefined : due.get(id) } as const);
}
