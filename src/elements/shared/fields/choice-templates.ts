import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../../../primitives/icon.js';
import { alertIcon } from '../../../primitives/icons.js';

/** One of several answers. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly explanation?: string | undefined;
}

/** A question that is answered by choosing. */
export interface ChoiceGroup {
  readonly id: string;
  readonly legend: unknown;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly choose: (values: readonly string[]) => void;
  readonly several?: boolean;
  readonly required?: boolean;
  /** Words, or a list of them. */
  readonly help?: unknown;
  /** What is wrong with the answer. */
  readonly problem?: string | undefined;
  /** The part of each answer. `choice` when left out. */
  readonly part?: string;
}

/** From here on a choice is easier to read in a row of its own. Characters. */
const LONG = 28;

/** Radio buttons, or boxes to tick: rows where they need room, else side by side. */
export function choiceGroup(group: ChoiceGroup): TemplateResult {
  const { id, legend, options, several = false, required = false, help, problem } = group;
  const rows = options.length > 5 || options.some(({ label, explanation }) => explanation || label.length > LONG);
  const described = describedBy(id, { help, problem });
  return html`<fieldset
    id=${id}
    class="stack close"
    role=${several ? 'group' : 'radiogroup'}
    aria-required=${!several && required ? 'true' : nothing}
    aria-invalid=${!several && problem ? 'true' : nothing}
    aria-describedby=${described}
  >
    <legend>${legend}</legend>
    <div class="stack close">
      ${besideField(id, { help, problem })}
      <div class=${rows ? 'choices' : 'options'}>${options.map((option) => choice(option, group, rows))}</div>
    </div>
  </fieldset>`;
}

function choice({ value, label, explanation }: Option, group: ChoiceGroup, row: boolean): TemplateResult {
  const { id, chosen, choose, several, problem, part = 'choice' } = group;
  const pick = ({ target }: Event) => {
    const on = (target as HTMLInputElement).checked;
    const others = several ? chosen.filter((other) => other !== value) : [];
    choose(on ? [...others, value] : others);
  };
  return html`<label class=${row ? 'choice' : 'option'} part=${part}>
    <input
      type=${several ? 'checkbox' : 'radio'}
      name=${id}
      .checked=${live(chosen.includes(value))}
      aria-invalid=${several && problem ? 'true' : nothing}
      @change=${pick}
    />
    <span class="what">${label}</span>${explanation ? html`<span class="why">${explanation}</span>` : nothing}
  </label>`;
}

interface Beside {
  readonly help?: unknown;
  readonly problem?: string | undefined;
}

/** What stands between a question and its answer: help, and what is wrong. */
export function besideField(id: string, { help, problem }: Beside): TemplateResult {
  return html`${help ? html`<div class="soft small" id="${id}-help">${help}</div>` : nothing}
  ${problem ? html`<p class="state heed" id="${id}-problem">${icon(alertIcon)} ${problem}</p>` : nothing}`;
}

/** The ids of what describes a control. */
export function describedBy(id: string, { help, problem }: Beside, ...more: readonly string[]): string | typeof nothing {
  const ids = [...(problem ? [`${id}-problem`] : []), ...(help ? [`${id}-help`] : []), ...more];
  return ids.length > 0 ? ids.join(' ') : nothing;
}
