import type { CorrectionId } from '../../../model/result.js';
import { drLee, june, leo, maya, rosa } from '../people.js';
import { wristPicture, wristReport } from './files.js';
import { amount, between, commented, fileOf, measured, resultOf } from './told.js';

/** Maya's lead test at three: so little that the lab names no number. */
export const mayaLead = resultOf('maya-lead', 'Lead', {
  subject: maya,
  takenAt: '2026-11-19T17:30:00Z',
  arrivedAt: '2026-11-20T18:00:00Z',
  orderedBy: june,
  laboratory: 'Puget Lab',
  comments: [commented(june, '2026-11-20T18:20:00Z', 'Nothing found. Maya needs no other lead test.')],
  measurements: [
    measured('Lead', 'lead', amount('1.0', 'mcg/dL', '<'), { flag: 'usual', range: between(undefined, '3.5') }),
  ],
});

/** Leo's wrist: covered until somebody opens it, with a report, a picture, and a mistake that was none. */
export const leoWrist = resultOf('leo-wrist', 'X-ray of the left wrist', {
  subject: leo,
  kind: 'pictures',
  takenAt: '2026-11-20T21:15:00Z',
  arrivedAt: '2026-11-21T00:40:00Z',
  orderedBy: drLee,
  laboratory: 'Harbor Imaging',
  report:
    'Findings: A small buckle fracture of the radius. The growth plate is not hurt.\n\n' +
    'Impression: A stable fracture that heals in a splint.',
  files: [
    fileOf('leo-wrist-report', 'Wrist x-ray report.pdf', wristReport),
    fileOf('leo-wrist-picture', 'Wrist x-ray.png', wristPicture),
  ],
});

/** Leo's blood count, and a report of a mistake that the practice could not follow. */
export const leoHemoglobin = resultOf('leo-hemoglobin', 'Hemoglobin', {
  subject: leo,
  takenAt: '2026-08-24T17:00:00Z',
  arrivedAt: '2026-08-24T23:00:00Z',
  orderedBy: june,
  laboratory: 'Puget Lab',
  measurements: [
    measured('Hemoglobin', 'hemoglobin', amount('12.9', 'g/dL'), { flag: 'usual', range: between('11.5', '15.5') }),
  ],
  corrections: [
    {
      id: 'leo-age' as CorrectionId,
      state: 'declined',
      wrong: 'The range is for adults.',
      right: 'Leo is 9.',
      reportedBy: rosa,
      reportedAt: '2026-08-25T15:30:00Z',
      note: 'The lab confirmed that 11.5 to 15.5 is its range for children of 6 to 12.',
      reviewedBy: june,
      reviewedAt: '2026-08-26T18:00:00Z',
    },
  ],
});
