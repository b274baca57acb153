import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/composer.js';
import { fails, inSituation, readers, type Situation } from './conversation.js';

const meta: Meta<Situation> = {
  title: 'Elements/Composer',
  component: 'care-composer',
  args: { reader: 'sam', thread: 'refill' },
  argTypes: { reader: readers },
  render: (situation) => inSituation(html`<care-composer thread=${situation.thread}></care-composer>`, situation),
};
export default meta;

type Story = StoryObj<Situation>;

/** To whom it goes, and how much fits. */
export const Typical: Story = {};

/** While an answer is promised, by when. */
export const Promised: Story = { args: { reader: 'rosa', thread: 'leo-form' } };

/** One character too many: nothing is cut, and sending is held. */
export const OverBudget: Story = {
  play: async ({ canvasElement }) => {
    const composer = canvasElement.querySelector('care-composer')!;
    for (let wait = 0; wait < 40 && !composer.shadowRoot!.querySelector('textarea'); wait++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const field = composer.shadowRoot!.querySelector('textarea')!;
    field.value = 'It started about two weeks ago. '.repeat(24).slice(0, 751);
    field.dispatchEvent(new InputEvent('input'));
  },
};

/** Staff have no budget. */
export const ForStaff: Story = { args: { reader: 'june', thread: 'maya-cough' } };

/** The thread is over: words and a way on instead of a field. */
export const Closed: Story = { args: { thread: 'bill' } };

/** Nobody answers messages here: the number to call. */
export const NoMessages: Story = { args: { without: ['messages'] } };

/** The practice cannot be reached. */
export const Unreachable: Story = { args: { before: fails('unavailable') } };
