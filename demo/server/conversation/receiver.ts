import type { Person } from 'carethread/model';
import type { ExpressionBuilder } from 'kysely';
import type { Tables, ThreadTable } from '../database/tables.js';
import type { PracticeRecord } from '../directory/directory.js';

/** Who is to read a thread first: whom it was addressed to, or whom its reason names; undefined for nobody. */
export function receiverOf(
  { entry, staff }: PracticeRecord,
  { recipient, reason }: Pick<ThreadTable, 'recipient' | 'reason'>,
): Person | undefined {
  const named = recipient ?? entry.reasons.find(({ id }) => id === reason)?.receiver?.first;
  return staff.find(({ id }) => id === named);
}

/** That nobody who answers messages is to read it first: nobody is named, or somebody who does not, or who has left. */
export function unnamed(where: ExpressionBuilder<Tables, 'thread'>, { entry, staff }: PracticeRecord) {
  const readers = staff.filter(({ answers }) => answers === 'messages').map(({ id }): string => id);
  const named = entry.reasons.filter(({ receiver }) => receiver && readers.includes(receiver.first));
  // An empty list is one that no database compares with.
  const names = ['', ...readers];
  const reasons = ['', ...named.map(({ id }): string => id)];
  return where.or([
    where('recipient', 'not in', names),
    where.and([where('recipient', 'is', null), where('reason', 'not in', reasons)]),
  ]);
}
