/** Words of times that a practice offers, on a visit or in a message. English, and the type other languages keep to. */
export const appointmentsOffer = {
  waiting: 'Getting the times…',
  failed: 'We could not get these times. They may still be free.',
  /** Over what is offered on a visit, and on one that has no time so far. */
  earlier: 'An earlier time has opened',
  opened: 'A time has opened',
  choose: 'Choose a time',
  until: (when: string) => `You can take it until ${when}.`,
  first: 'Others may take it first.',
  take: (time: string) => `Take ${time}`,
  decline: { one: 'No, thank you', several: 'None of these work' },
  /** What is given up for it: a visit, a request that has no time so far, or what cannot be read now. */
  instead: (time: string) => `It takes the place of ${time}.`,
  insteadAsked: 'It takes the place of the request for a time.',
  insteadOther: 'It takes the place of another visit or request.',
  taking: 'Booking…',
  unsure: 'We are not sure it was booked. Checking…',
  undecided: 'We are not sure it was booked. Look again, or call us.',
  lookAgain: 'Look again',
  stopped: 'Nothing was booked. This page stopped it.',
  taken: (time: string) => `Booked: ${time}.`,
  takenSomehow: 'One of these times is booked.',
  ended: 'These times are gone.',
  /** Of somebody on the waitlist, who has a visit or none. */
  endedEarlier: 'An earlier time had opened. It is gone now. We show you the next one.',
  endedOpened: 'A time had opened. It is gone now. We show you the next one.',
  /** Of saying no, while nobody knows whether that has come. */
  declining: {
    unsure: 'We are not sure we got your answer. Checking…',
    undecided: 'We are not sure we got your answer. Answer again, or call us.',
  },
  declined: 'You said no to these times.',
  /** One was taken by others, and there may be more. */
  lost: { left: 'Somebody else was faster. These times are left.', none: 'Somebody else was faster. No time is left.' },
  book: 'Book a visit',
  orCall: 'Call us and we find another time.',
  staff: 'Offered times',
  refused: {
    offline: 'You are offline. Nothing was booked. Try again when you are back.',
    'auth-required': 'You are signed out. Nothing was booked. Sign in, then try again.',
    conflict: 'The visit you have cannot be changed here any more. Call us and we do it with you.',
    forbidden: 'You cannot book this here. Call us and we do it with you.',
    unsupported: 'You cannot book this here. Call us and we do it with you.',
    'not-found': 'These times are not here any more.',
    other: 'This did not work. Nothing was booked. Try again.',
  } as Readonly<Record<string, string>>,
};

export type AppointmentsOfferWords = typeof appointmentsOffer;
