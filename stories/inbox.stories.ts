import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { manyThreads } from '../src/adapters/memory/many.js';
import { busyStreet, emptyPractice } from '../src/adapters/memory/scenarios.js';
import '../src/define/inbox.js';
import { fails, inSituation, readers, sendFails, type Situation, waits } from './conversation.js';

interface Args extends Situation {
  /** The thread that is open. */
  readonly open?: string;
}

const meta: Meta<Args> = {
  title: 'Elements/Inbox',
  component: 'care-inbox',
  args: { reader: 'sam' },
  argTypes: { reader: readers },
  render: ({ open, ...situation }) => inSituation(html`<care-inbox thread=${open ?? nothing}></care-inbox>`, situation),
};
export default meta;

/** A part of the inbox, once it is there. */
async function partOf(canvas: HTMLElement, selector: string): Promise<HTMLElement> {
  const inbox = canvas.querySelector('care-inbox')!;
  for (let wait = 0; wait < 40 && !inbox.shadowRoot!.querySelector(selector); wait++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return inbox.shadowRoot!.querySelector<HTMLElement>(selector)!;
}

async function look(canvas: HTMLElement, words: string): Promise<void> {
  const field = (await partOf(canvas, 'input')) as HTMLInputElement;
  field.value = words;
  field.form!.requestSubmit();
}

type Story = StoryObj<Args>;

/** What most people see: an answer that is new, a question that is late, and one that is closed. */
export const Typical: Story = {};

/** A thread opens beside the list where there is room for both. */
export const OpenThread: Story = { args: { open: 'refill' } };

/** A mother who writes for her children. */
export const ForChildren: Story = { args: { reader: 'rosa' } };

/** The same from the practice's side: whose it is comes first. */
export const ForStaff: Story = { args: { reader: 'june' } };

/** Every way a conversation can stand: who must act, late, closed, ended by itself, gone on elsewhere. */
export const EveryState: Story = { args: { scenario: busyStreet } };

/** Words were looked for: what was found, and one step back to all. */
export const Found: Story = { play: ({ canvasElement }) => look(canvasElement, 'sofa') };

/** Nothing was. */
export const NothingFound: Story = { play: ({ canvasElement }) => look(canvasElement, 'unicorn') };

/** What the list can be narrowed to. */
export const Filters: Story = {
  args: { reader: 'rosa' },
  play: async ({ canvasElement }) => (await partOf(canvasElement, '.search button')).click(),
};

/** More than one page: the rest is read near the end, or at a press. */
export const Many: Story = { args: { scenario: manyThreads(120) } };

/** Nobody has written yet. */
export const Empty: Story = { args: { scenario: emptyPractice } };

/** The answer never comes: a shape, then words. */
export const Waiting: Story = { args: { before: waits } };

/** No network, but what was read stays; a reply waits. */
export const Offline: Story = { args: { online: false, reply: 'Thank you.' } };

/** A reply was refused: the row says so. */
export const NotSent: Story = { args: { before: sendFails('invalid'), reply: 'Thank you.' } };

/** The session has ended. */
export const SignedOut: Story = { args: { before: fails('auth-required') } };

/** Not for this reader. */
export const Forbidden: Story = { args: { before: fails('forbidden') } };

/** The practice cannot be reached. */
export const Unreachable: Story = { args: { before: fails('unavailable') } };

/** The answer came in a form nobody here knows. */
export const BrokenAnswer: Story = { args: { before: fails('malformed') } };
