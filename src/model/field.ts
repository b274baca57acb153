import * as z from 'zod/mini';
import { listOf, maybe } from './lenient.js';

/** One of several answers a field offers. */
export const Choice = z.object({
  value: z.string().check(z.regex(/./s)),
  label: z.string(),
  /** One line that helps to choose. */
  explanation: maybe(z.string()),
});
export type Choice = z.infer<typeof Choice>;

/** One question of a reason. Declared by the backend, drawn by the form. */
export const Field = z.object({
  id: z.string().check(z.regex(/./s)),
  /** A kind this version does not know is asked for as plain text, so that nothing is lost. */
  kind: z.catch(
    z.enum([
      'text',
      'long-text',
      'choice',
      'choices',
      'date',
      /** Answered by several `TimeWindow`s, of those in `choices` or, with none, of one's own. */
      'time-windows',
      'phone',
      'yes-no',
      /** Answered in words, picked from the subject's own list where the backend has one. */
      'medication',
      /** A file. */
      'attachment',
    ]),
    'text',
  ),
  label: z.string(),
  required: z.catch(z.boolean(), false),
  help: maybe(z.string()),
  /** For `choice`, `choices` and `time-windows`. */
  choices: listOf(Choice),
});
export type Field = z.infer<typeof Field>;
