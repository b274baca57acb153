/** Words of a thread on paper and in a file. English, and the type other languages keep to. */
export const threadRecord = {
  title: 'Conversation',
  about: 'About',
  practice: 'Practice',
  reason: 'Reason',
  printed: 'Printed',
  saved: 'Saved',
  retracted: (who: string, moment: string) => `${who} took this message back on ${moment}.`,
  changed: (moment: string) => `Changed on ${moment}. Before, it said:`,
  unreadable: (count: number) => `${count === 1 ? '1 entry' : `${count} entries`} could not be read and are missing here.`,
};

export type ThreadRecordWords = typeof threadRecord;
