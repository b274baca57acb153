import { nothing, type TemplateResult } from 'lit';
import type { Subject } from '../../model/person.js';
import { nameOf } from '../shared/person-words.js';
import { choiceGroup } from '../shared/fields/choice-templates.js';
import { problemAt } from '../shared/fields/fields-view.js';
import type { FormView } from './form-view.js';
import { controlId } from './problems.js';

/** Whom the message is about: the one chosen, or the reader themselves, or the only one there is. */
export function subjectOf(subjects: readonly Subject[], chosen: string): Subject | undefined {
  const first = subjects.length === 1 || subjects[0]?.relationship === 'self' ? subjects[0] : undefined;
  return subjects.find(({ id }) => id === chosen) ?? first;
}

/** Asks whom it is about, where there is a choice. */
export function subjectChoice(subjects: readonly Subject[], view: FormView): TemplateResult | typeof nothing {
  if (subjects.length < 2) return nothing;
  const { words, draft, changed, now } = view;
  const chosen = subjectOf(subjects, draft.get('subject'));
  return choiceGroup({
    id: controlId('subject'),
    legend: words.whoIsItFor,
    required: true,
    options: subjects.map(({ id, relationship, birthDate, ...person }) => {
      const name = nameOf(person, '…');
      const aged = birthDate ? words.withAge(name, ageOn(now, birthDate)) : name;
      return { value: id, label: relationship === 'self' ? words.me(name) : aged };
    }),
    chosen: chosen ? [chosen.id] : [],
    choose([id = '']) {
      draft.set('subject', id);
      changed();
    },
    problem: problemAt(view, controlId('subject')),
  });
}

/** Full years. The day begins where the reader is. */
export function ageOn(now: number, birthDate: string): number {
  // The Swedes write dates as ISO does.
  const today = new Date(now).toLocaleDateString('sv');
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return Math.max(0, today.slice(5) < birthDate.slice(5) ? years - 1 : years);
}
