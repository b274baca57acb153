import type { NoteWords } from './common.js';

/** Words of the contact form that come with what is fetched later. They belong to the section `contact-form` too. */
export const contactFormMore = {
  tooLong: 'This is a lot for a message.',
  shortenOrVisit: 'Make it shorter, or come in and talk it through. What you wrote goes with you.',
  bookVisit: 'Book a visit about this',
  bookByPhone: 'You can book a visit by phone. What you wrote stays here.',

  about: 'About',
  remove: 'Remove',
  removeIt: (result: string) => `Remove ${result}`,
  removed: 'Removed.',
  aboutNow: (results: readonly string[]) => `Your message is about ${results.join('; ')}.`,
  readsInstead: 'Your question goes to the practice.',
  tooMany: (count: number) => `A message can be about 10 results. Remove ${count}`,
  notTaken: 'The practice cannot take one of these. Remove it, or call',
  /** Why a result that is asked about is not in the message. The results stand before the text. */
  asked: {
    begun: { title: 'You have begun another message.', text: 'Do you want to ask about this now? What you wrote stays, and you can change it.' },
    'under-way': { title: 'Your last message is still on its way.', text: 'You can ask about this when it is sent.' },
    untaken: { title: 'You cannot ask about this here.', text: 'You can call us instead.' },
  } satisfies Record<string, NoteWords>,
  askNow: 'Ask about this now',
  askNot: 'Leave it out',

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

  howToAnswer: 'How should we answer?',
  answerBy: 'Answer me by',
  channels: { message: 'Message', phone: 'Phone call', video: 'Video call', visit: 'Visit' } as Readonly<Record<string, string>>,
  numberToCall: 'Number to call',
  goodTimes: 'Good times to call',
  whoMayAnswer: 'Who may answer?',
  answerers: { doctor: 'A doctor', nurse: 'A nurse or assistant', anyone: 'Anyone who can help' } as Readonly<Record<string, string>>,

  days: (from: string, to: string) => `${from} to ${to}`,

  itIsAbout: (results: readonly string[]) => `It is about ${results.join('; ')}.`,
  whatNext: 'What happens next',
  whereItIs: 'Where your message is',
  sentAt: (time: string) => `sent it, ${time}`,
  hasItNow: 'has it now',
  willCall: (phone: string, times: string) => `We will call you on ${phone}${times && ` ${times}`}.`,
  between: (from: string, to: string) => `between ${from} and ${to}`,
  or: ' or ',
  answerComes: {
    phone: 'We will call you.',
    video: 'We will ask you to a video call. You find it here.',
    visit: 'We will offer you a visit. You find it here.',
  },
  answeredBy: { doctor: 'A doctor answers.', nurse: 'A nurse or assistant answers.', anyone: '', other: '' },
  answerComesHere: 'The answer comes here.',
  another: 'Write another message',

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
  sendAgain: 'Send again',
};

export type MoreContactFormWords = typeof contactFormMore;
