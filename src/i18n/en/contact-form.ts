import type { NoteWords } from './common.js';

/** Words of the contact form. English, and the type other languages keep to. */
export const contactForm = {
  heading: 'Send us a message',
  /** In its place, where nobody can write. */
  reachUs: 'How to reach us',
  waiting: 'Getting the form from the practice…',

  safety: 'Only use messages for non-urgent needs',
  /** Sentences around numbers: what stands before each, and after. */
  danger: ['If you think you are in danger, call ', '.'],
  dangerWithoutNumber: 'If you think you are in danger, call your emergency number.',
  crisis: ['If you are thinking of harming yourself, call or text ', ', at any hour.'],
  soon: ['For anything that cannot wait until tomorrow, call us: ', '.'],

  whatDoYouNeed: 'What do you need?',
  whoIsItFor: 'Who is it for?',
  me: (name: string) => `Me, ${name}`,
  withAge: (name: string, age: number) => (age < 1 ? `${name}, under 1` : `${name}, age ${age}`),
  prompt: 'What would you like us to know?',

  anySign: 'Is any of this true right now?',
  helpNow: 'This needs help now.',
  doNotWait: 'Call, and do not wait for an answer here. What you wrote is kept.',
  callEmergency: 'Call your emergency number, and do not wait for an answer here. What you wrote is kept.',
  callCrisis: (phone: string) => `Call or text ${phone} if you think of harming yourself`,
  callUs: (phone: string) => `Call us: ${phone}`,

  send: 'Send message',
  sending: 'Sending…',
  /** What is missing. */
  missing: {
    body: 'Write your message',
    subject: 'Choose who it is for',
    signs: 'Choose yes or no',
  },

  /** What a page's own form is told, so that it does not go on without it. */
  unsent: 'Your message to the practice is not sent yet.',
  youAreOffline: 'You are offline. You can write. What you send waits here, and goes out when you are back.',

  sent: 'Your message is sent.',
  you: 'You',
  thePractice: 'The practice',

  /** Why nobody can write now. */
  closed: {
    off: 'We do not take messages here.',
    paused: 'We take no messages right now.',
    refused: 'We are closed, and take no messages until we open.',
    openAgain: (when: string) => `You can write from ${when} on.`,
    callInstead: 'You can call us instead.',
  },
  noAnswer: (name: string) => `${name} does not answer messages.`,
  answersPhone: (hours: string) => `Answers the phone ${hours}.`,
  openHours: 'When we are open',
  written: 'What you wrote is kept here. You can copy it:',

  /** Where nobody is signed in, and the page has a way for guests. */
  asGuest: 'Write without an account',

  empty: { title: 'There is nothing to write about here yet.', text: 'You can call the practice instead.' } as NoteWords,
  unreadable: 'Some reasons could not be shown. If yours is missing, choose another or call.',
  forPatients: { title: 'This form is for patients.', text: 'Sign in as a patient to write.' } as NoteWords,
  /** Instead of the common words, where the form can say it better. */
  problems: {
    unsupported: { title: 'This practice does not take messages here.', text: 'You can call instead.' },
    forbidden: { title: 'You cannot write to the practice here.', text: 'This is no mistake of yours. The practice can tell you more.' },
    malformed: { title: 'We could not show the form.', text: 'It came in a form we do not know. You can try again, or call.' },
    'auth-required': { title: 'Sign in to write to us.', text: 'The practice then knows who is asking.' },
  } as Readonly<Record<string, NoteWords>>,
};

export type ContactFormWords = typeof contactForm;
