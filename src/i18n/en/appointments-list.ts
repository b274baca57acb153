/** Words of visits that are to come. English, and the type other languages keep to. */
export const appointmentsList = {
  next: { yours: 'Your next visit', of: 'The next visit' },
  /** Beside it, when that is soon. */
  today: 'Today',
  tomorrow: 'Tomorrow',
  now: 'Now',
  others: 'Later visits',
  asked: 'What you asked for',
  askedOf: 'Asked for',

  where: 'Where',
  directions: 'Directions',
  call: 'Phone',
  /** Who calls whom. */
  calls: (who: string) => `${who} calls you at this time.`,
  somebodyCalls: 'The practice calls you at this time.',
  video: 'Video',
  join: 'Join the video visit',
  noVideo: 'The practice sends you the way in.',
  prepare: 'Get ready',
  topic: 'To talk about',
  change: 'Change',
  add: 'Say what you want to talk about',
  from: 'From the practice',
  times: 'Times that work',
  wish: { morning: (day: string) => `${day}, in the morning`, afternoon: (day: string) => `${day}, in the afternoon` },

  answerBy: (when: string) => `We answer by ${when}.`,
  noPromise: 'We look for a time and show it here.',
  late: 'This answer is late.',
  declined: 'We found no time for this.',
  waits: 'On the waitlist. When a time opens, we show it here.',

  move: 'Move this visit',
  cancel: 'Cancel',
  calendar: 'Add to my calendar',
  /** What a calendar calls it: nothing of what it is for. */
  calendarTitle: (practice: string) => `Visit at ${practice}`,
  takeBack: 'Take this back',
  leave: 'Leave the waitlist',
  keeps: (time: string) => `If you move it, ${time} stays yours until the new time is booked.`,
  byPhone: 'You cannot change this visit here any more. Call us and we do it with you.',
  byPhoneOnly: 'You cannot change this visit here. Call us and we do it with you.',

  emptyTitle: 'No visits planned',
  empty: 'Once a visit is booked, you find it here.',
  book: 'Book a visit',
  past: 'Show earlier visits',
  unreadable: (count: number) =>
    `${count === 1 ? '1 visit' : `${count} visits`} could not be shown. Nothing is lost: call us to hear about it.`,
};

export type AppointmentsListWords = typeof appointmentsList;
