import type { Result } from '../../model/result.js';
import type { FhirContext } from './fhir-context.js';
import { type Marks, releaseIn } from './result-marks.js';
import { present } from './result-parts.js';

/** A result as its reader may see it: with what was reported in it, or covered. */
export function dressed(context: Pick<FhirContext, 'isStaff'>, result: Result, marks: Marks): Result {
  const { id, name, version } = result;
  const changes = marks.versions.get(id) ?? '';
  const cover = context.isStaff ? undefined : coverOf(result, marks);
  const told = { ...result, version: version && `${version}${changes}${cover ? '.covered' : ''}`, corrections: marks.corrections.get(id) ?? [] };
  if (!cover) return present(told as Result);
  const { report: _report, laboratory: _laboratory, ...rest } = told;
  return present({ ...rest, name, measurements: [], comments: [], files: [], corrections: [], cover });
}

function coverOf({ id, kind, status, comments, orderedBy }: Result, { opened, consents }: Marks): Result['cover'] {
  const release = releaseIn(kind && consents.get(kind.id));
  const isVoid = status === 'cancelled' || status === 'withdrawn';
  if (release === 'at-once' || isVoid || opened.has(id)) return undefined;
  // What a laboratory's machine notes is no clinician's comment: one is signed.
  const isCommented = comments.some(({ author }) => author);
  if (release === 'until-comment' && isCommented) return undefined;
  return { until: release === 'until-comment' ? 'comment' : 'opened', ...(orderedBy && { reader: orderedBy }) };
}
