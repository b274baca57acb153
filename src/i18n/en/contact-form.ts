import type { NoteWords } from './common.js';

/** Words of the contact form. English, and the type other languages keep to. */
export const contactForm = {
  heading: 'Send us a message',
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

  howToAnswer: 'How should we answer?',
  answerBy: 'Answer me by',
  channels: { message: 'Message', phone: 'Phone call', video: 'Video call', visit: 'Visit' } as Readonly<Record<string, string>>,
  numberToCall: 'Number to call',
  goodTimes: 'Good times to call',
  whoMayAnswer: 'Who may answer?',
  answerers: { doctor: 'A doctor', nurse: 'A nurse or assistant', anyone: 'Anyone who can help' } as Readonly<Record<string, string>>,

  tooLong: 'This is a lot for a message.',
  shortenOrVisit: 'Make it shorter, or come in and talk it through. What you wrote goes with you.',
  bookVisit: 'Book a visit about this',
  bookByPhone: 'You can book a visit by phone. What you wrote stays here.',

  whoWillRead: 'Who will read this',
  way: 'The way your message goes',
  readsFirst: (name: string) => `${name} reads it first.`,
  readsFirstAs: (name: string, title: string) => `${name}, ${title}, reads it first.`,
  practiceReads: 'The practice reads it.',
  passesOn: (name: string) => `It goes on to ${name} if needed.`,
  hearBack: (due: string) => `You will hear back by ${due}.`,
  closedNow: (opening: string) => `We are closed now. We read this from ${opening}.`,
  mayCost: 'What it may cost.',
  writeFor: (me: string, subject: string) => `You write as ${me}, for ${subject}.`,
  writingNow: 'writing now',
  firstReader: 'reads first',
  firstReaderAs: (title: string) => `${title}, reads first`,
  ifNeeded: 'if needed',
  answerDue: 'answer due',

  send: 'Send message',
  sending: 'Sending…',
  /** What is missing. */
  missing: {
    body: 'Write your message',
    subject: 'Choose who it is for',
    signs: 'Choose yes or no',
  },

  /** How far what was sent has come. */
  states: {
    queued: { title: 'Waiting to send.', text: 'We keep trying. Keep this page open.' },
    offline: { title: 'Waiting to send. You are offline.', text: 'It goes out by itself when you are back. Keep this page open.' },
    unknown: { title: 'We are not sure this was sent. Checking…', text: 'You do not need to send it again.' },
    undecided: { title: 'We do not know if this was sent.', text: 'Nobody checks it now. You can call and ask. Sent again, it may arrive twice.' },
    session: { title: 'Not sent yet. You are signed out.', text: 'Sign in and it goes out. Your words are kept.' },
    held: { title: 'Not sent yet.', text: 'Your words are kept.' },
    rejected: { title: 'Not sent.', text: 'The practice did not take it. Your words are kept. Change them and send again, or call.' },
    forbidden: { title: 'Not sent. You cannot write to them here.', text: 'This is no mistake of yours. Your words are kept. You can copy them, or call.' },
    conflict: { title: 'Not sent. We cannot take it just now.', text: 'Your words are kept. You can copy them, send again, or call.' },
    stopped: { title: 'Not sent.', text: 'This page stopped it. Your words are kept.' },
  } satisfies Record<string, NoteWords>,
  change: 'Change it',
  toPractice: 'Write to the practice instead',
  /** What a page's own form is told, so that it does not go on without it. */
  unsent: 'Your message to the practice is not sent yet.',
  sendAgain: 'Send again',
  youAreOffline: 'You are offline. You can write. What you send waits here, and goes out when you are back.',

  sent: 'Your message is sent.',
  whatNext: 'What happens next',
  whereItIs: 'Where your message is',
  you: 'You',
  sentAt: (time: string) => `sent it, ${time}`,
  hasItNow: 'has it now',
  thePractice: 'The practice',
  willCall: (phone: string, times: string) => `We will call you on ${phone}${times && `, ${times}`}.`,
  answerComes: {
    message: 'The answer comes here.',
    phone: 'We will call you.',
    video: 'We will ask you to a video call. You find it here.',
    visit: 'We will offer you a visit. You find it here.',
    other: 'The answer comes here.',
  },
  answeredBy: { doctor: 'A doctor answers.', nurse: 'A nurse or assistant answers.', anyone: '', other: '' },
  another: 'Write another message',

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
  days: (from: string, to: string) => `${from} to ${to}`,
  written: 'What you wrote is kept here. You can copy it:',

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
