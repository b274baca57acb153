import { CalendarDay, OpeningHours, PersonId, PracticeId, ReasonId, ReplyPromise } from 'carethread/model';
import * as z from 'zod/mini';

// The file is read as strictly as any input: a misspelt word ends the start, not a promise to a patient.

const zone = z.string().check(z.refine(isZone));

const words = z.string().check(z.minLength(1), z.maxLength(500));

const StaffMember = z.strictObject({
  id: PersonId,
  name: words,
  role: z.enum(['front-desk', 'nurse', 'doctor']),
  /** The role in words. */
  title: words,
  answers: z.enum(['messages', 'phone', 'nobody']),
});

const Patient = z.strictObject({
  id: PersonId,
  name: words,
  birthDate: CalendarDay,
  /** Whether this person signs in themselves. A small child does not. */
  signsIn: z.boolean(),
  actsFor: z.array(z.strictObject({ person: PersonId, as: z.enum(['parent', 'guardian', 'carer']) })),
  careTeam: z.array(PersonId),
});

const OfferedChoice = z.strictObject({
  value: words,
  label: words,
  explanation: z.optional(words),
  /** What the choice adds to the thread's title. */
  inTitle: z.optional(words),
});

const OfferedField = z.strictObject({
  id: words,
  kind: z.enum(['text', 'long-text', 'choice', 'choices', 'date', 'phone', 'yes-no']),
  label: words,
  required: z.boolean(),
  help: z.optional(words),
  choices: z.optional(z.array(OfferedChoice)),
});
export type OfferedField = z.infer<typeof OfferedField>;

const OfferedReason = z.strictObject({
  id: ReasonId,
  label: words,
  /** What threads with this reason are called. */
  title: words,
  explanation: z.optional(words),
  fields: z.array(OfferedField),
  prompt: z.optional(words),
  promptRequired: z.boolean(),
  receiver: z.strictObject({ first: PersonId, then: z.optional(PersonId) }),
  promise: z.optional(ReplyPromise),
  budget: z.number().check(z.int(), z.gte(1), z.lte(20_000)),
});
export type OfferedReason = z.infer<typeof OfferedReason>;

const Step = z.strictObject({
  by: PersonId,
  does: z.enum(['open', 'claim', 'route', 'reply', 'close']),
  hoursAgo: z.number(),
  /** What is written, or why it is routed or closed. */
  text: z.optional(z.string()),
  to: z.optional(PersonId),
});
export type Step = z.infer<typeof Step>;

const Story = z.strictObject({
  by: PersonId,
  subject: PersonId,
  reason: ReasonId,
  hoursAgo: z.number(),
  answers: z.array(z.strictObject({ field: words, value: z.union([z.string(), z.array(z.string())]) })),
  body: z.string(),
  steps: z.array(Step),
});
export type Story = z.infer<typeof Story>;

/** One practice's part of the file. */
export const PracticeEntry = z.strictObject({
  id: PracticeId,
  name: words,
  /** IANA name. */
  zone,
  hours: z.array(OpeningHours),
  holidays: z.array(CalendarDay),
  phone: words,
  emergencyPhone: z.optional(words),
  crisisPhone: z.optional(words),
  staff: z.array(StaffMember),
  patients: z.array(Patient),
  reasons: z.array(OfferedReason),
  /** Conversations an empty database starts with. */
  stories: z.optional(z.array(Story)),
});
export type PracticeEntry = z.infer<typeof PracticeEntry>;

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
