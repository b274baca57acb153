/** Words around the list of visits: whose they are, and what there is instead. English, and the type other languages keep to. */
export const appointments = {
  title: 'Visits',
  yours: 'Your visits',
  of: (name: string) => `Visits of ${name}`,
  choosePatient: 'Choose a patient to see their visits here.',
  whose: 'Whose visits do you want to see?',
  choose: 'Choose a person',
  me: (name: string) => `Me (${name})`,
  waiting: 'Getting the visits…',

  readAt: (time: string) => `As of ${time}.`,
  notLoaded: 'This did not load. Try again. If it fails again, load this page again.',
  problems: {
    'auth-required': { title: 'You are signed out.', text: 'Sign in to see your visits.' },
    forbidden: { title: 'You cannot see these visits.', text: 'This is no mistake of yours. The practice can tell you more.' },
    'not-found': { title: 'There are no visits here for this person.', text: 'The practice can tell you more.' },
    unsupported: { title: 'This practice shows no visits here.', text: 'Call us to book, move or cancel a visit.' },
  } as Readonly<Record<string, { readonly title: string; readonly text: string }>>,
  /** Offline, with everything still shown. */
  allHere: { title: 'You are offline.', text: 'What you see here stays. To change a visit now, call us.' },
};

export type AppointmentsWords = typeof appointments;
