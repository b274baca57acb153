import { drLee, june, sam } from '../people.js';
import { chestReport } from './files.js';
import type { ScenarioResult } from './scenario-result.js';
import { amount, between, commented, fileOf, measured, resultOf } from './told.js';

// What Sam has that is no blood: a sample of skin, a picture, blood pressure.

/** Sam's skin sample: here, and covered until the doctor has written. */
export const coveredSample = resultOf('skin-sample', 'Skin sample, left arm', {
  subject: sam,
  kind: 'tissue',
  arrivedAt: '2026-11-22T19:10:00Z',
  orderedBy: drLee,
  dueAt: '2026-11-26T02:00:00Z',
  laboratory: 'Sound Pathology',
  report:
    'Punch biopsy of the left upper arm, 4 mm.\n\nDiagnosis: A common mole (intradermal nevus). It is removed ' +
    'completely. No sign of cancer.',
});

/** Sam's chest x-ray: a report in words, and the same as a file. He has opened it. */
export const chestXray = resultOf('chest-x-ray', 'Chest x-ray', {
  subject: sam,
  kind: 'pictures',
  takenAt: '2026-10-02T20:30:00Z',
  arrivedAt: '2026-10-03T17:00:00Z',
  orderedBy: drLee,
  isOpened: true,
  laboratory: 'Harbor Imaging',
  comments: [commented(drLee, '2026-10-03T19:12:00Z', 'Your lungs are clear. The cough should be gone in two weeks.')],
  report:
    'Two views of the chest.\n\nFindings: The lungs are clear. The heart is of normal size.\n\n' +
    'Impression: No sign of pneumonia.',
  files: [fileOf('chest-x-ray-report', 'Chest x-ray report.pdf', chestReport)],
});

const pressure = (day: string, systolic: string, diastolic: string, pulse: string): ScenarioResult =>
  resultOf(`pressure-${day}`, 'Blood pressure', {
    subject: sam,
    kind: 'visit',
    takenAt: `${day}T18:20:00Z`,
    arrivedAt: `${day}T18:25:00Z`,
    orderedBy: june,
    measurements: [
      measured('Systolic', 'systolic', amount(systolic, 'mm Hg'), {
        group: 'Blood pressure',
        flag: Number(systolic) > 120 ? 'high' : 'usual',
        range: between('90', '120'),
        concern: { high: '140' },
      }),
      measured('Diastolic', 'diastolic', amount(diastolic, 'mm Hg'), {
        group: 'Blood pressure',
        flag: Number(diastolic) > 80 ? 'high' : 'usual',
        range: between('60', '80'),
        concern: { high: '90' },
      }),
      measured('Pulse', 'pulse', amount(pulse, 'beats per minute'), { flag: 'usual', range: between('60', '100') }),
    ],
  });

/** Sam's blood pressure at three visits, newest first. */
export const pressureResults: readonly ScenarioResult[] = [
  pressure('2026-09-28', '128', '82', '68'),
  pressure('2026-03-12', '134', '86', '72'),
  pressure('2025-09-22', '142', '91', '75'),
];
