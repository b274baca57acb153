import * as z from 'zod/mini';
import { Person, Subject } from './person.js';

/** Who is signed in, and whose care they may write and read about. Themselves first, when they are a patient. */
export const Session = z.object({ me: Person, subjects: z.array(Subject) });
export type Session = z.infer<typeof Session>;
