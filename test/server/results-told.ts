import { pageOf, Result, type Measurement } from 'carethread/model';
import type { ArrivingResult } from '../../demo/server/results/arrival.js';
import { contentOf, type Caller } from './caller.js';

/** Words that stand in a result below and nowhere else: they are looked for in what must not hold them. */
export const SECRET = 'Numbatosis';

/** A result of Sam's blood, shown at once. */
export function blood(parts: Partial<ArrivingResult> = {}): ArrivingResult {
  return {
    name: 'Liver test (ALT)',
    status: 'final',
    subject: { id: 'sam-okafor' },
    kind: { id: 'blood' },
    takenAt: '2026-11-18T16:40:00Z',
    measurements: [measured()],
    ...parts,
  };
}

/** A sample of Sam's skin, covered until a clinician has commented, with something secret in every part. */
export function tissue(parts: Partial<ArrivingResult> = {}): ArrivingResult {
  return blood({
    name: 'Skin sample',
    kind: { id: 'tissue' },
    takenAt: '2026-11-19',
    measurements: [measured({ name: `${SECRET} cells`, code: 'cells', meaning: SECRET })],
    report: `Findings: ${SECRET}.`,
    changed: `It first said ${SECRET}.`,
    laboratory: `${SECRET} Lab`,
    ...parts,
  });
}

/** A picture, covered until it is opened, with a file. */
export function picture(id: string, parts: Partial<ArrivingResult> = {}): [ArrivingResult, Record<string, Uint8Array>] {
  const file = { id: `${id}-file`, name: `${SECRET}.pdf`, type: 'application/pdf', size: BYTES.length };
  const files = [file] as unknown as Result['files'];
  return [tissue({ id, name: 'Chest x-ray', kind: { id: 'pictures' }, files, ...parts }), { [file.id]: BYTES }];
}

/** Bytes that are no text: every one there is. */
export const BYTES = Uint8Array.from({ length: 256 }, (_, index) => index);

export function measured(parts: Partial<Measurement> = {}): Measurement {
  return { name: 'ALT', code: 'alt', value: { kind: 'amount', number: '48', unit: 'U/L' }, ranges: [], ...parts };
}

export const resultsOf = (caller: Caller, subject = 'sam-okafor', more = '') =>
  caller.read(pageOf(Result), `/results?subject=${subject}${more}`);

export const readResult = (caller: Caller, id: string) => caller.read(Result, `/results/${id}`);

/** The ids of the results a filter leaves. */
export async function found(caller: Caller, filter: object): Promise<string[]> {
  const answer = await caller.post('/results/search', { subject: 'sam-okafor', ...filter });
  return contentOf(pageOf(Result), answer, 200).items.map(({ id }) => id);
}
