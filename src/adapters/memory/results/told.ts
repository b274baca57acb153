import type { Attachment } from '../../../model/attachment.js';
import type { ResultId } from '../../../model/id.js';
import type { Instant } from '../../../model/instant.js';
import type { Measurement, ReferenceRange, Value } from '../../../model/measurement.js';
import type { Person } from '../../../model/person.js';
import type { ResultComment } from '../../../model/result.js';
import { RESULT_KINDS } from './kinds.js';
import type { ScenarioResult } from './scenario-result.js';

// What scenarios' results are told with.

export const amount = (number: string, unit?: string, comparator?: Value['comparator']): Value => ({
  kind: 'amount',
  number,
  ...(unit !== undefined && { unit }),
  ...(comparator && { comparator }),
});

export const inWords = (text: string): Value => ({ kind: 'text', text });

export const absent = (reason: Value['reason']): Value => ({ kind: 'absent', reason });

/** `between('7', '40')`; a bound that is not given is open. */
export const between = (low?: string, high?: string, appliesTo?: string): ReferenceRange => ({
  ...(low !== undefined && { low }),
  ...(high !== undefined && { high }),
  ...(appliesTo !== undefined && { appliesTo }),
});

/** One measurement, with the range it is usual in, if the lab gives one. */
export const measured = (
  name: string,
  code: string,
  value: Value,
  parts: Partial<Omit<Measurement, 'name' | 'code' | 'value'>> & { readonly range?: ReferenceRange } = {},
): Measurement => {
  const { range, ...rest } = parts;
  return { name, code, value, ranges: range ? [range] : [], ...rest };
};

export const commented = (author: Person, at: Instant, text: string): ResultComment => ({ text, author, at });

/** What may be said of a result beside its name and whose it is. Its kind by its id. */
export type ResultExtras = Partial<Omit<ScenarioResult, 'id' | 'name' | 'kind' | 'subject'>> & {
  readonly kind?: string;
};

/** A result, final and of blood where nothing else is said. */
export const resultOf = (
  id: string,
  name: string,
  { kind = 'blood', ...parts }: Pick<ScenarioResult, 'subject'> & ResultExtras,
): ScenarioResult => {
  const { id: kindId, label } = RESULT_KINDS.find((known) => known.id === kind)!;
  return {
    id: id as ResultId,
    name,
    kind: { id: kindId, label },
    status: 'final',
    comments: [],
    measurements: [],
    files: [],
    corrections: [],
    ...parts,
  };
};

/** A file that stands at a result. */
export const fileOf = (id: string, name: string, { type, bytes }: { type: string; bytes: Uint8Array }): Attachment => ({
  id: id as Attachment['id'],
  name,
  type,
  size: bytes.length,
});
