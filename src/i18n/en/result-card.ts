/** Words of one result: waiting, covered, not to be had. English, and the type other languages keep to. `who` is a name, ready to stand in a sentence. */
export const resultCard = {
  waiting: 'We are getting this result.',
  untitled: 'A result',
  about: (who: string) => `About ${who}`,
  nobodyNamed: 'the doctor or nurse who ordered it',
  somebody: 'The doctor or nurse who ordered it',
  arrived: (when: string) => `Arrived ${when}.`,
  noDate: 'We do not know when this was taken.',
  notLoaded: 'This did not load. Try again. If it fails again, load this page again.',

  covered: 'This result is here, and covered.',
  untilOpened: 'Results like this stay covered until you open them.',
  untilComment: (who: string) => `Results like this stay covered until ${who} has written to you.`,
  readsBy: (who: string, due: string) => `${who} reads it by ${due}.`,
  showNow: 'Show it to me now',
  showing: 'One moment.',
  changeCover: 'Change what is covered',
  notShown: 'We could not open it. It is still covered.',
  shown: 'The result is open now.',
};

export type ResultCardWords = typeof resultCard;
