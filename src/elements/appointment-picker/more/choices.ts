import { nothing, type TemplateResult } from 'lit';
import type { PlaceId, ServiceId } from '../../../model/appointment-id.js';
import type { PersonId } from '../../../model/id.js';
import type { VisitKind } from '../../../model/service.js';
import { choiceGroup, type Option } from '../../shared/fields/choice-templates.js';
import { isolated, nameOf } from '../../shared/person-words.js';
import { personWords } from '../../shared/visit-words.js';
import type { CommonWords } from '../../../i18n/en/common.js';
import type { PickerMoreWords } from '../../../i18n/en/appointment-picker-more.js';
import type { VisitTimesWords } from '../../../i18n/en/visit-times.js';
import type { PickerState } from '../picker-state.js';

/** What is asked before times are shown, each only where there is more than one answer. */
export function choices(
  state: PickerState,
  text: PickerMoreWords,
  common: CommonWords,
  words: VisitTimesWords,
): readonly unknown[] {
  const { setting, services, service, narrowed } = state;
  const { subjects, subject } = setting!;
  const { kinds = [], practitioners = [], places = [] } = service ?? {};
  const ask = (
    id: string,
    legend: string,
    options: readonly Option[],
    chosen: string | undefined,
    choose: (value: string) => void,
  ): TemplateResult | typeof nothing =>
    options.length > 1
      ? choiceGroup({ id, legend, options, chosen: chosen === undefined ? [] : [chosen], choose: ([value = '']) => choose(value) })
      : nothing;
  const any = (label: string, options: readonly Option[]): readonly Option[] =>
    options.length > 1 ? [{ value: '', label }, ...options] : [];
  return [
    state.isSubjectAsked
      ? nothing
      : ask(
          'subject',
          text.forWhom,
          subjects.map(({ id, relationship, ...person }) => {
            const name = nameOf(person, common.somebody);
            return { value: id, label: relationship === 'self' ? text.me(name) : name };
          }),
          subject,
          (id) => state.client?.selection.choose(id as PersonId),
        ),
    state.isAsked
      ? nothing
      : ask(
          'service',
          text.what,
          services.map(({ id, label, note }) => ({ value: id, label: isolated(label), explanation: note })),
          service?.id,
          (id) => state.narrow({ service: id as ServiceId }),
        ),
    ask(
      'kind',
      text.how,
      kinds.map((kind) => ({ value: kind, label: text.kinds[kind]! })),
      narrowed.kind,
      (kind) => state.narrow({ kind: kind as VisitKind }),
    ),
    ask(
      'who',
      text.who,
      any(
        text.anyone,
        practitioners.map((person) => ({ value: person.id, label: personWords(person, words) || common.somebody })),
      ),
      narrowed.practitioner ?? '',
      (id) => state.narrow({ practitioner: id as PersonId }),
    ),
    ask(
      'where',
      text.whichPlace,
      any(
        text.anywhere,
        places.map(({ id, name, address }) => ({ value: id, label: isolated(name), explanation: address })),
      ),
      narrowed.place ?? '',
      (id) => state.narrow({ place: id as PlaceId }),
    ),
  ];
}
