const characters = (count: number): string => (count === 1 ? '1 character' : `${count} characters`);

/** Words around declared questions, in whatever element asks them. English, and the type other languages keep to. */
export const fields = {
  yes: 'Yes',
  no: 'No',
  optional: '(you can leave this empty)',
  from: 'From',
  to: 'To',
  anotherMedicine: 'Another one',
  whichMedicine: 'The name on the box',
  noFiles: 'You cannot add files here yet. Write what you have, and we tell you how to send it.',

  left: (count: number) => `${characters(count)} left`,
  over: (count: number, budget: number) => `${characters(count)} over ${budget}`,
  nothingCut: 'Nothing is cut',
  within: (budget: number) => `Back within ${budget} characters.`,
  shorten: (count: number, budget: number) => `Make it shorter. It is ${characters(count)} over ${budget}. Nothing is cut`,

  toFix: (count: number) => (count === 1 ? 'One thing to look at.' : `${count} things to look at.`),
  /** What is missing, by the kind of field. */
  missing: {
    choice: 'Choose one',
    'yes-no': 'Choose one',
    choices: 'Choose at least one',
    date: 'Choose a day',
    'time-windows': 'Choose a time',
    phone: 'Write a number we can call you at',
    medication: 'Name the medicine',
    text: 'Write an answer',
    'long-text': 'Write an answer',
    attachment: '',
  },
  wrongWindow: 'Choose a start, and an end after it',
  refused: 'The practice could not take this. Change it and send again',
};

export type FieldsWords = typeof fields;
