/** Words of what can be done with a card in a message. English, and the type other languages keep to. */
export const threadCards = {
  openThread: 'Open this conversation',
  inWordsOnly: 'Shown here in words only.',
  answered: 'Answered.',
  seeAnswer: 'See the answer',
  notAnswered: 'Not answered yet.',
  over: 'This conversation is closed. This was not answered.',
  paused: 'We take no messages right now. You can answer this later.',
  underWay: 'Your answer is on its way.',
  send: 'Send the answer',
  sent: 'Your answer has arrived.',
  notSent: 'Your answer was not sent. It is kept.',
  unsure: 'We are not sure your answer was sent. We check.',
  wrongPerson: (about: string, chosen: string) => `This is about ${about}. You had chosen ${chosen}.`,
  sendAbout: (about: string) => `Send it about ${about}`,
  doNotSend: 'Do not send',
};

export type ThreadCardsWords = typeof threadCards;
