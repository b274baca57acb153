import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { AdapterError } from '../src/adapter/errors.js';
import { drHaddad, drLee, rosa } from '../src/adapters/memory/people.js';
import { alderStreetReasons } from '../src/adapters/memory/reasons.js';
import { alderStreet } from '../src/adapters/memory/scenarios.js';
import { askingOf } from '../src/client/asking.js';
import '../src/define/contact-form.js';
import type { PersonId, ResultId } from '../src/model/id.js';
import { inSituation, type Situation } from './conversation.js';

const meta: Meta<Situation> = {
  title: 'Elements/Contact form, asked about a result',
  component: 'care-contact-form',
  args: { reader: 'rosa' },
  render: (situation) => inSituation(html`<care-contact-form></care-contact-form>`, situation),
};
export default meta;

type Story = StoryObj<Situation>;
type Play = NonNullable<Story['play']>;

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

/** Somebody asks about some of Rosa's results on the same page. */
const ask =
  (labels: readonly string[], recipient: PersonId = drLee.id): Play =>
  async ({ canvasElement }) => {
    const { client } = canvasElement.querySelector('care-provider')!;
    await client!.connect();
    for (let wait = 0; wait < 40 && !askingOf(client!).isServed; wait++) await turn();
    const id = (label: string) => label.split(',')[0]!.toLowerCase() as ResultId;
    for (const label of labels) askingOf(client!).add({ id: id(label), label, subject: rosa.id, recipient });
    await turn();
  };

const CORTISOL = 'Cortisol, November 9, 2026';

/** Reason, person and who ordered it are filled in. */
export const One: Story = { play: ask([CORTISOL]) };

/** A second one joins the same message. */
export const Several: Story = { play: ask([CORTISOL, 'Magnesium, November 9, 2026', 'Kidneys, June 2026']) };

/** Who ordered it answers no messages. */
export const AnswersByPhone: Story = { play: ask([CORTISOL], drHaddad.id) };

/** Another message was begun, and is not left without asking. */
export const Begun: Story = {
  async play(played) {
    const { canvasElement } = played;
    const root = canvasElement.querySelector('care-contact-form')!.shadowRoot!;
    const find = async <E extends HTMLElement>(selector: string, words = ''): Promise<E> => {
      for (let wait = 0; wait < 40; wait++, await turn()) {
        const found = [...root.querySelectorAll<E>(selector)].find(({ innerText }) => innerText.includes(words));
        if (found) return found;
      }
      throw new Error(`nothing says "${words}"`);
    };
    (await find('label', 'A bill')).click();
    const body = await find<HTMLTextAreaElement>('textarea');
    body.value = 'I was billed twice.';
    body.dispatchEvent(new Event('input'));
    await ask([CORTISOL])(played);
  },
};

/** The practice takes no questions about results here. */
export const NotTaken: Story = {
  play: ask([CORTISOL]),
  args: { scenario: { ...alderStreet, reasons: alderStreetReasons.map((reason) => ({ ...reason, references: [] })) } },
};

/** The practice refused one. */
export const Refused: Story = {
  async play(played) {
    await ask([CORTISOL])(played);
    const root = played.canvasElement.querySelector('care-contact-form')!.shadowRoot!;
    for (const control of root.querySelectorAll<HTMLInputElement>('input[type=text], textarea')) {
      control.value = 'Is this too high?';
      control.dispatchEvent(new Event('input'));
    }
    await turn();
    root.querySelector<HTMLButtonElement>('[part=send]')!.click();
    await turn();
  },
  args: {
    before: ({ port, method }) => {
      if (port === 'contact' && method === 'send') throw new AdapterError('invalid', 'for the story', { field: 'references.0' });
    },
  },
};
