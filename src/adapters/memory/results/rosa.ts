import type { Value } from '../../../model/measurement.js';
import type { CorrectionId } from '../../../model/result.js';
import { drLee, june, rosa } from '../people.js';
import type { ScenarioResult } from './scenario-result.js';
import { amount, between, commented, inWords, measured, resultOf, type ResultExtras } from './told.js';

// Rosa's results: histories that do not join, and ranges that are hard to place.

const LAB = 'Puget Lab';

const glucose = (day: string, value: Value, parts: ResultExtras = {}): ScenarioResult => {
  const isMetric = value.unit === 'mmol/L';
  return resultOf(`glucose-${day}`, 'Blood sugar (glucose)', {
    subject: rosa,
    takenAt: day,
    arrivedAt: `${day}T22:00:00Z`,
    orderedBy: drLee,
    laboratory: isMetric ? 'Cascade Lab' : LAB,
    measurements: [
      measured('Glucose', 'glucose', value, {
        flag: 'usual',
        range: isMetric ? between('3.9', '5.5') : between('70', '99'),
        ...(!isMetric && { concern: { low: '60', high: '126' } }),
      }),
    ],
    ...parts,
  });
};

/** Rosa's blood sugar: since this year another lab measures it, in another unit. Newest first. */
export const glucoseResults: readonly ScenarioResult[] = [
  glucose('2026-11-12', amount('5.2', 'mmol/L'), {
    comments: [commented(drLee, '2026-11-13T18:20:00Z', 'Your blood sugar is fine.')],
    corrections: [
      {
        id: 'glucose-fasting' as CorrectionId,
        state: 'sent',
        wrong: 'It says that I had eaten.',
        right: 'I had not eaten since the evening before.',
        reportedBy: rosa,
        reportedAt: '2026-11-21T16:05:00Z',
      },
    ],
  }),
  glucose('2026-05-20', amount('5.60', 'mmol/L')),
  glucose('2025-11-03', amount('92', 'mg/dL')),
  glucose('2025-05-14', amount('97', 'mg/dL')),
];

/** What is hard to place on a line: several ranges, one that is reversed, one bound, a span, a yes or no. */
export const hardRanges: readonly ScenarioResult[] = [
  resultOf('cortisol', 'Cortisol', {
    subject: rosa,
    takenAt: '2026-11-09T16:10:00Z',
    arrivedAt: '2026-11-10T01:00:00Z',
    orderedBy: drLee,
    laboratory: LAB,
    measurements: [
      measured('Cortisol', 'cortisol', amount('11.4', 'mcg/dL'), {
        ranges: [between('6.2', '19.4', 'before noon'), between('2.3', '11.9', 'after noon')],
      }),
    ],
  }),
  resultOf('magnesium', 'Magnesium', {
    subject: rosa,
    takenAt: '2026-11-09T16:10:00Z',
    arrivedAt: '2026-11-10T01:00:00Z',
    orderedBy: drLee,
    laboratory: LAB,
    // As the lab sent it: the bounds are swapped.
    measurements: [measured('Magnesium', 'magnesium', amount('1.9', 'mg/dL'), { range: between('2.6', '1.7') })],
  }),
  resultOf('kidneys', 'Kidney function', {
    subject: rosa,
    takenAt: '2026-06',
    arrivedAt: '2026-06-18T20:00:00Z',
    orderedBy: june,
    laboratory: LAB,
    measurements: [
      measured('eGFR', 'egfr', amount('90', 'mL/min', '>'), { flag: 'usual', range: between('60') }),
      measured('Red cells in urine', 'urine-cells', { kind: 'span', low: '0', high: '2', unit: 'per field' }, {
        flag: 'usual',
        range: between(undefined, '5'),
      }),
    ],
  }),
  resultOf('strep', 'Strep, quick test', {
    subject: rosa,
    takenAt: '2026-02-03T19:40:00Z',
    arrivedAt: '2026-02-03T19:55:00Z',
    orderedBy: june,
    measurements: [measured('Strep', 'strep', { kind: 'yes-no', yes: false }, { flag: 'usual' })],
  }),
];

/** Rosa's sample that is covered until the doctor has written, and one that was entered by mistake. */
export const rosaOthers: readonly ScenarioResult[] = [
  resultOf('rosa-sample', 'Tissue sample', {
    subject: rosa,
    kind: 'tissue',
    takenAt: '2026-11-17T18:00:00Z',
    arrivedAt: '2026-11-21T18:30:00Z',
    orderedBy: drLee,
    dueAt: '2026-11-26T02:00:00Z',
    laboratory: 'Sound Pathology',
    report: 'No abnormal cells.',
  }),
  resultOf('rosa-flu', 'Flu test', {
    subject: rosa,
    status: 'withdrawn',
    takenAt: '2026-10-20',
    arrivedAt: '2026-10-20T19:00:00Z',
    changedAt: '2026-10-20T19:45:00Z',
    changed: 'This test was of somebody else.',
    orderedBy: june,
    measurements: [measured('Influenza', 'influenza', inWords('Not detected'))],
  }),
];
