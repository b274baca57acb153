import type { Field } from 'carethread/model';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Act } from '../acts.js';
import { actForm, type FormOptions, linesField } from './form-parts.js';

const KINDS = {
  text: 'a few words',
  'long-text': 'a few lines',
  'yes-no': 'yes or no',
  choice: 'one of several',
  choices: 'some of several',
  date: 'a date',
  phone: 'a phone number',
  medication: 'a medicine',
} as const satisfies Partial<Record<Field['kind'], string>>;

type Kind = keyof typeof KINDS;

/** More than this is a form, not a detail. */
const MOST = 3;

/** The one missing thing, as one to three questions that the patient answers inside the thread. */
export class StaffAsk extends LitElement {
  @property({ attribute: false }) form?: FormOptions<Act>;

  /** What each question is answered with. */
  @state() private kinds: readonly Kind[] = ['text'];

  protected override createRenderRoot(): this {
    return this;
  }

  override render(): TemplateResult | typeof nothing {
    const { form, kinds } = this;
    if (!form) return nothing;
    const fields = html`
      ${kinds.map((kind, index) => this.#question(kind, index))}
      ${kinds.length < MOST
        ? html`<p class="buttons"><button type="button" @click=${() => void this.#more()}>Ask one more thing</button></p>`
        : nothing}
      ${linesField('body', 'Why do you ask? (you can leave this empty)')}
    `;
    return actForm('Ask', form, fields, (value) => {
      const asked = kinds.map((kind, index) => fieldOf(kind, index, value)).filter(({ label }) => label);
      if (asked.length > 0) form.submit({ does: 'ask', fields: asked, body: value('body') });
    });
  }

  #question(kind: Kind, index: number): TemplateResult {
    const change = ({ currentTarget }: Event): void => {
      const chosen = (currentTarget as HTMLSelectElement).value as Kind;
      this.kinds = this.kinds.map((before, at) => (at === index ? chosen : before));
    };
    const isList = kind === 'choice' || kind === 'choices';
    return html`<div class="question">
      <label>What do you need to know? <input name="label-${index}" required maxlength="200" autocomplete="off" /></label>
      <label>
        Answered with
        <select @input=${change}>
          ${Object.entries(KINDS).map(([value, words]) => html`<option value=${value}>${words}</option>`)}
        </select>
      </label>
      ${isList ? linesField(`choices-${index}`, 'What can be chosen? One a line.', { isRequired: true }) : nothing}
    </div>`;
  }

  async #more(): Promise<void> {
    this.kinds = [...this.kinds, 'text'];
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[name=label-${this.kinds.length - 1}]`)?.focus();
  }
}

function fieldOf(kind: Kind, index: number, value: (name: string) => string): Field {
  const lines = value(`choices-${index}`).split('\n');
  const labels = [...new Set(lines.map((line) => line.trim()).filter(Boolean))];
  return {
    id: `detail-${index + 1}`,
    kind,
    label: value(`label-${index}`),
    required: true,
    choices: labels.map((label, at) => ({ value: String(at + 1), label })),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-ask': StaffAsk;
  }
}
