import type { OutboxItem } from '../../../client/outbox-item.js';
import { messagingAt } from '../../../model/messaging-at.js';
import type { Practice } from '../../../model/practice.js';
import { messageOf } from '../../shared/follow-sending.js';
import { isClosed } from '../../shared/whose-turn.js';
import type { ComposerView } from '../composer-view.js';

/** What stands where one would write. */
export type Standing =
  /** A field. */
  | 'open'
  /** The thread is over, and the reader can go on from it. */
  | 'continuable'
  /** It is over, and goes on in another. */
  | 'continued'
  /** It is over, and no way on is known. */
  | 'over'
  /** The practice takes no messages now. */
  | 'gated'
  /** Who has the thread answers no messages. */
  | 'by-phone'
  /** Nobody answers messages here. */
  | 'none';

/** What stands there at a moment, in milliseconds since the epoch. Who works at the practice can always write. */
export function standingOf({ thread, me, practice, canSend, canContinue }: ComposerView, now: number): Standing {
  const isStaff = me.kind === 'staff';
  const isOver = isClosed(thread);
  const answers = thread.custody.holder?.answers;
  if (!canSend) return 'none';
  if (isOver && thread.continuedBy) return 'continued';
  if (!isStaff && isGated(practice, now)) return 'gated';
  if (isOver) return canContinue && !isStaff ? 'continuable' : 'over';
  return !isStaff && (answers === 'phone' || answers === 'nobody') ? 'by-phone' : 'open';
}

function isGated(practice: Practice | undefined, now: number): boolean {
  return practice?.messaging !== undefined && messagingAt(practice, now).state !== 'open';
}

/** What is known of a thread, with what was sent from it: it goes on before the backend is asked again. */
export function withContinuation(view: ComposerView, items: readonly OutboxItem[]): ComposerView {
  for (const { kind, state } of view.thread.continuedBy ? [] : items) {
    if (kind !== 'continue' || state.status !== 'sent') continue;
    return { ...view, thread: { ...view.thread, continuedBy: messageOf(state).thread } };
  }
  return view;
}
