/** What a note says: what it is, and what is kept or comes next. */
export interface NoteWords {
  readonly title: string;
  readonly text: string;
}

/** Words that several elements need. English, and the type other languages keep to. */
export const common = {
  tryAgain: 'Try again',
  signIn: 'Sign in',
  call: (phone: string) => `Call ${phone}`,
  you: 'You',
  somebody: 'Somebody at the practice',
  unreadable: (count: number) => `${count === 1 ? '1 message' : `${count} messages`} could not be shown. Nothing is lost.`,
  /** Offline, with everything still shown. */
  allHere: {
    title: 'You are offline.',
    text: 'You can read and write. What you send waits here and goes out when you are back.',
  },
  /** What went wrong, by the error's code. `other` stands in for codes that are not here. */
  problems: {
    offline: { title: 'You are offline.', text: 'We look again as soon as you are back. Nothing is lost.' },
    unavailable: { title: 'We cannot reach the practice right now.', text: 'Nothing is lost. Try again in a moment.' },
    'auth-required': { title: 'You are signed out.', text: 'Sign in to go on. What you wrote here is kept.' },
    forbidden: { title: 'You cannot see this here.', text: 'This is no mistake of yours. The practice can tell you more.' },
    'not-found': { title: 'This is not here any more.', text: 'It may have moved. The practice can find it for you.' },
    unsupported: { title: 'This practice does not offer this online.', text: 'You can call instead.' },
    malformed: {
      title: 'We could not show this.',
      text: 'It came in a form we do not know. It is not lost: the practice has it.',
    },
    other: { title: 'Something went wrong.', text: 'Nothing is lost. Try again in a moment.' },
  } as Readonly<Record<string, NoteWords>>,
  /** The same where who works at the practice reads it. */
  problemsForStaff: {
    unavailable: { title: 'We cannot reach the server right now.', text: 'Nothing is lost. Try again in a moment.' },
    forbidden: { title: 'You cannot see this here.', text: 'A colleague who has it can tell you more.' },
    'not-found': { title: 'This is not here any more.', text: 'It may have moved.' },
    unsupported: { title: 'This is not offered here.', text: '' },
    malformed: { title: 'We could not show this.', text: 'It came in a form we do not know. It is not lost.' },
  } as Readonly<Record<string, NoteWords>>,
};

export type CommonWords = typeof common;
