/** What is for staff alone, in a practice's own backend. */
export const STAFF_ONLY = ['queue', 'people.listStaff', 'results.listReported', 'results.reviewCorrection', 'schedule'];

const of = (port: string, methods: string): string[] => methods.split(' ').map((method) => `${port}.${method}`);

/** What is for patients alone. */
export const PATIENTS_ONLY = [
  ...of('results', 'uncover readRelease setRelease noteVisit reportMistake'),
  ...of('appointments', 'hold extend release book request cancel setTopic setWaiting takeOffer declineOffer'),
];
