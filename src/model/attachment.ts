import * as z from 'zod/mini';
import { lineOfText, maybe, wholeNumber } from './lenient.js';

/** Names a file at the backend. */
export const AttachmentId = z.string().check(z.regex(/^[\s\S]{1,500}$/u)).brand<'AttachmentId'>();
export type AttachmentId = z.infer<typeof AttachmentId>;

/** A file that belongs to something. What is in it comes from the attachments port. */
export const Attachment = z.object({
  id: AttachmentId,
  /** What it is called: `Chest x-ray report.pdf`. */
  name: lineOfText(),
  /** What the backend says it is: `application/pdf`. Not to be relied on. */
  type: maybe(z.string()),
  /** In bytes. */
  size: maybe(wholeNumber(0)),
});
export type Attachment = z.infer<typeof Attachment>;
