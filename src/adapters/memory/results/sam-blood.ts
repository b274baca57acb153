import type { CorrectionId } from '../../../model/result.js';
import { drHaddad, drLee, june, sam } from '../people.js';
import { cultureReport } from './files.js';
import type { ScenarioResult } from './scenario-result.js';
import { absent, amount, between, commented, fileOf, inWords, measured, resultOf, type ResultExtras } from './told.js';

// Sam's blood and urine: what has a place on a line, and what has none.

const LAB = 'Puget Lab';

const alt = (day: string, number: string, parts: ResultExtras = {}): ScenarioResult =>
  resultOf(`alt-${day}`, 'Liver test (ALT)', {
    subject: sam,
    takenAt: `${day}T16:40:00Z`,
    arrivedAt: `${day}T23:55:00Z`,
    orderedBy: drLee,
    laboratory: LAB,
    measurements: [
      measured('ALT', 'alt', amount(number, 'units per liter'), {
        flag: Number(number) > 40 ? 'high' : 'usual',
        range: between('7', '40'),
        concern: { high: '80' },
      }),
    ],
    ...parts,
  });

/** Sam's liver test: a little high, expected, and the doctor says so. */
export const altResult = alt('2026-11-18', '48', {
  comments: [
    commented(
      drLee,
      '2026-11-19T18:05:00Z',
      'A little up, as we expected with the new medicine. Nothing to change. We look again in March.',
    ),
  ],
});

/** The four before it, oldest last. */
export const altHistory: readonly ScenarioResult[] = [
  alt('2026-05-04', '31'),
  alt('2025-09-09', '25'),
  alt('2025-03-02', '22'),
  alt('2024-08-20', '24'),
];

const fat = (name: string, number: string, low: string | undefined, high: string | undefined, concern?: string) =>
  measured(name, name.toLowerCase().replaceAll(' ', '-'), amount(number, 'mg/dL'), {
    flag: high !== undefined && Number(number) > Number(high) ? 'high' : 'usual',
    range: between(low, high),
    ...(concern !== undefined && { concern: { high: concern } }),
  });

/** Sam's cholesterol: a panel with a ratio, corrected after he reported a mistake. */
export const lipidResult = resultOf('lipids', 'Cholesterol', {
  subject: sam,
  status: 'corrected',
  takenAt: '2026-11-10T17:15:00Z',
  arrivedAt: '2026-11-11T01:20:00Z',
  changedAt: '2026-11-12T19:30:00Z',
  changed: 'HDL first said 25. The lab had swapped two numbers.',
  orderedBy: june,
  laboratory: LAB,
  comments: [commented(june, '2026-11-12T19:40:00Z', 'All good. See you in a year.')],
  measurements: [
    fat('Total cholesterol', '184', undefined, '200'),
    fat('LDL', '129', undefined, '100', '160'),
    fat('HDL', '52', '40', undefined),
    measured('LDL to HDL', 'ldl-hdl', { kind: 'ratio', text: '2.5 to 1' }, { flag: 'usual' }),
  ],
  corrections: [
    {
      id: 'lipids-hdl' as CorrectionId,
      state: 'changed',
      wrong: 'HDL says 25.',
      right: 'It has been about 50 each year. Can you check it with the lab?',
      reportedBy: sam,
      reportedAt: '2026-11-11T15:10:00Z',
      note: 'You were right. The lab had swapped two numbers.',
      reviewedBy: june,
      reviewedAt: '2026-11-12T19:30:00Z',
    },
  ],
});

/** Sam's results that are said in words. */
export const wordResults: readonly ScenarioResult[] = [
  resultOf('urine', 'Urine culture', {
    subject: sam,
    takenAt: '2026-11-18',
    arrivedAt: '2026-11-20T20:00:00Z',
    orderedBy: drLee,
    laboratory: LAB,
    measurements: [measured('Urine culture', 'urine-culture', inWords('No growth'))],
    files: [fileOf('urine-report', 'Urine culture.pdf', cultureReport)],
  }),
  resultOf('hepatitis-b', 'Hepatitis B antibody', {
    subject: sam,
    takenAt: '2026-11',
    arrivedAt: '2026-11-17T21:00:00Z',
    orderedBy: drLee,
    laboratory: LAB,
    measurements: [
      measured('Hepatitis B antibody', 'hepatitis-b', inWords('Reactive'), {
        flagText: 'Reactive',
        meaning: 'For this test that means you are protected.',
      }),
    ],
  }),
  resultOf('troponin', 'Troponin', {
    subject: sam,
    takenAt: '2026-11-16T09:20:00+00:00',
    arrivedAt: '2026-11-16T10:05:00Z',
    orderedBy: drLee,
    laboratory: LAB,
    measurements: [measured('Troponin', 'troponin', amount('0.01', 'ng/mL', '<'))],
  }),
  resultOf('vitamin-d', 'Vitamin D', {
    subject: sam,
    takenAt: '2026-11-15T17:00:00Z',
    arrivedAt: '2026-11-16T22:10:00Z',
    orderedBy: june,
    laboratory: LAB,
    measurements: [
      measured('Vitamin D', 'vitamin-d', absent('not-performed'), {
        meaning: 'The sample was too small. It costs nothing to take it again.',
        range: between('20', '50'),
      }),
    ],
  }),
  resultOf('tsh', 'Thyroid (TSH)', {
    subject: sam,
    status: 'preliminary',
    takenAt: '2026-11-22T18:30:00Z',
    arrivedAt: '2026-11-23T16:00:00Z',
    orderedBy: drHaddad,
    laboratory: LAB,
    measurements: [measured('TSH', 'tsh', amount('2.1', 'mIU/L'), { flag: 'usual', range: between('0.4', '4.0') })],
  }),
  resultOf('potassium', 'Potassium', {
    subject: sam,
    status: 'cancelled',
    takenAt: '2026-11-05T17:00:00Z',
    arrivedAt: '2026-11-06T18:00:00Z',
    changedAt: '2026-11-06T18:00:00Z',
    changed: 'The sample was damaged on its way to the lab.',
    orderedBy: drLee,
    laboratory: LAB,
    measurements: [measured('Potassium', 'potassium', absent('not-performed'), { range: between('3.5', '5.1') })],
  }),
];
