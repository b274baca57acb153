import * as z from 'zod/mini';
import { listOf, maybe, wordOf } from './lenient.js';

/** A stretch of a day on the practice's wall clock, such as `12:00-13:00`. The end is after the start. */
export const TimeWindow = z.string().check(
  z.regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/),
  z.refine((text) => text.slice(0, 5) < text.slice(6)),
);
export type TimeWindow = z.infer<typeof TimeWindow>;

const CHANNELS = ['message', 'phone', 'video', 'visit'] as const;
const ANSWERERS = ['doctor', 'nurse', 'anyone'] as const;

/** How a patient wants to be answered: by which way, by whom, and when a call suits. Staff see it, and honour it. */
export const ReplyWish = z.object({
  channel: wordOf(CHANNELS),
  /** `nurse` stands for a nurse or an assistant. */
  from: wordOf(ANSWERERS),
  /** Where to call, for `phone`. */
  phone: maybe(z.string()),
  /** When a call suits, by the practice's clock. None: at any time it is open. */
  windows: listOf(TimeWindow),
});
export type ReplyWish = z.infer<typeof ReplyWish>;

/** The wishes a practice can honour for a reason. What is empty, or has one word only, is not asked. */
export const ReplyOffer = z.object({
  channels: listOf(wordOf(CHANNELS)),
  from: listOf(wordOf(ANSWERERS)),
  windows: listOf(TimeWindow),
});
export type ReplyOffer = z.infer<typeof ReplyOffer>;
