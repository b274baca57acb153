/** Words of what can be done with visits, and of those that are behind. English, and the type other languages keep to. */
export const appointmentsMore = {
  moveTitle: 'Another time for this visit',
  keep: 'Keep this time',
  pickerLater: 'Getting the free times…',
  noPicker: 'We could not load the free times. Your visit stays as it is.',
  close: 'Close',

  need: 'Do you still need care for this?',
  needs: {
    still: 'Yes, at another time',
    'no-longer': 'No, not any more',
    elsewhere: 'I get it somewhere else',
    unsure: 'I am not sure',
  },
  chooseOne: 'Choose what fits best.',
  /** Under an answer, before anything is done. */
  needNotes: {
    still: (time: string) => `You can move it and keep ${time} until the new time is booked.`,
    unsure: 'You can call us and talk it through.',
  },
  moveInstead: 'Move it instead',
  cancelVisit: (time: string) => `Cancel ${time}`,
  cancelRequest: 'Take it back',
  leaveList: 'Leave the waitlist',
  keepIt: 'Do not cancel',
  cancelling: 'One moment…',
  unsureCancelled: 'We are not sure this was cancelled. Checking…',
  undecided: 'We are not sure this was done. Look again, or call us.',
  lookAgain: 'Look again',
  stopped: 'Nothing was changed. This page stopped it.',

  /** What was done. */
  cancelled: (time: string) => `${time} is cancelled.`,
  takenBack: 'Taken back. Nobody looks for a time now.',
  left: 'You are off the waitlist.',
  moved: 'Your visit is moved.',
  movedTo: (time: string) => `Your visit is now on ${time}.`,
  movedNote: (time: string) => `${time} is free again.`,
  booked: 'Your visit is booked.',
  bookedAt: (time: string) => `Your visit is booked for ${time}.`,
  asked: 'You asked for a time. We look for one.',
  askedNote: 'The visit you have stays until we have booked another.',
  after: {
    still: 'You still need care. Find another time now, or call us.',
    'no-longer': 'If that changes, book a visit or call us.',
    elsewhere: 'If that changes, book a visit or call us.',
    unsure: 'Call us if you want to talk it through.',
  },
  bookAnother: 'Find another time',

  topic: 'What do you want to talk about?',
  topicHelp: (who: string) => `${who} reads this before the visit.`,
  reader: 'Your doctor or nurse',
  left750: (count: number) => (count === 1 ? '1 character left' : `${count} characters left`),
  over: (count: number) => (count === 1 ? '1 character over' : `${count} characters over`),
  tooLong: 'Nothing is cut. Make it shorter to save it.',
  save: 'Save',
  doNotChange: 'Do not change',
  saving: 'Saving…',
  saved: 'Saved.',
  stale: 'This was changed somewhere else. It now says:',
  staleEmpty: 'This was taken out somewhere else.',
  saveMine: 'Save what I wrote',
  unsureSaved: 'We are not sure this was saved. Checking…',

  wait: 'Tell me when an earlier time opens',
  waitNote: 'We show it here. Your visit stays until you take the earlier time.',
  waits: 'You are on the waitlist for an earlier time.',
  waitsNot: 'You are off the waitlist.',

  saveFile: 'We saved a file. Open it to add the visit to your calendar.',

  /** What was refused, by its code. */
  refused: {
    conflict: 'This cannot be changed here any more. Call us and we do it with you.',
    stale: 'This visit has changed. Look at what it says now, then try again.',
    forbidden: 'You cannot change this here. Call us and we do it with you.',
    'not-found': 'This visit is not here any more.',
    offline: 'You are offline. Nothing was changed. Try again when you are back.',
    'auth-required': 'You are signed out. Nothing was changed. Sign in, then try again.',
    unsupported: 'This cannot be done here. Call us and we do it with you.',
    other: 'This did not work. Nothing was changed. Try again.',
  } as Readonly<Record<string, string>>,

  pastTitle: 'Earlier visits',
  pastWaiting: 'Getting earlier visits…',
  pastNone: 'There are no earlier visits here.',
  pastFailed: 'We could not get these.',
  showMore: 'Show more earlier visits',
  loadingMore: 'Getting more…',
  noMore: 'We could not get more.',
  instructions: 'After the visit',
  statuses: {
    cancelled: 'Cancelled',
    moved: 'Moved to another time',
    declined: 'No time was found',
    missed: 'Missed',
    withdrawn: 'Entered by mistake',
  } as Readonly<Record<string, string>>,
};

export type AppointmentsMoreWords = typeof appointmentsMore;
