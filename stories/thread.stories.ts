import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { AdapterError } from '../src/adapter/errors.js';
import { manyMessages } from '../src/adapters/memory/many.js';
import '../src/define/thread.js';
import { fails, inSituation, readers, sendFails, type Situation, waits } from './conversation.js';

const meta: Meta<Situation> = {
  title: 'Elements/Thread',
  component: 'care-thread',
  args: { reader: 'sam', thread: 'refill' },
  argTypes: { reader: readers },
  render: (situation) => inSituation(html`<care-thread thread=${situation.thread}></care-thread>`, situation),
};
export default meta;

type Story = StoryObj<Situation>;

/** Asked, passed on with a reason, and answered by name and role. */
export const Typical: Story = {};

/** Waiting, with the day and hour an answer is promised by. */
export const Promised: Story = { args: { reader: 'rosa', thread: 'leo-form' } };

/** The promise was not kept: the same place says so, with the number to call. */
export const Late: Story = { args: { thread: 'back-pain' } };

/** A nurse answers for the doctor, about a child. */
export const OnBehalf: Story = { args: { reader: 'rosa', thread: 'maya-cough' } };

/** The same from the practice's side. */
export const ForStaff: Story = { args: { reader: 'june', thread: 'maya-cough' } };

/** Over, with words and a way on. */
export const Closed: Story = { args: { thread: 'bill' } };

/** A long one: older messages come page by page. */
export const Long: Story = { args: { scenario: manyMessages(120), thread: 'long' } };

/** A reply left and no answer came: it may well have arrived. */
export const UnknownDelivery: Story = {
  args: {
    reply: 'Do I need to skip breakfast?',
    without: ['changes'],
    before: ({ method }) => {
      if (method === 'send') throw new AdapterError('unknown-outcome', 'for the story');
    },
  },
};

/** A reply was refused: its words are kept, to send again or to change. */
export const NotSent: Story = { args: { reply: 'Any news?', before: sendFails('invalid') } };

/** The session ended before a reply could go. */
export const KeptForSignIn: Story = { args: { reply: 'Thank you.', before: sendFails('auth-required') } };

/** No network: a reply waits, and all can be read. */
export const Offline: Story = { args: { reply: 'Thank you.', online: false } };

/** The answer never comes: a shape, then words. */
export const Waiting: Story = { args: { before: waits } };

/** The session has ended. */
export const SignedOut: Story = { args: { before: fails('auth-required') } };

/** No such thread, or not for this reader. */
export const NotFound: Story = { args: { thread: 'nowhere' } };

/** The answer came in a form nobody here knows. */
export const BrokenAnswer: Story = { args: { before: fails('malformed') } };
