import type { NoteWords } from './common.js';

/** 72 seconds: `1 minute 12 seconds`. */
function duration(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  const said = [minutes && (minutes === 1 ? '1 minute' : `${minutes} minutes`), rest && (rest === 1 ? '1 second' : `${rest} seconds`)];
  return said.filter(Boolean).join(' ') || '0 seconds';
}

/** Words of the picker once a time is chosen, and where there is none. English, and the type other languages keep to. */
export const appointmentPickerMore = {
  /** Which visit is moved; it stays as long as nothing else is booked. */
  moved: (visit: string) => `Your visit on ${visit} stays yours until the new time is booked.`,
  forWhom: 'Who is the visit for?',
  me: (name: string) => `Me, ${name}`,
  what: 'What is the visit for?',
  how: 'How do you want to meet?',
  kinds: { 'in-person': 'In person', phone: 'Phone', video: 'Video', other: 'Another way' } as Readonly<Record<string, string>>,
  who: 'Who do you want to see?',
  anyone: 'Anyone',
  whichPlace: 'Where?',
  anywhere: 'Any place',
  /** Said aloud when the times of a day are shown. */
  times: (day: string, count: number) => `${day}: ${count === 1 ? '1 free time' : `${count} free times`}.`,
  noneWork: 'None of these work',
  showMore: 'Show later times',

  /** Nothing can be booked. */
  empty: { title: 'There is nothing to book here right now.', text: 'You can call and ask for a visit.' },
  unknownService: { title: 'This visit cannot be booked here.', text: 'You can call and ask for it.' },
  forStaff: { title: 'Patients pick their own times here.', text: 'You can offer them times in a message.' },

  kept: (time: string) => `${time} is kept for you`,
  keptFor: (seconds: number) => `for ${duration(seconds)}.`,
  keptStill: (seconds: number) => `Your time is kept for ${duration(seconds)}.`,
  moreTime: 'I need more time',
  extended: (seconds: number) => `Your time is kept for ${duration(seconds)} more.`,
  keeping: (time: string) => `${time} is being kept for you…`,
  unkept: (time: string) => `${time} is not kept for you while you write. Book it soon.`,

  clash: {
    sameTime: 'You have another visit at that time.',
    near: 'You have another visit close to that time.',
    sameDayOf: (name: string) => `${name} has a visit at that time, or close to it.`,
  },
  unchecked: 'We could not check if another visit is close to this time.',
  clashing: (when: string, what: string) => `${when}: ${what}.`,

  topic: 'What do you want to talk about?',
  optional: '(you can leave this empty)',
  tooLong: (count: number, budget: number) =>
    `${count === 1 ? '1 character' : `${count} characters`} over ${budget}. Nothing is cut. Make it shorter to go on.`,
  left: (count: number) => `${count === 1 ? '1 character' : `${count} characters`} left`,
  over: (count: number) => `${count} over`,
  nothingCut: 'Nothing is cut.',

  book: (time: string) => `Book ${time}`,
  move: (time: string) => `Move to ${time}`,
  sending: 'One moment…',
  isKept: 'What you wrote is kept.',

  /** A chosen time that is gone. */
  lost: {
    taken: { title: 'Somebody else has just taken this time.', text: 'Nothing is booked. What you wrote is kept.' },
    expired: { title: 'We could not keep this time any longer.', text: 'Nothing is booked. What you wrote is kept.' },
  } satisfies Record<string, NoteWords>,
  nearest: 'The nearest free times:',
  noneNear: 'There is no other free time close to it.',

  /** How far a booking, or a request, has come. */
  states: {
    unsure: { title: 'We are not sure it was booked. Checking…', text: 'You do not need to do anything. It is not booked twice.' },
    unsureRequest: { title: 'We are not sure we got it. Checking…', text: 'You do not need to do anything. We do not get it twice.' },
    undecided: { title: 'We do not know if this was booked.', text: 'Look again, or call before you book another time.' },
    undecidedRequest: { title: 'We do not know if the practice got this.', text: 'Look again, or call before you ask once more.' },
    stopped: { title: 'Nothing is booked.', text: 'This page stopped it. What you wrote is kept.' },
    moves: { title: 'This visit cannot be moved here any more.', text: 'It is as it was. You can call to move it.' },
    open: { title: 'You have asked for several visits already.', text: 'Wait for an answer, or call.' },
    unkeepable: { title: 'The practice could not take this.', text: 'Nothing is booked. What you wrote is kept. Change it, or call.' },
    offline: { title: 'You are offline.', text: 'Nothing is booked. What you wrote is kept. Try again when you are back.' },
    unavailable: { title: 'We cannot reach the practice right now.', text: 'Nothing is booked. What you wrote is kept. Try again in a moment.' },
    session: { title: 'You are signed out.', text: 'Nothing is booked. What you wrote is kept. Sign in, then go on.' },
    forbidden: { title: 'You cannot book this here.', text: 'This is no mistake of yours. The practice can tell you more.' },
  } satisfies Record<string, NoteWords>,
  lookAgain: 'Look again',

  /** What was done. */
  booked: 'Your visit is booked.',
  movedTo: 'Your visit is moved.',
  requested: 'You asked for a time.',
  waits: 'You are on the waiting list.',
  givenUp: (visit: string) => `Your visit on ${visit} is given up.`,
  staysUntil: (visit: string) => `Your visit on ${visit} stays yours until the practice has found a time.`,
  answerBy: (due: string) => `The practice answers by ${due}.`,
  answers: 'The practice finds a time and tells you.',
  tellsYou: 'When a time opens up, we offer it to you. Others may take it first.',
  asked: 'You asked for',
  where: 'Where',
  ready: 'Get ready',
  talk: 'To talk about',
  yourVisits: 'See your visits',
  another: 'Book another visit',

  /** No times to show, for three reasons. */
  couldNotLoad: { title: 'We could not load the times.', text: 'There may be free ones. We just cannot see them now.' },
  noneIn: (month: string) => `No free times in ${month}.`,
  noneAtAll: 'No free times right now.',
  opens: (when: string) => `More open on ${when}.`,
  nextFree: (day: string) => `The next free time is on ${day}.`,
  showDay: (day: string) => `See ${day}`,
  tooLate: (name: string) => `The first free time is later than ${name} asked for.`,
  tooLateUnnamed: 'The first free time is later than the practice asked for.',
  askedFor: (by: string, first: string) => `It was asked for by ${by}. The first is ${first}.`,
  tellMe: 'Tell me when one opens',
  waitInstead: 'Put me on the waiting list',
  sooner: 'Ask to come sooner',
  askForTime: 'Ask for a time',
  /** A line of ways, each a link or a number: `Or ask for a time, or call 555.` */
  orAsk: 'Or ask for a time.',
  orCall: 'Or call',

  /** Asking for a time. */
  ask: 'Ask for a time',
  askHow: (most: number) => (most === 1 ? 'Tell us a time that works.' : `Tell us up to ${most} times that work. The best one first.`),
  practiceFinds: 'The practice looks for a time and tells you.',
  hearBy: (due: string) => `You hear from us by ${due}.`,
  limits: (from: string, to: string) => `Days from ${from} to ${to}.`,
  weekdays: (days: string) => `Only ${days}.`,
  only: { morning: 'Only in the morning.', afternoon: 'Only in the afternoon.' },
  choice: (place: number) => ['First choice', 'Second choice', 'Third choice'][place] ?? '',
  day: 'Day',
  half: 'Half of the day',
  halves: { morning: 'Morning', afternoon: 'Afternoon' },
  addChoice: 'Add another choice',
  removeChoice: (choice: string) => `Remove: ${choice}`,
  send: 'Ask for these times',
  sendOne: 'Ask for this time',
  seeTimes: 'Back to the free times',
  wrong: {
    noDay: 'Choose a day',
    noHalf: 'Choose morning or afternoon',
    outside: (from: string, to: string) => `Choose a day from ${from} to ${to}`,
    weekday: (days: string) => `Choose one of these days: ${days}`,
    closed: 'The practice is closed that day. Choose another',
    twice: 'This is there twice. Choose another',
    refused: 'The practice could not take this. Choose another',
  },
  cannotAsk: { title: 'You cannot ask for a time here.', text: 'You can call us instead.' },
};

export type PickerMoreWords = typeof appointmentPickerMore;
