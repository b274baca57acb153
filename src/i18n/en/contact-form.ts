import type { NoteWords } from './common.js';

/** Words of the contact form. English, and the type other languages keep to. */
export const contactForm = {
  heading: 'Send us a message',
  waiting: 'Getting the form…',
  /** In the place of the common words for what went wrong, by the error's code. */
  problems: {
    offline: { title: 'You are offline.', text: 'The form shows here when you are back. You can still call.' },
    unavailable: { title: 'We could not load the form.', text: 'The fault is ours. Try again in a moment, or call.' },
    'auth-required': { title: 'Sign in to write to us.', text: 'Then only you can read the answer.' },
    forbidden: {
      title: 'You cannot write to us here yet.',
      text: 'This is no mistake of yours. The practice can change it. A call is enough.',
    },
    unsupported: {
      title: 'This practice does not offer messages.',
      text: 'Nobody would read them, so there is no form. Call, and talk to a person.',
    },
  } as Readonly<Record<string, NoteWords>>,
  noReasons: { title: 'There is nothing to write about here yet.', text: 'You can call. It is the same people.' },

  safety: 'Only use messages for non-urgent needs',
  danger: 'If you think you are in danger, call',
  harm: 'If you are thinking of harming yourself, call or text, at any hour:',
  soon: 'For anything that cannot wait until tomorrow, call us:',
  soonNoPhone: 'For anything that cannot wait until tomorrow, call the practice.',

  reason: 'What do you need?',
  /** Whose care it is about. */
  about: 'Who is it for?',
  me: (name: string) => `Me, ${name}`,
  aged: (name: string, years: number) => (years < 1 ? `${name}, under 1 year` : `${name}, age ${years}`),
  prompt: 'What would you like to say?',
  optional: '(you can leave this empty)',
  choose: 'Choose',
  yes: 'Yes',
  no: 'No',
  left: (count: number) => (count === 1 ? '1 character left' : `${count} characters left`),
  over: (count: number, budget: number) => `${count === 1 ? '1 character' : `${count} characters`} over ${budget}`,
  /** Announced when the length is passed. */
  overSaid: (count: number) => `${count} over. Nothing is cut.`,
  fitsSaid: 'It fits again.',
  nothingCut: 'Nothing is cut. All of it is kept.',
  tooLong: 'This is a lot for a message.',
  tooLongWay: 'Make it shorter, or call and talk it through. What you wrote is kept.',

  readers: 'Who will read this',
  readsFirst: (who: string) => `${who} reads it first.`,
  thenDoctor: (who: string) => `It goes to ${who} if a doctor is needed.`,
  then: (who: string) => `It goes to ${who} if needed.`,
  someoneReads: 'Someone at the practice reads it.',
  hearBack: (due: string) => `You will hear back by ${due}.`,
  noPromise: 'We answer as soon as we can. If you do not hear from us, call.',
  way: 'The way your message goes',
  writingNow: 'writing now',
  first: 'reads first',
  titleFirst: (title: string) => `${title}, reads first`,
  ifNeeded: 'if needed',
  answerDue: 'answer due',
  noWriting: (name: string) => `${name} does not answer messages.`,
  noWritingWay: 'Call, and talk to a person.',

  send: 'Send message',
  stopped: 'Not sent. This page stopped it. Your words are kept.',
  missing: (count: number) => (count === 1 ? 'One thing is missing.' : `${count} things are missing.`),
  missingReason: 'Choose what you need',
  missingAbout: 'Choose who it is for',
  missingAnswer: 'Fill this in',
  missingChoice: 'Choose an answer',
  missingWords: 'Write what you need',
  wrongPhone: 'Write a number we can call',
  wrongDate: 'Write a date',
  refused: 'The practice could not take this. Look at it again',

  sending: 'Sending…',
  queued: { title: 'Waiting to send.', text: 'The practice cannot take it just now. It goes out by itself. Keep this page open.' },
  queuedOffline: { title: 'Waiting to send. You are offline.', text: 'It goes out when you are back. Keep this page open.' },
  unsure: { title: 'We are not sure this was sent. Checking…', text: 'Your words are kept. You need not write again.' },
  keptForSession: { title: 'Kept here. Sign in again to send it.', text: 'Your words are kept.' },
  kept: { title: 'Kept here. Not sent yet.', text: 'Your words are kept.' },
  notSent: { title: 'Not sent.', text: 'The practice could not take it just now. Your words are kept.' },
  sendAgain: 'Send again',
  change: 'Change it',

  sent: 'Your message is sent.',
  next: 'What happens next',
  nextWay: 'Where your message is',
  sentAt: (time: string) => `sent it, ${time}`,
  hasItNow: 'has it now',
  nobodyHasIt: 'nobody has it yet',
  ifLate: 'If that time passes with no answer, you find a number to call here.',
  see: 'See your message',
  another: 'Write another message',
};

export type ContactFormWords = typeof contactForm;
