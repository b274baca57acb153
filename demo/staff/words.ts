import { AdapterError } from 'carethread/adapter';
import type { Person, QueueItem, ReplyWish, Thread } from 'carethread/model';

const ZONE = 'America/Los_Angeles';
const day = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: ZONE });
const time = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone: ZONE });

/** How long somebody has waited: `12 min`, `3 h`, `2 days`. */
export function waited(since: string, now: number): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / 60_000));
  if (minutes < 1) return 'now';
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / 60 / 24)} days`;
}

/** How a thread stands, for a row. `late` where the promise was not kept. */
export function standing({ thread }: QueueItem, now: number): { readonly words: string; readonly late: boolean } {
  const { turn, dueAt } = thread;
  if (turn === 'nobody') return { words: 'Settled: it can be closed', late: false };
  if (turn !== 'practice') return { words: 'Answered', late: false };
  if (dueAt === undefined) return { words: 'Waits for an answer', late: false };
  const late = Date.parse(dueAt) < now;
  return { words: late ? `Late. Was due ${moment(dueAt)}` : `Due ${moment(dueAt)}`, late };
}

/** A moment near now, as the practice writes it: `Tue, 5 pm`. */
export function moment(at: string): string {
  return `${day.format(Date.parse(at))}, ${clock(at)}`;
}

/** As the practice writes times: `5 pm`, `4:30 pm`. */
function clock(at: string): string {
  return time.format(Date.parse(at)).replace(':00', '').toLowerCase();
}

/** How somebody wants to be answered, where it is not by message: `Wants a call, 12 to 1 pm`. Else nothing. */
export function wishWords(wish: ReplyWish | undefined): string {
  if (wish?.channel === 'phone') return ['Wants a call', ...wish.windows.map(windowWords)].join(', ');
  if (wish?.channel === 'video') return 'Wants a video call';
  return wish?.channel === 'visit' ? 'Wants a visit' : '';
}

/** A stretch of the day: `12 to 1 pm` for `12:00-13:00`. */
function windowWords(window: string): string {
  const [from, to] = window.split('-').map((at) => {
    const [hour, minute] = at.split(':').map(Number);
    return { said: `${hour! % 12 || 12}${minute ? `:${at.slice(3)}` : ''}`, half: hour! < 12 ? 'am' : 'pm' };
  });
  return `${from!.said}${from!.half === to!.half ? '' : ` ${from!.half}`} to ${to!.said} ${to!.half}`;
}

/** Who has a thread, to somebody who thought it was otherwise. */
export function whatHappened({ custody }: Thread, me: Person): string {
  if (custody.state === 'closed') return 'This was closed a moment ago.';
  if (custody.state === 'waiting') return 'This went back to the waiting ones. Look at it again.';
  if (custody.holder?.id === me.id) return 'You have this already.';
  return `${custody.holder?.name ?? 'A colleague'} took this a moment ago.`;
}

const FAILURES: Partial<Record<AdapterError['code'], string>> = {
  'auth-required': 'You are signed out. Sign in, then try again.',
  forbidden: 'This page is for the people of the practice.',
  'not-found': 'This thread is not here any more.',
  conflict: 'This cannot be done any more. Look at it again.',
  offline: 'You are offline. Nothing was changed.',
  'rate-limited': 'Too much at once. Wait a moment, then try again.',
  'unknown-outcome': 'We are not sure this was done. Look at the thread before you try again.',
  invalid: 'The practice’s server did not take this. Look at what you wrote and chose.',
};

/** What went wrong, in words. */
export function failureWords(error: unknown): string {
  const words = error instanceof AdapterError ? FAILURES[error.code] : undefined;
  return words ?? 'We cannot reach the practice’s server. Try again in a moment.';
}
