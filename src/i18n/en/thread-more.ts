/**
 * Words of what few threads have, fetched with it: cards, wishes, changed messages, and what can be done at the end of a
 * thread. English, and the type other languages keep to.
 */
export const threadMore = {
  /** How the patient wants to be answered. */
  channels: { message: 'a message', phone: 'a call', video: 'a video visit', visit: 'a visit', other: 'an answer' },
  wants: (what: string) => `Wants ${what}:`,
  youWant: (what: string) => `You asked for ${what}:`,
  answerers: { doctor: 'by the doctor', nurse: 'by a nurse or assistant', anyone: 'by anyone', other: '' },
  earlierThread: 'See what was said before',
  newerThread: 'Go on in the newer conversation',

  before: 'What it said before',
  saidUntil: (moment: string) => `Until it was changed ${moment}`,

  someCard: 'Something this page cannot show',
  openThread: 'Open this conversation',
  inWordsOnly: 'Shown here in words only.',
  answered: 'Answered.',
  seeAnswer: 'See the answer',
  notAnswered: 'Not answered yet.',
  over: 'This conversation is closed. This was not answered.',
  paused: 'We take no messages right now. You can answer this later.',
  underWay: 'Your answer is on its way.',
  send: 'Send the answer',
  sent: 'Your answer has arrived.',
  notSent: 'Your answer was not sent. It is kept.',
  unsure: 'We are not sure your answer was sent. We check.',
  wrongPerson: (about: string, chosen: string) => `This is about ${about}. You had chosen ${chosen}.`,
  sendAbout: (about: string) => `Send it about ${about}`,
  doNotSend: 'Do not send',

  /** Why a message cannot be sent here any more. */
  refused: {
    closed: 'Not sent. This conversation is closed. Your words are kept.',
    paused: 'Not sent. We take no messages right now. Your words are kept.',
    answered: 'Not sent. This was answered already. Your words are kept.',
    forbidden: 'Not sent. You cannot write here any more. Your words are kept.',
  },
  copy: 'Copy the words',
  copied: 'Copied.',
  notCopied: 'Not copied. Mark the words to copy them.',

  settle: 'This answered my question',
  settleDone: 'We noted it. You can still write.',
  notSettled: 'We could not note this. See if something new came, then try again.',
  long: 'This has become long. A visit may be quicker.',
  bookVisit: 'Book a visit about this',
  callToBook: 'Call us to book a visit about this.',
  print: 'Print',
  asText: 'Download as text',
  asData: 'Download as data (JSON)',
  keeping: 'Getting all messages…',
  saved: 'Downloaded.',
  notKept: 'We could not get all messages. Try again in a moment.',
};

export type ThreadMoreWords = typeof threadMore;
