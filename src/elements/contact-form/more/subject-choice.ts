import { nothing, type TemplateResult } from 'lit';
import { choiceGroup } from '../../shared/fields/choice-templates.js';
import { problemAt } from '../../shared/fields/fields-view.js';
import { nameOf } from '../../shared/person-words.js';
import { controlId } from '../contact-draft.js';
import type { FormView } from '../form-view.js';
import { ageOn } from '../subject-of.js';

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
