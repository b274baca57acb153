import type { ContactRequest } from '../../model/contact-request.js';
import type { Instant } from '../../model/instant.js';
import type { Message } from '../../model/message.js';
import type { Subject } from '../../model/person.js';
import type { Reason } from '../../model/reason.js';
import { ReplyWish, TimeWindow } from '../../model/reply-wish.js';
import { dayIn } from '../../model/zoned-time.js';
import { SIGNS_LABEL } from './signs-label.js';
import { isPhone, wrongAt } from './written-text.js';


/** How somebody wants to be answered, once it is a wish that the reason's offer honours. */
export function wishOf({ reply: offer }: Reason, { reply: given }: ContactRequest): ReplyWish | undefined {
  if (!given) return undefined;
  const { channel, from, phone, windows } = ReplyWish.parse(given);
  const offered = offer?.windows ?? [];
  // What is not asked is as it always was: by message, from whoever has it.
  const channels = offer?.channels.length ? offer.channels : ['message'];
  const answerers = offer?.from.length ? offer.from : ['anyone'];
  if (channel === 'other' || !channels.includes(channel)) throw wrongAt('reply.channel');
  if (from === 'other' || !answerers.includes(from)) throw wrongAt('reply.from');
  if (channel !== 'phone') return { channel, from, windows: [] };
  if (phone === undefined || !isPhone(phone)) throw wrongAt('reply.phone');
  // As given: what the model would overlook is wrong here.
  const fits = (text: string): boolean =>
    TimeWindow.safeParse(text).success && (offered.length === 0 || offered.includes(text));
  const isWhole = windows.length === (given.windows?.length ?? 0) && new Set(windows).size === windows.length;
  if (!isWhole || !windows.every(fits)) throw wrongAt('reply.windows');
  return { channel, from, phone, windows };
}

/** What the first message says of the signs of danger: that they were asked, and there were none. */
export function signsAnswer(
  { redFlags }: Reason,
  request: ContactRequest,
  { birthDate }: Subject,
  { now, zone }: { readonly now: Instant; readonly zone: string },
): Message['answers'] {
  if (!redFlags) return [];
  const age = birthDate === undefined ? Infinity : yearsBetween(birthDate, dayIn(zone, Date.parse(now)));
  const signs = age < redFlags.childUnder ? redFlags.child : redFlags.adult;
  if (signs.length === 0) return [];
  if (request.redFlags !== 'none') throw wrongAt('redFlags');
  return [{ label: SIGNS_LABEL, value: `None of: ${signs.join('; ')}` }];
}

/** Whole years from one calendar day to another. */
function yearsBetween(birth: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0);
}
