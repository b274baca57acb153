import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { drHaddad } from '../src/adapters/memory/people.js';
import type { Scenario } from '../src/adapters/memory/scenario.js';
import { alderStreet, answeredRefill, busyStreet, closedHoursPractice, pausedPractice } from '../src/adapters/memory/scenarios.js';
import '../src/define/composer.js';
import type { PersonId } from '../src/model/id.js';
import { fails, inSituation, readers, sendFails, type Situation } from './conversation.js';

const meta: Meta<Situation> = {
  title: 'Elements/Composer',
  component: 'care-composer',
  args: { reader: 'sam', thread: 'refill' },
  argTypes: { reader: readers },
  render: (situation) => inSituation(html`<care-composer thread=${situation.thread}></care-composer>`, situation),
};
export default meta;

const heldByPhone: Scenario = {
  ...alderStreet,
  threads: [{ ...answeredRefill, custody: { ...answeredRefill.custody, holder: drHaddad } }],
};

/** Writes into the field, once it is there. */
async function write(canvas: HTMLElement, words: string): Promise<HTMLTextAreaElement> {
  const composer = canvas.querySelector('care-composer')!;
  for (let wait = 0; wait < 40 && !composer.shadowRoot!.querySelector('textarea'); wait++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const field = composer.shadowRoot!.querySelector('textarea')!;
  field.value = words;
  field.dispatchEvent(new InputEvent('input'));
  return field;
}

type Story = StoryObj<Situation>;

/** To whom it goes, and how much fits. */
export const Typical: Story = {};

/** While an answer is promised, by when. */
export const Promised: Story = { args: { reader: 'rosa', thread: 'leo-form' } };

/** One character too many: nothing is cut, sending is held, and a visit is offered. */
export const OverBudget: Story = {
  play: async ({ canvasElement }) => {
    await write(canvasElement, 'It started about two weeks ago. '.repeat(24).slice(0, 751));
  },
};

/** A mother had chosen her other child: she is asked before anything leaves. */
export const WrongPerson: Story = {
  args: { reader: 'rosa', thread: 'leo-form' },
  play: async ({ canvasElement }) => {
    const field = await write(canvasElement, 'He has a cough since Friday.');
    const provider = canvasElement.querySelector('care-provider')!;
    provider.client!.selection.choose('maya-delgado' as PersonId);
    field.form!.requestSubmit();
  },
};

/** Staff have no budget. */
export const ForStaff: Story = { args: { reader: 'june', thread: 'maya-cough' } };

/** The thread is over: words and a way on instead of a field. */
export const Closed: Story = { args: { thread: 'bill' } };

/** It ended by itself, since nobody wrote. */
export const Expired: Story = { args: { thread: 'work-form', scenario: busyStreet } };

/** It goes on elsewhere already. */
export const Continued: Story = { args: { thread: 'bill', scenario: busyStreet } };

/** The practice is paused: until when, and why. */
export const Paused: Story = { args: { scenario: pausedPractice } };

/** The practice is closed, and takes no messages then. */
export const OutOfHours: Story = { args: { scenario: closedHoursPractice } };

/** Who has it answers by phone only. */
export const ByPhone: Story = { args: { scenario: heldByPhone } };

/** It waits for the network, where no thread around shows that. */
export const Queued: Story = { args: { online: false, reply: 'Thank you.' } };

/** It was refused: the words are kept, to be changed or sent again. */
export const NotSent: Story = { args: { before: sendFails('invalid'), reply: 'Thank you.' } };

/** Nobody answers messages here: the number to call. */
export const NoMessages: Story = { args: { without: ['messages'] } };

/** The practice cannot be reached. */
export const Unreachable: Story = { args: { before: fails('unavailable') } };
