import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { memoryAdapter, memoryBackend } from '../src/adapters/memory/memory-adapter.js';
import { alderStreet, SCENARIO_NOW, SIGN_INS } from '../src/adapters/memory/scenarios.js';
import { maya } from '../src/adapters/memory/people.js';
import '../src/define/all.js';

interface Args {
  readonly person: keyof typeof SIGN_INS;
  readonly page: boolean;
  readonly subject: string | undefined;
}

const meta: Meta<Args> = {
  title: 'Elements/Provider',
  component: 'care-provider',
  args: { person: 'sam', page: false, subject: undefined },
  argTypes: { person: { control: 'select', options: Object.keys(SIGN_INS) } },
  render: ({ person, page, subject }) => {
    const backend = memoryBackend(alderStreet, { now: () => Date.parse(SCENARIO_NOW) });
    const provider = (inside: unknown) => html`
      <care-provider ?page=${page} .subject=${subject} .adapter=${memoryAdapter({ backend, me: SIGN_INS[person] })}>
        ${inside}
      </care-provider>
    `;
    const inbox = subject ? html`<care-contact-form></care-contact-form>` : html`<care-inbox></care-inbox>`;
    return page ? html`<p>The provider stands here.</p>${provider('')}${inbox}` : provider(inbox);
  },
};
export default meta;

type Story = StoryObj<Args>;

/** It draws nothing itself: what is inside it has a backend and a reader. */
export const Typical: Story = {};

/** The same page for somebody who writes for two children. */
export const SomebodyElse: Story = { args: { person: 'rosa' } };

/** Widgets scattered over a page are served from wherever the provider stands. */
export const ForTheWholePage: Story = { args: { page: true } };

/** A page for one child: the form starts with whom the page has chosen. */
export const ForOneChild: Story = { args: { person: 'rosa', subject: maya.id } };
