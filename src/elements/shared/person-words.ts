import type { Person } from '../../model/person.js';

/** Characters that turn the direction of what stands around them: a name must not reorder a sentence (row I05). */
const TURNING = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** A name to stand in a sentence, kept from mixing with the words around it. `nobody` stands in for an empty one. */
export function nameOf(person: Pick<Person, 'name'> | undefined, nobody: string): string {
  return isolated(person?.name.trim() || nobody);
}

/** Any text of somebody's, to stand in a sentence of ours. */
export function isolated(text: string): string {
  return `\u2068${text.replace(TURNING, '')}\u2069`;
}
