/**
 * Words of what a result says: values, ranges, and what can be done with it. English, and the type other languages keep
 * to. `who` is a name, ready to stand in a sentence.
 */
export const resultCardBody = {
  taken: (when: string) => `Taken ${when}.`,
  /** Behind the date: `when` is empty where it is not known. */
  statuses: {
    preliminary: () => 'Early result: the lab may still change it.',
    final: () => 'Final.',
    corrected: (when: string) => (when ? `Corrected ${when}.` : 'Corrected.'),
    cancelled: (when: string) => (when ? `Cancelled ${when}.` : 'Cancelled.'),
    withdrawn: (when: string) => (when ? `Withdrawn ${when}.` : 'Withdrawn.'),
    other: () => 'We do not know if this is final.',
  },
  cancelled: 'This test was not done. There is no result.',
  withdrawn: 'This was put here by mistake. It says nothing about you.',
  withdrawnForStaff: 'This was entered by mistake. It says nothing about the patient.',
  changed: (what: string) => `What changed: ${what}`,
  from: (laboratory: string) => `Measured by ${laboratory}.`,
  nothing: 'There is nothing in this result that we can show. The practice has it.',

  /** Values. A number is the lab's own, never rounded. */
  comparators: {
    '<': (number: string) => `Less than ${number}`,
    '<=': (number: string) => `${number} or less`,
    '>=': (number: string) => `${number} or more`,
    '>': (number: string) => `More than ${number}`,
  },
  span: (low: string, high: string) => `${low} to ${high}`,
  spanFrom: (low: string) => `From ${low}. The other end is not given`,
  spanTo: (high: string) => `To ${high}. The other end is not given`,
  yes: 'Yes',
  no: 'No',
  noValue: 'No value. The lab did not say why.',
  unreadable: 'There is a value, and we cannot read it. The practice can tell you what it is.',
  absent: {
    unknown: 'No value. The lab does not know it.',
    'asked-declined': 'No value. It was asked, and not answered.',
    masked: 'There is a value. It is kept private here.',
    'not-applicable': 'No value. It does not apply here.',
    unsupported: 'No value. The lab could not send it here.',
    error: 'No value. The test did not work.',
    'not-performed': 'No value. This was not tested.',
    'not-permitted': 'There is a value. It may not be shown here.',
    other: 'No value. The lab did not say why.',
  },

  /** What the lab says of a value. `aLittle` is said only where the practice's own mark shows it. */
  flags: {
    usual: 'Usual',
    low: 'Low',
    high: 'High',
    'very-low': 'Very low',
    'very-high': 'Very high',
    unusual: 'Not usual',
    'very-unusual': 'Very unusual',
    other: 'Marked by the lab',
  },
  aLittle: { low: 'A little low', high: 'A little high' },
  flagWithText: (flag: string, text: string) => `${flag} (${text})`,

  /** Ranges. */
  between: (low: string, high: string) => `${low} to ${high}`,
  upTo: (high: string) => `up to ${high}`,
  orMore: (low: string) => `${low} or more`,
  rangeFor: (whom: string, range: string) => `${range} (${whom})`,
  usual: 'usual',
  usualIs: (range: string) => `Usual: ${range}.`,
  severalRanges: (ranges: string) => `The lab gives several ranges: ${ranges}. We do not know which one is yours.`,
  noRange: 'The lab gives no range for this.',
  unreadableRange: 'The lab gives a range that we cannot read.',
  reversed: (low: string, high: string) => `The lab gives ${low} to ${high} as the range. That cannot be right, so we do not use it.`,
  concern: 'concern starts',
  concernAt: (numbers: string) => `The practice would be concerned at ${numbers}.`,
  or: (one: string, other: string) => `${one}, or ${other}`,
  yours: (value: string) => `The value is ${value}.`,
  outside: 'What a value outside the range means',

  /** Where a value lies, in one sentence: what the range is, and what the practice's mark adds. */
  places: {
    inside: (range: string) => `Inside the usual range, ${range}`,
    above: (range: string) => `Above the usual range, ${range}`,
    below: (range: string) => `Below the usual range, ${range}`,
  },
  notYet: (numbers: string) => `, and not at the point where the practice would be concerned: ${numbers}`,
  reached: (numbers: string) => `, and at the point where the practice would be concerned: ${numbers}`,
  flagStands: (flag: string) => `The lab's own mark is: ${flag}.`,
  farOff: 'It is too far out to draw to scale.',

  practice: 'the practice',
  ask: (who: string) => `Ask ${who} about this`,
  askAgain: 'Do not ask about this',
  asked: 'The message form has this result now. Ask about another result, or go on in the form.',
  takenOut: 'The message form does not have this result any more.',

  keep: 'Print or save',
  reportMistake: 'Report a mistake',
  showAll: 'Show all of it',
  moreFailed: 'Some of this did not load.',
};

export type ResultCardBodyWords = typeof resultCardBody;
