/** Words of what few need in the list of results. English, and the type other languages keep to. */
export const resultsMore = {
  looking: 'Looking…',
  found: (count: number, isMore: boolean) => `${isMore ? 'More than ' : ''}${count === 1 ? '1 result' : `${count} results`} found`,
  nothingFound: 'Nothing found. Try fewer words, or other choices.',
  showAll: 'Show all results',
  any: 'All',
  kind: 'Kind of test',
  from: 'Taken from',
  to: 'Taken until',
  releaseTitle: 'What is covered',
  releaseText: (name?: string) =>
    `Choose when new results${name ? ` of ${name}` : ''} are shown. You can always open a covered result. You can change this at any time.`,
  releaseWaiting: 'Getting your choices…',
  noRelease: 'We could not get your choices.',
  noKinds: 'This practice has nothing to choose here.',
  release: {
    'at-once': 'Show at once',
    'until-opened': 'Cover until I open it',
    'until-comment': 'Cover until the doctor or nurse has written about it',
  },
  saved: (kind: string) => `Saved for ${kind}.`,
  notSaved: 'This was not saved. What you chose before still holds. Try again.',
  close: 'Close',
  keepTitle: 'Print or save',
  keepText: (count: number, isMore: boolean) =>
    `${count === 1 ? 'This is the 1 result' : `These are the ${count} results`} on show.${isMore ? ' Show more results first to have more.' : ''}`,
  leftOut: (count: number) => (count === 1 ? '1 covered result is left out.' : `${count} covered results are left out.`),
  nothingToKeep: 'There is nothing to print or save yet.',
  print: 'Print',
  asTable: 'Save as a table (CSV)',
  asData: 'Save as data (JSON)',
  kept: 'Saved. Look among your downloads.',
  notKept: 'This did not work. Try again.',
};

export type ResultsMoreWords = typeof resultsMore;
