/** Words of what stands around a reply when it is not as simple as that. English, and the type others keep to. */
export const composerMore = {
  wrongPerson: (subject: string, chosen: string) =>
    chosen ? `This is about ${subject}. You had chosen ${chosen}.` : `This is about ${subject}.`,
  notYet: 'Nothing is sent yet.',
  sendAbout: (subject: string) => `Send it about ${subject}`,
  doNotSend: 'Do not send',

  visit: 'Book a visit about this',
  visitByPhone: 'Call us to book a visit. What you wrote stays here.',

  written: 'What you wrote is still here:',

  sendingState: 'Sending…',
  queuedState: 'Waiting to send',
  queuedOfflineState: 'Waiting to send. You are offline',
  unsureState: 'We are not sure this was sent. Checking…',
  undecidedState: 'We are not sure this was sent. Sent again, it may arrive twice.',
  notSentState: 'Not sent. The practice could not take it. Your words are kept.',
  notSentForStaffState: 'Not sent. Your words are kept.',
  notTakenState: 'Not sent. The practice takes no message here now. Your words are kept.',
  sessionState: 'Kept here. Sign in again to send it',
  keptState: 'Kept here. Not sent yet',
  sendAgain: 'Send again',
  change: 'Change it',

  closed: 'This conversation is closed.',
  closedWay: 'Something new about this? Send a new message, or call.',
  closedForStaff: 'Nobody can reply here any more.',
  expired: 'This conversation has ended. Nobody wrote in it for long.',
  continueWay: 'Something new about this? Go on from here. The practice sees what was said before.',
  continue: 'Continue this conversation',
  continued: 'This conversation goes on in a newer one.',
  openNewer: 'Open the newer one',

  noMessages: 'This practice does not answer messages here.',
  noMessagesWay: 'Call instead. Somebody can help you on the line.',
  byPhone: (name: string) => `${name} does not answer messages.`,
  byPhoneAt: (hours: string) => `Call instead: ${hours}.`,
  paused: 'We take no messages right now.',
  shut: 'We are closed now, and take no messages.',
  opensAt: (when: string) => `You can write here again from ${when}.`,
  opensLater: 'Call if it cannot wait.',
  opened: 'You can write here again.',
};

export type ComposerMoreWords = typeof composerMore;
