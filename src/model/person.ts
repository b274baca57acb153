import * as z from 'zod/mini';
import { PersonId, PracticeId } from './id.js';
import { CalendarDay } from './instant.js';
import { lineOfText, maybe, wordOf } from './lenient.js';

/** Someone who writes, reads or acts: always by name, with the role in words and the practice they speak for. */
export const Person = z.object({
  id: PersonId,
  /** As the person wants to be read: `Dr. Grace Lee`, `Sam Okafor`. May be empty, one word, or in any script. */
  name: lineOfText(),
  kind: wordOf(['patient', 'staff', 'software']),
  /** The role, for rules. People read `title`. */
  role: maybe(wordOf(['front-desk', 'nurse', 'doctor'])),
  /** The role in words: `family physician`, `front desk`. */
  title: maybe(lineOfText()),
  practice: maybe(z.object({ id: PracticeId, name: lineOfText() })),
  /** How this person answers. `phone` and `nobody` mean that a message would not be answered. */
  answers: maybe(wordOf(['messages', 'phone', 'nobody'])),
  /** This person's own number, for those who answer by phone. */
  phone: maybe(z.string()),
  /** When this person answers the phone, in the practice's words: `weekdays 8 to 10`. */
  phoneHours: maybe(z.string()),
});
export type Person = z.infer<typeof Person>;

/** What the acting person is to the one it is about. `self` when they are one and the same. */
export const Relationship = wordOf(['self', 'parent', 'guardian', 'carer']);
export type Relationship = z.infer<typeof Relationship>;

/** A person whose care a message can be about: the one signed in, or one they may act for. */
export const Subject = z.object({
  ...Person.shape,
  relationship: Relationship,
  birthDate: maybe(CalendarDay),
});
export type Subject = z.infer<typeof Subject>;
