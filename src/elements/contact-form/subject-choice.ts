import { nothing, type TemplateResult } from 'lit';
import type { Subject } from '../../model/person.js';
import { choiceGroup } from '../shared/fields/choice-templates.js';
import { problemAt } from '../shared/fields/fields-view.js';
import { nameOf } from '../shared/person-words.js';
import { controlId } from './contact-draft.js';
import type { FormView } from './form-view.js';

/** Whom the message is about: the one chosen, or the reader themselves, or the only one there is. */
export function subjectOf(subjects: readonly Subject[], chosen: string | undefined): Subject | undefined {
  const first = subjects.length === 1 || subjects[0]?.relationship === 'self' ? subjects[0] : undefined;
  return subjects.find(({ id }) => id === chosen) ?? first;
}

/** Asks whom it is about, where there is a choice. */
export function subjectChoice(view: FormView, choose: (id: string) => void): TemplateResult | typeof nothing {
  const { words, now, subject, content } = view;
  const { subjects } = content;
  if (subjects.length < 2) return nothing;
  return choiceGroup({
    id: controlId('subject'),
    legend: words.whoIsItFor,
    required: true,
    options: subjects.map(({ id, relationship, birthDate, ...person }) => {
      const name = nameOf(person, '…');
      const aged = birthDate ? words.withAge(name, ageOn(now, birthDate)) : name;
      return { value: id, label: relationship === 'self' ? words.me(name) : aged };
    }),
    chosen: subject ? [subject.id] : [],
    choose: ([id = '']) => choose(id),
    problem: problemAt(view, controlId('subject')),
  });
}

/** Full years. The day begins in the zone, or where the reader is. */
export function ageOn(now: number, birthDate: string, zone?: string): number {
  // The Swedes write dates as ISO does.
  const dayIn = (timeZone?: string) => new Date(now).toLocaleDateString('sv', { timeZone });
  let today: string;
  try {
    today = dayIn(zone);
  } catch {
    today = dayIn();
  }
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return Math.max(0, today.slice(5) < birthDate.slice(5) ? years - 1 : years);
}
