import {
  CalendarDay,
  Instant,
  Medication,
  OpeningHours,
  PersonId,
  PracticeId,
  ReasonId,
  Release,
  ReplyPromise,
  ResultKindId,
  TimeWindow,
} from 'carethread/model';
import * as z from 'zod/mini';
import { OfferedPlace, OfferedService } from './offered-service.js';
import { Story, words } from './story.js';

// The file is read as strictly as any input: a misspelt word ends the start, not a promise to a patient.

const zone = z.string().check(z.refine(isZone));

const StaffMember = z.strictObject({
  id: PersonId,
  name: words,
  role: z.enum(['front-desk', 'nurse', 'doctor']),
  /** The role in words. */
  title: words,
  answers: z.enum(['messages', 'phone', 'nobody']),
  phone: z.optional(words),
  /** When they answer it, in words. */
  phoneHours: z.optional(words),
});

const Patient = z.strictObject({
  id: PersonId,
  name: words,
  birthDate: CalendarDay,
  /** Whether this person signs in themselves. A small child does not. */
  signsIn: z.boolean(),
  actsFor: z.array(z.strictObject({ person: PersonId, as: z.enum(['parent', 'guardian', 'carer']) })),
  careTeam: z.array(PersonId),
  medications: z.optional(z.array(z.strictObject(Medication.shape))),
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
  kind: z.enum([
    'text',
    'long-text',
    'choice',
    'choices',
    'date',
    'time-windows',
    'phone',
    'yes-no',
    'medication',
    'attachment',
  ]),
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
  /** Who reads it first, and who gets it when needed. None: it lies in the catch-all until somebody takes it. */
  receiver: z.optional(z.strictObject({ first: PersonId, then: z.optional(PersonId) })),
  promise: z.optional(ReplyPromise),
  /** What is asked before anything is written, as questions. */
  redFlags: z.optional(z.strictObject({ adult: z.array(words), child: z.array(words), childUnder: z._default(z.int(), 18) })),
  /** How it can be answered, by whom, and when a call can be. */
  reply: z.optional(
    z.strictObject({
      channels: z.array(z.enum(['message', 'phone', 'video', 'visit'])),
      from: z.array(z.enum(['doctor', 'nurse', 'anyone'])),
      windows: z.array(TimeWindow),
    }),
  ),
  cost: z.optional(z.strictObject({ text: words, free: z.optional(words) })),
  /** What can be referred to when asking. */
  references: z.optional(z.array(z.enum(['result']))),
  budget: z.number().check(z.int(), z.gte(1), z.lte(20_000)),
});
export type OfferedReason = z.infer<typeof OfferedReason>;

const ResultKind = z.strictObject({
  id: ResultKindId,
  label: words,
  explanation: z.optional(words),
  /** When results of it are shown to somebody who has not chosen. */
  release: Release,
  /** Within how long a clinician comments on one that has come. */
  commentWithin: z.optional(ReplyPromise),
});

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
  messaging: z.optional(
    z.strictObject({
      state: z.enum(['open', 'paused', 'off']),
      until: z.optional(Instant),
      note: z.optional(words),
      outsideHours: z._default(z.enum(['taken', 'refused']), 'taken'),
    }),
  ),
  /** After how many days without a word a thread that waits for nobody at the practice is over. None: never. */
  expiresAfterDays: z.optional(z.int().check(z.gte(1), z.lte(3650))),
  /** Whether people without an account may write. */
  guests: z._default(z.boolean(), false),
  staff: z.array(StaffMember),
  patients: z.array(Patient),
  reasons: z.array(OfferedReason),
  /** The kinds of tests there are results of. */
  resultKinds: z._default(z.array(ResultKind), []),
  /** Where visits take place, and what they can be for, in the order they are offered. */
  places: z._default(z.array(OfferedPlace), []),
  services: z._default(z.array(OfferedService), []),
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
