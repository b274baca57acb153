import type { ElementHost } from '../../../controllers/client-controller.js';
import { QueryController } from '../../../controllers/query-controller.js';
import type { Field } from '../../../model/field.js';
import type { PersonId } from '../../../model/id.js';
import type { medicationField } from './medication-field.js';

/** Draws a list of medicines to choose from. Fetched with the first list; until then, and without one, words are asked for. */
export let drawMedicines: typeof medicationField | undefined;

/** What a subject takes, read once a question needs it. A list that cannot be read is none: it is asked in words then. */
export class MedicinesController {
  readonly #query: QueryController<readonly string[], readonly [PersonId]>;

  /** @param asked whose medicines are asked for now, and by what fields. */
  constructor(host: ElementHost, asked: () => { readonly fields: readonly Field[]; readonly subject: PersonId | undefined } | undefined) {
    this.#query = new QueryController(host, {
      args() {
        const { fields = [], subject } = asked() ?? {};
        return subject && fields.some(({ kind }) => kind === 'medication') ? [subject] : undefined;
      },
      async run(client, [subject], signal) {
        try {
          const late = await import('./medication-field.js');
          const { items } = await late.listMedications(client, subject, { signal });
          drawMedicines = late.medicationField;
          return [...new Set(items.map(({ name }) => name))];
        } catch {
          return [];
        }
      },
    });
  }

  get names(): readonly string[] {
    const { state } = this.#query;
    return state.status === 'ready' ? state.value : [];
  }
}
