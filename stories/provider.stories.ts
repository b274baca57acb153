import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { memoryAdapter, memoryBackend } from '../src/adapters/memory/memory-adapter.js';
import { alderStreet, SCENARIO_NOW, SIGN_INS } from '../src/adapters/memory/scenarios.js';
import '../src/define/all.js';

interface Args {
  readonly person: keyof typeof SIGN_INS;
  readonly page: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Provider',
  component: 'care-provider',
  args: { person: 'sam', page: false },
  argTypes: { person: { control: 'select', options: Object.keys(SIGN_INS) } },
  render: ({ person, page }) => {
    const backend = memoryBackend(alderStreet, { now: () => Date.parse(SCENARIO_NOW) });
    const provider = (inside: unknown) => html`
      <care-provider ?page=${page} .adapter=${memoryAdapter({ backend, me: SIGN_INS[person] })}>${inside}</care-provider>
    `;
    const inbox = html`<care-inbox></care-inbox>`;
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
