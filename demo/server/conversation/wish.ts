import { ReplyWish, TimeWindow } from 'carethread/model';
import type { OfferedReason } from '../directory/practice-entry.js';
import { Problem } from '../problems.js';
import { isPhone } from './answers.js';

/** A wish as it comes in: not yet one that can be honoured. */
export interface AskedWish {
  readonly channel: string;
  readonly from: string;
  readonly phone?: string | undefined;
  readonly windows?: readonly string[] | undefined;
}

/** How a patient wants to be answered, once it is one the practice offers for the reason. */
export function wishFor({ reply }: OfferedReason, { channel, from, phone, windows = [] }: AskedWish): ReplyWish {
  const refuse = (part: string): never => {
    throw new Problem('invalid', { field: `reply.${part}` });
  };
  const channels: readonly string[] = reply?.channels.length ? reply.channels : ['message'];
  const answerers: readonly string[] = reply?.from.length ? reply.from : ['anyone'];
  if (!channels.includes(channel)) refuse('channel');
  if (!answerers.includes(from)) refuse('from');
  // Only a call needs a number and a time.
  if (channel !== 'phone') return ReplyWish.parse({ channel, from, windows: [] });
  if (phone === undefined || !isPhone(phone)) refuse('phone');
  const offered: readonly string[] = reply?.windows ?? [];
  const fits = (window: string) => TimeWindow.safeParse(window).success && (!offered.length || offered.includes(window));
  if (!windows.every(fits) || new Set(windows).size < windows.length) refuse('windows');
  return ReplyWish.parse({ channel, from, phone, windows });
}
