/** Words of the list itself: what is over it, on it and under it. English, and the type other languages keep to. */
export const resultsBody = {
  label: 'Results',
  whose: 'Whose results do you want to see?',
  choose: 'Choose a person',
  me: (name: string) => `Me (${name})`,
  search: 'Search results',
  filter: 'Filter',
  covering: 'What is covered',
  keeping: 'Print or save',
  fresh: 'New',
  freshSince: (count: number, day: string) => `${count === 1 ? '1 result is' : `${count} results are`} new since your last visit on ${day}.`,
  /** The same while there are more results to load. */
  freshAmong: (count: number, day: string) =>
    `${count === 1 ? '1 result' : `${count} results`} of those shown ${count === 1 ? 'is' : 'are'} new since your last visit on ${day}.`,
  freshShown: (count: number) => (count === 1 ? '1 new result is shown.' : `${count} new results are shown.`),
  allShown: 'All results are shown.',
  noneFresh: (day: string) => `Nothing new since your last visit on ${day}.`,
  onlyFresh: 'Show only what is new',
  arrived: (count: number) => (count === 1 ? 'A new result has come.' : `${count} new results have come.`),
  emptyTitle: 'No results yet',
  empty: 'When a result comes, you find it here.',
  emptyForStaff: 'When a result comes, you find it here.',
  showMore: 'Show more results',
  loadingMore: 'Getting more…',
  noMore: 'We could not get more.',
  readAt: (time: string) => `As of ${time}.`,
  unreadable: (count: number) => `${count === 1 ? '1 result' : `${count} results`} could not be shown. Nothing is lost: the practice has it.`,
  notLoaded: 'This did not load. Try again. If it fails again, load this page again.',
};

export type ResultsBodyWords = typeof resultsBody;
