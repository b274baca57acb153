/** Words of looking for threads. English, and the type other languages keep to. */
export const inboxFinding = {
  looking: 'Looking…',
  found: (count: number, isMore: boolean) => `${isMore ? 'More than ' : ''}${count === 1 ? '1 message' : `${count} messages`} found`,
  nothingFound: 'Nothing found. Try fewer words, or other choices.',
  showAll: 'Show all messages',
  gettingChoices: 'Getting choices…',
  noChoices: 'We could not get the choices. Look for words instead.',
  any: 'All',
  state: 'Where it stands',
  open: 'Open',
  reason: 'What about',
  person: 'Person',
  practice: 'Practice',
};

export type InboxFindingWords = typeof inboxFinding;
