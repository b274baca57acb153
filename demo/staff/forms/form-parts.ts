import { html, type TemplateResult } from 'lit';

/** What every form at the desk is given. */
export interface FormOptions<Result> {
  /** Whether something is being done: a second press does nothing then. */
  readonly isBusy: boolean;
  readonly cancel: () => void;
  readonly submit: (result: Result) => void;
}

/** A form that reads its fields by their names, trimmed, when it is sent. Files are not read. */
export function actForm(
  label: string,
  { isBusy, cancel }: FormOptions<never>,
  content: unknown,
  onSubmit: (value: (name: string) => string) => void,
): TemplateResult {
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isBusy) return;
    const data = new FormData(event.currentTarget as HTMLFormElement);
    onSubmit((name) => {
      const value = data.get(name);
      return typeof value === 'string' ? value.trim() : '';
    });
  };
  return html`<form class="act" @submit=${send}>
    ${content}
    <p class="buttons">
      <button class="main" aria-disabled=${isBusy ? 'true' : 'false'}>${label}</button>
      <button type="button" @click=${cancel}>Cancel</button>
    </p>
  </form>`;
}

/** One line, which the patient reads too. */
export function noteField(label: string): TemplateResult {
  return html`<label>${label} <input name="note" required maxlength="750" autocomplete="off" /></label>`;
}

/** A few lines. */
export function linesField(name: string, label: string, { value = '', isRequired = false } = {}): TemplateResult {
  return html`<label>
    ${label}
    <textarea name=${name} rows="2" autocomplete="off" spellcheck="false" ?required=${isRequired} .value=${value}></textarea>
  </label>`;
}

/** One of a few. The first is chosen. */
export function oneOf(name: string, label: string, choices: Readonly<Record<string, string>>): TemplateResult {
  return html`<fieldset>
    <legend>${label}</legend>
    ${Object.entries(choices).map(([value, words], index) => {
      return html`<label class="tick"><input type="radio" name=${name} value=${value} ?checked=${index === 0} /> ${words}</label>`;
    })}
  </fieldset>`;
}
