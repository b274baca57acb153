import type { NoteWords } from './common.js';

/** Words of the picker until a time is chosen. English, and the type other languages keep to. */
export const appointmentPicker = {
  heading: 'Pick a time',
  moving: 'Move your visit',
  /** Words that were written elsewhere on the page. */
  brought: 'What you wrote goes along with this visit. It is not sent yet.',
  waiting: 'Getting the visits you can book…',
  waitingTimes: 'Getting the free times…',
  notLoaded: 'This did not load. Try again. If it fails again, load this page again or call.',
  earlier: (month: string) => `Go to ${month}`,
  later: (month: string) => `Go to ${month}`,
  legend: 'A line under a day: there are free times.',
  free: (day: string) => `${day}, times free`,
  none: (day: string) => `${day}, no times`,
  morning: 'In the morning',
  afternoon: 'In the afternoon',
  chooseDay: 'Choose a day with a line under it.',
  gone: 'The times of this day have just been taken. Choose another day.',
  problems: {
    'auth-required': { title: 'You are signed out.', text: 'Sign in to book a visit.' },
    forbidden: { title: 'You cannot book visits here.', text: 'This is no mistake of yours. The practice can tell you more.' },
    'not-found': { title: 'There is nothing to book here for this person.', text: 'The practice can tell you more.' },
    unsupported: { title: 'This practice does not book visits here.', text: 'You can call and ask for one.' },
  } as Readonly<Record<string, NoteWords>>,
};

export type AppointmentPickerWords = typeof appointmentPicker;
