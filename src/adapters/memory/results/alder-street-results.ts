import type { Scenario } from '../scenario.js';
import { leoHemoglobin, leoWrist, mayaLead } from './children.js';
import { chestReport, cultureReport, wristPicture, wristReport } from './files.js';
import { RESULT_KINDS } from './kinds.js';
import { glucoseResults, hardRanges, rosaOthers } from './rosa.js';
import { altHistory, altResult, lipidResult, wordResults } from './sam-blood.js';
import { chestXray, coveredSample, pressureResults } from './sam-others.js';

/** Every result on Alder Street, what kinds there are, and the files. */
export const alderStreetResults: Required<Pick<Scenario, 'results' | 'resultKinds' | 'files'>> = {
  resultKinds: RESULT_KINDS,
  results: [
    coveredSample,
    ...wordResults,
    altResult,
    lipidResult,
    chestXray,
    ...pressureResults,
    ...altHistory,
    ...glucoseResults,
    ...hardRanges,
    ...rosaOthers,
    mayaLead,
    leoWrist,
    leoHemoglobin,
  ],
  files: {
    'chest-x-ray-report': chestReport,
    'urine-report': cultureReport,
    'leo-wrist-report': wristReport,
    'leo-wrist-picture': wristPicture,
  },
};
