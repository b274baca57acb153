import type { Instant } from '../../model/instant.js';
import type { Resource } from './json.js';
import { concept } from './terms.js';

/** A Task with what is new in it. */
export interface CustodyChange {
  readonly status?: 'requested' | 'accepted' | 'completed';
  /** A reference to who has it; null for nobody. */
  readonly holder?: { readonly reference: string; readonly display: string } | null;
  readonly turn?: 'patient' | 'practice' | 'nobody';
  /** Since when the patient waits and by when they were promised an answer; null where nobody waits. */
  readonly waiting?: { readonly start: string; readonly end?: string | undefined } | null;
}

/** A custody Task after a change. Always says when, so that it is a new version even where little else is new. */
export function custodyTask(before: object, change: CustodyChange, now: Instant): Record<string, unknown> {
  const { status, holder, turn, waiting } = change;
  const after: Record<string, unknown> = { ...before, lastModified: now };
  if (status) Object.assign(after, { status, executionPeriod: { start: now } });
  if (holder !== undefined) after.owner = holder ?? undefined;
  if (turn) after.businessStatus = concept('turn', turn);
  if (waiting !== undefined) after.restriction = waiting ? { period: waiting } : undefined;
  return after;
}

/** A custody Task for a thread that has none yet. */
export const newCustody = (head: string, subject: unknown, now: Instant) => ({
  resourceType: 'Task',
  status: 'requested',
  intent: 'order',
  code: concept('task', 'custody', 'Conversation'),
  focus: { reference: head },
  for: subject,
  authoredOn: now,
});

/** How far a reader has read, as a Task. */
export const receiptTask = (
  before: Resource | undefined,
  { head, subject, reader, upTo, now }: { readonly head: string; readonly subject: unknown; readonly reader: object; readonly upTo: string; readonly now: Instant },
) => ({
  ...(before ?? {
    resourceType: 'Task',
    status: 'completed',
    intent: 'order',
    code: concept('task', 'read-receipt', 'Read'),
    focus: { reference: head },
    for: subject,
    owner: reader,
    authoredOn: now,
  }),
  reasonReference: { reference: `Communication/${upTo}` },
  lastModified: now,
});

