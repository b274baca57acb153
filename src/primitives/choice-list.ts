import { html, nothing, type TemplateResult } from 'lit';
import { descriptions, errorLine, helpLine, optionalWords } from './field.js';

/** One of several answers. */
export interface ListedChoice {
  readonly value: string;
  readonly label: string;
  /** One line that helps to choose. */
  readonly explanation?: string | undefined;
}

/** A question that is answered by choosing. */
export interface ChoiceListParts {
  /** Unique in the element; names the group. The first choice's control is `<id>-0`. */
  readonly id: string;
  readonly legend: string;
  readonly choices: readonly ListedChoice[];
  /** The values that are chosen. */
  readonly chosen: readonly string[];
  /** Whether more than one may be chosen. */
  readonly several?: boolean | undefined;
  /** Rows between hairlines, or short options side by side. */
  readonly look?: 'rows' | 'options' | undefined;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly optional?: string | undefined;
  /** Told what is chosen from now on. */
  onChoose(chosen: readonly string[]): void;
}

/** A group of radios, or of checkboxes where several may be chosen. */
export function choiceList(parts: ChoiceListParts): TemplateResult {
  const { id, legend, choices, look = 'rows', help, error, optional } = parts;
  return html`<fieldset class="stack close" id=${id} part="field" aria-describedby=${descriptions(id, help, error)}>
    <legend>${legend}${optionalWords(optional)}</legend>
    ${helpLine(id, help)} ${errorLine(id, error)}
    <div class=${look === 'rows' ? 'choices' : 'options'}>
      ${choices.map((choice, place) => row(parts, choice, place))}
    </div>
  </fieldset>`;
}

function row(parts: ChoiceListParts, { value, label, explanation }: ListedChoice, place: number): TemplateResult {
  const { id, chosen, several, look = 'rows', onChoose } = parts;
  const onChange = ({ target }: Event) => {
    const others = several ? chosen.filter((other) => other !== value) : [];
    onChoose((target as HTMLInputElement).checked ? [...others, value] : others);
  };
  return html`<label class=${look === 'rows' ? 'choice' : 'option'} part="choice">
    <input
      id="${id}-${place}"
      type=${several ? 'checkbox' : 'radio'}
      name=${id}
      .checked=${chosen.includes(value)}
      @change=${onChange}
    />
    <span class="what">${label}</span>
    ${explanation ? html`<span class="why">${explanation}</span>` : nothing}
  </label>`;
}
