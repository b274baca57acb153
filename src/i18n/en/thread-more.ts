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

  /** How a call went. */
  calls: {
    reached: (who: string, whom: string) => `${who} called and spoke with ${whom}.`,
    'no-answer': (who: string, whom: string) => `${who} called ${whom}. No answer.`,
    'message-left': (who: string, whom: string) => `${who} called ${whom} and left a message.`,
    other: (who: string, whom: string) => `${who} called ${whom}.`,
  },
  settled: (who: string) => `${who} said that this answered the question.`,
  youSettled: 'You said that this answered your question.',
  expired: 'Closed by itself: nobody wrote for a long time.',
  continued: (who: string) => `${who} went on in a newer conversation.`,

  fresh: (count: number) => (count === 1 ? '1 new message' : `${count} new messages`),
  showAll: 'Show all of it',
  showLess: 'Show less',
  retracted: (who: string, moment: string) => `${who} took this message back ${moment}.`,
  changedAt: (moment: string) => `Changed ${moment}.`,
  /** The moment of a change. */
  atTime: (time: string) => `at ${time}`,
  onDay: (day: string) => `on ${day}`,
  before: 'What it said before',
  saidUntil: (moment: string) => `Until it was changed ${moment}`,

  someCard: 'Something this page cannot show',
  openThread: 'Open this conversation',
  inWordsOnly: 'Shown here in words only.',
  result: 'Test result',
  showResult: 'Show the result',
  answered: 'Answered.',
  seeAnswer: 'See the answer',
  notAnswered: 'Not answered yet.',
  over: 'This conversation is closed. This was not answered.',
  paused: 'We take no messages right now. You can answer this later.',
  underWay: 'Your answer is on its way.',
  seeBelow: 'Not sent yet. See below.',
  written: 'What you wrote is still here:',
  /** In the place of a question that is no longer asked. */
  askedNoMore: 'No longer asked',
  send: 'Send the answer',
  sent: 'Your answer has arrived.',
  notSent: 'Your answer was not sent. It is kept.',
  unsure: 'We are not sure your answer was sent. We check.',
  undecided: 'We are not sure your answer was sent.',
  kept: 'Your answer is kept here until you sign in again.',
  stopped: 'Not sent. This page stopped it. Your answer is kept.',
  wrongPerson: (about: string, chosen: string) =>
    chosen ? `This is about ${about}. You had chosen ${chosen}.` : `This is about ${about}.`,
  notYet: 'Nothing is sent yet.',
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
