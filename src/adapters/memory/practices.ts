import {
  alderStreetPractice,
  ana,
  drHaddad,
  drLee,
  june,
  leoSubject,
  mayaSubject,
  rosa,
  rosaSubject,
  sam,
  samSubject,
} from './people.js';
import { alderStreetReasons } from './reasons.js';
import { RESULT_KINDS } from './results/kinds.js';
import type { Scenario } from './scenario.js';
import { alderStreetVisits } from './visits/alder-street-visits.js';

/** The practice with its people and nothing written yet. */
export const emptyPractice: Scenario = {
  practice: alderStreetPractice,
  reasons: alderStreetReasons,
  staff: [ana, june, drLee, drHaddad],
  patients: [
    { person: sam, subjects: [samSubject] },
    { person: rosa, subjects: [rosaSubject, mayaSubject, leoSubject] },
  ],
  medications: {
    [sam.id]: [{ name: 'Lisinopril 10 mg' }, { name: 'Atorvastatin 20 mg' }],
    [rosa.id]: [{ name: 'Levothyroxine 50 mcg' }],
    [mayaSubject.id]: [{ name: 'Amoxicillin 250 mg in 5 ml' }],
    [leoSubject.id]: [{ name: 'Albuterol inhaler 90 mcg' }, { name: 'Cetirizine 5 mg' }],
  },
  resultKinds: RESULT_KINDS,
  visits: alderStreetVisits,
  threads: [],
};
