import type { Measurement } from '../../model/measurement.js';
import { codesOf, labelOf, labelsOf, type Part, partsOf, textOf, wordsOf } from './result-parts.js';

type Flag = NonNullable<Measurement['flag']>;

// HL7's words for where a value lies, the most serious first. All others are words of the lab's own.
const FLAGS: Readonly<Record<string, Flag>> = {
  LL: 'very-low',
  LU: 'very-low',
  HH: 'very-high',
  HU: 'very-high',
  AA: 'very-unusual',
  L: 'low',
  H: 'high',
  A: 'unusual',
  N: 'usual',
};
const CODES = Object.keys(FLAGS);
/** Where these words are from, when it is said. The same letter means something else in a lab's own list. */
const SYSTEM = /^https?:\/\/(terminology\.)?hl7\.org\/.*(v3-ObservationInterpretation|v2[-/]0078)$/;

/** Where a value lies, as the lab says in `interpretation`. What contradicts itself is said in the lab's words alone. */
export function flagOf(interpretations: unknown): Pick<Measurement, 'flag' | 'flagText'> {
  const all = partsOf(interpretations);
  const codes = all.map(codeOf);
  const flags = CODES.filter((code) => codes.includes(code)).map((code) => FLAGS[code]!);
  const sides = new Set(flags.map((flag) => /low|high|^usual/.exec(flag)?.[0]).filter(Boolean));
  if (sides.size > 1 || (sides.has('usual') && flags.length > 1)) return { flagText: labelsOf(all) };
  const own = all.map((concept, at) => (codes[at] ? ownText(concept) : labelOf(concept)));
  return { flag: flags[0], flagText: wordsOf(own) };
}

function codeOf({ coding }: Part): string | undefined {
  const known = partsOf(coding).filter(({ system }) => system === undefined || SYSTEM.test(textOf(system) ?? ''));
  return codesOf({ coding: known }).find((code) => Object.hasOwn(FLAGS, code));
}

/** What the lab adds to a word that is known: `Reactive` to `Abnormal`. */
function ownText({ text, coding }: Part): string | undefined {
  const said = textOf(text);
  const known = partsOf(coding).flatMap(({ display, code }) => [display, code]);
  // Without its display, a code's text is most often just that.
  return said && textOf(known[0]) && !known.some((word) => textOf(word)?.toLowerCase() === said.toLowerCase()) ? said : undefined;
}
