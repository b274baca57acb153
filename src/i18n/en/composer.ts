/** Words of the reply. English, and the type other languages keep to. */
export const composer = {
  reply: (name: string) => `Reply to ${name}`,
  replyAbout: (name: string) => `Reply about ${name}`,
  goOn: (name: string) => `Write to ${name} about this`,
  writingAs: (me: string, subject: string) => `You write as ${me}, about ${subject}.`,
  first: (name: string) => `${name} may read it first.`,
  answerBy: (due: string) => `Answer by ${due}.`,
  send: 'Send',
  left: (count: number) => (count === 1 ? '1 character left' : `${count} characters left`),
  over: (count: number) => (count === 1 ? '1 over' : `${count} over`),
  tooLong: (count: number, budget: number) =>
    `${count === 1 ? '1 character' : `${count} characters`} over ${budget}. Nothing is cut. Shorten it to send it.`,
  nothingCut: 'Nothing is cut.',
  nothingWritten: 'Write your message first.',
  stopped: 'Not sent. This page stopped it. Your words are kept.',
  notLoaded: 'Not sent. A part of this page did not load. Try again. If it fails again, copy your words and load this page again.',
  reload: 'A part of this page did not load. If it fails again, load this page again.',

  sent: 'Your message was sent.',
  notSent: 'Your message was not sent. Your words are kept.',
  unsure: 'We are not sure your message was sent. Checking.',
  undecided: 'We are not sure your message was sent.',
  kept: 'Your message is kept here until you sign in again.',
};

export type ComposerWords = typeof composer;
