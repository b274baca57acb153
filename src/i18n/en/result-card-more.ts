/**
 * Words of what lies below a result: its history, its files, reports of mistakes, and what a range means. English, and
 * the type other languages keep to.
 */
export const resultCardMore = {
  overTime: 'Over time',
  trendLabel: (name: string, values: string) => `${name} over time: ${values}. The table says the same.`,
  asTable: 'The same as a table',
  tableOnly: 'Earlier values, as a table',
  taken: 'Taken',
  value: 'Value',
  inWords: 'In words',
  dateNotKnown: 'Not known',
  thisOne: 'this result',
  older: (count: number) => (count > 0 ? `There are ${count} older values that are not shown here.` : 'There are older values that are not shown here.'),
  unreadable: (count: number) => `${count === 1 ? '1 value' : `${count} values`} could not be read. The practice has them.`,
  otherUnit: 'Some values have another unit. They are in the table, and not on this line.',
  broken: 'The line stops where the lab measured in another way or gave another range. It also stops where there is no exact value.',
  usual: (range: string) => `usual: ${range}`,
  noHistory: 'We could not load the earlier values.',
  gettingHistory: 'We are getting the earlier values.',
  nothingBefore: 'There is no other value to compare.',

  /** What a value outside the range does and does not mean. */
  outside: [
    'The range shows where most healthy people are. About 1 in 20 healthy people is outside it on any one test.',
    'A value outside the range does not by itself mean that you are ill. A value inside it does not prove that you are well.',
    'Food, medicines, sport, a cold or the time of day can move a value. Labs use different ranges, so compare with the range shown here.',
    'What it means for you depends on the rest of your health. The person who ordered it can tell you.',
  ],

  files: 'Files',
  getFile: (name: string) => `Open ${name}`,
  gettingFile: (name: string) => `Getting ${name}.`,
  openFile: (name: string) => `Open ${name} in a new tab`,
  saveFile: (name: string) => `Save ${name}`,
  unknownFile: 'This is not a kind of file we can show here. Save it only if you know what it is.',
  fileFailed: (name: string) => `We could not get ${name}. It is still at the practice.`,
  fileReady: (name: string) => `${name} is ready.`,
  aFile: 'a file',

  corrections: 'Reported mistakes',
  youReported: (when: string) => `You reported this on ${when}.`,
  reported: (who: string, when: string) => `${who} reported this on ${when}.`,
  states: {
    sent: 'Sent. The practice has not looked at it yet.',
    'under-review': 'The practice is looking at it.',
    changed: 'The record was changed.',
    declined: 'The record was not changed.',
    other: 'The practice can tell you where this stands.',
  },
  decided: (who: string, when: string) => `${who}, ${when}`,
  wasWrong: 'What is wrong',
  isRight: 'What is right',

  print: 'Print',
  asCsv: 'Save as a table (CSV)',
  asJson: 'Save as data (JSON)',
  saved: 'Saved. Look among your downloads.',
  notSaved: 'This did not work. Try again.',

  reportTitle: 'Report a mistake in this result',
  reportIntro: 'The practice looks at what you write, and tells you here what it does.',
  wrong: 'What is wrong?',
  right: 'What is right?',
  left: (count: number) => `${count} left`,
  over: (count: number) => `${count} over. Nothing is cut.`,
  missing: 'Write something here.',
  tooLong: 'This is too long. Shorten it to 750.',
  send: 'Send the report',
  sending: 'Sending.',
  cancel: 'Not now',
  kept: 'Not sent. Your words are kept.',
  unsure: 'We are not sure this was sent. Try again: it will not be there twice.',
  sent: 'Sent. You see here what the practice does with it.',
};

export type ResultCardMoreWords = typeof resultCardMore;
