import * as z from 'zod/mini';
import { Message } from './message.js';
import { Thread } from './thread.js';

/** What a practice says once it has taken a contact request: the thread it became, and its first message. */
export const Receipt = z.object({ thread: Thread, message: Message });
export type Receipt = z.infer<typeof Receipt>;
