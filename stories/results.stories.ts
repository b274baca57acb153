import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { AdapterError, type AdapterErrorCode } from '../src/adapter/errors.js';
import type { MemoryAdapterOptions } from '../src/adapters/memory/memory-adapter.js';
import { emptyPractice, manyResults } from '../src/adapters/memory/scenarios.js';
import '../src/define/results.js';
import { inSituation, readers, type Situation } from './conversation.js';

interface Args extends Situation {
  /** Whose results the page asks for. */
  readonly subject?: string;
}

const meta: Meta<Args> = {
  title: 'Elements/Results',
  component: 'care-results',
  args: { reader: 'sam' },
  argTypes: { reader: readers },
  render: ({ subject, ...situation }) => inSituation(html`<care-results subject=${subject ?? nothing}></care-results>`, situation),
};
export default meta;

/** A part of the list, once it is there. */
async function partOf<T extends HTMLElement>(canvas: HTMLElement, selector: string): Promise<T> {
  const results = canvas.querySelector('care-results')!;
  for (let wait = 0; wait < 40 && !results.shadowRoot!.querySelector(selector); wait++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return results.shadowRoot!.querySelector<T>(selector)!;
}

async function look(canvas: HTMLElement, words: string): Promise<void> {
  const field = await partOf<HTMLInputElement>(canvas, 'input');
  field.value = words;
  field.form!.requestSubmit();
}

/** Reading results fails; with what, says the code. */
const fails =
  (code: AdapterErrorCode): MemoryAdapterOptions['before'] =>
  ({ port, method }) => {
    if (port === 'results' || (code === 'auth-required' && method === 'connect')) throw new AdapterError(code, 'for the story');
  };

type Story = StoryObj<Args>;

/** What most people see: one that is covered, one with its history, several in words. */
export const Typical: Story = {};

/** A mother who reads for her children, too. */
export const ForChildren: Story = { args: { reader: 'rosa' } };

/** The page says whose. */
export const OfOneChild: Story = { args: { reader: 'rosa', subject: 'leo-delgado' } };

/** Who works at the practice reads all of it. */
export const ForStaff: Story = { args: { reader: 'june', subject: 'sam-okafor' } };

/** Words were looked for: what was found, and one step back to all. */
export const Found: Story = { play: ({ canvasElement }) => look(canvasElement, 'pressure') };

/** Nothing was. */
export const NothingFound: Story = { play: ({ canvasElement }) => look(canvasElement, 'unicorn') };

/** What the list can be narrowed to. */
export const Filters: Story = {
  play: async ({ canvasElement }) => (await partOf(canvasElement, '.search button')).click(),
};

/** For each kind of test: shown at once, or covered. */
export const WhatIsCovered: Story = {
  play: async ({ canvasElement }) => (await partOf(canvasElement, '.tools > .row button')).click(),
};

/** On paper, or in a file. */
export const PrintOrSave: Story = {
  play: async ({ canvasElement }) => (await partOf(canvasElement, '.tools > .row button:last-of-type')).click(),
};

/** Of a long list only what is in sight is drawn. */
export const Many: Story = { args: { scenario: manyResults(500, 12) } };

/** No result has come yet. */
export const Empty: Story = { args: { scenario: { ...emptyPractice, results: [] } } };

/** The answer never comes: a shape, then words. */
export const Waiting: Story = {
  args: { before: ({ port }) => (port === 'results' ? new Promise(() => {}) : undefined) },
};

/** No network, but what was read stays. */
export const Offline: Story = { args: { online: false } };

/** The session has ended. */
export const SignedOut: Story = { args: { before: fails('auth-required') } };

/** Not for this reader. */
export const Forbidden: Story = { args: { before: fails('forbidden') } };

/** This practice shows no results. */
export const NotOffered: Story = { args: { before: fails('unsupported') } };

/** The practice cannot be reached. */
export const Unreachable: Story = { args: { before: fails('unavailable') } };

/** The answer came in a form nobody here knows. */
export const BrokenAnswer: Story = { args: { before: fails('malformed') } };
