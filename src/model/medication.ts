import * as z from 'zod/mini';

/** Something a subject takes, as their list has it. */
export const Medication = z.object({
  /** With its strength: `Lisinopril 10 mg`. */
  name: z.string().check(z.regex(/./s)),
});
export type Medication = z.infer<typeof Medication>;
