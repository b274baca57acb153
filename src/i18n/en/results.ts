/** Words of the list of results: whose it is, and what there is instead. English, and the type other languages keep to. */
export const results = {
  title: 'Results',
  yours: 'Your results',
  of: (name: string) => `Results of ${name}`,
  source: (practice: string) => `From ${practice}. Results from hospitals and other doctors are not here.`,
  sourceUnknown: 'Results from hospitals and other doctors may not be here.',
  choosePatient: 'Choose a patient to see their results here.',
  waiting: 'Getting the results…',
  notLoaded: 'This did not load. Try again. If it fails again, load this page again.',
  /** Offline, with everything still shown. */
  allHere: { title: 'You are offline.', text: 'What you see here stays. We look for new results when you are back.' },
  problems: {
    'auth-required': { title: 'You are signed out.', text: 'Sign in to see results.' },
    forbidden: { title: 'You cannot see these results.', text: 'This is no mistake of yours. The practice can tell you more.' },
    'not-found': { title: 'There are no results here for this person.', text: 'The practice can tell you more.' },
    unsupported: { title: 'This practice shows no results here.', text: 'You can call and ask for them.' },
  } as Readonly<Record<string, { readonly title: string; readonly text: string }>>,
};

export type ResultsWords = typeof results;
