import { checkPracticeFile, type PracticeFile } from '../../demo/server/directory/practice-file.js';
import { demoPractice } from '../support/reference-server.js';

/** The demo's practice, and beside it another one whose people must see nothing of it. */
export async function twoPractices(): Promise<PracticeFile> {
  const { practices } = await demoPractice();
  const [alder] = practices;
  const birch = {
    ...alder,
    id: 'birch-lane',
    name: 'Birch Lane Clinic',
    staff: [{ id: 'omar-reed', name: 'Omar Reed', role: 'front-desk', title: 'front desk', answers: 'messages' }],
    patients: [
      { id: 'ida-berg', name: 'Ida Berg', birthDate: '1970-01-02', signsIn: true, actsFor: [], careTeam: ['omar-reed'] },
    ],
    reasons: alder!.reasons
      .filter(({ id }) => id === 'something-else')
      .map((reason) => ({ ...reason, receiver: { first: 'omar-reed' } })),
    services: [],
    stories: [],
  };
  return checkPracticeFile({ practices: [...practices, birch] });
}

/** A contact request that every rule allows. */
export function refill(subject = 'sam-okafor') {
  return {
    reason: 'refill',
    subject,
    answers: [
      { field: 'medicine', value: 'Lisinopril 10 mg' },
      { field: 'days-left', value: '1-3' },
    ],
    body: 'Three tablets are left.',
  };
}
