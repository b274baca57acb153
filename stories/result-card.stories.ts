import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { AdapterError, type AdapterErrorCode } from '../src/adapter/errors.js';
import type { MemoryAdapterOptions } from '../src/adapters/memory/memory-adapter.js';
import type { Scenario } from '../src/adapters/memory/scenario.js';
import { alderStreet } from '../src/adapters/memory/scenarios.js';
import '../src/define/result-card.js';
import { inSituation, readers, type Situation } from './conversation.js';

interface Args extends Situation {
  readonly result?: string;
  readonly compact?: boolean;
  readonly askUrl?: string;
}

const meta: Meta<Args> = {
  title: 'Elements/Result card',
  component: 'care-result-card',
  args: { reader: 'sam', result: 'alt-2026-11-18', askUrl: '/contact' },
  argTypes: { reader: readers },
  render: ({ result, compact = false, askUrl, ...situation }) =>
    inSituation(html`<care-result-card result-id=${result} ?compact=${compact} ask-url=${askUrl ?? nothing}></care-result-card>`, situation),
};
export default meta;

/** A call fails; with what, says the code. */
const failing =
  (which: string, code: AdapterErrorCode): MemoryAdapterOptions['before'] =>
  ({ port, method }) => {
    if (port === which || method === which) throw new AdapterError(code, 'for the story');
  };

/** Alder Street with one result said otherwise. */
const where = (id: string, parts: object): Scenario => ({
  ...alderStreet,
  results: (alderStreet.results ?? []).map((result) => (result.id === id ? { ...result, ...parts } : result)),
});

/** A button on the card, once it is there. */
async function press(canvas: HTMLElement, words: string): Promise<void> {
  const card = canvas.querySelector('care-result-card')!;
  for (let wait = 0; wait < 40; wait++) {
    const button = [...card.shadowRoot!.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words));
    if (button) return button.click();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

type Story = StoryObj<Args>;

/** A little high, with the doctor's words first, and what was before. */
export const Typical: Story = {};

/** Several tests as rows, one a ratio; one was corrected after the patient reported it. */
export const Panel: Story = { args: { result: 'lipids' } };

/** What belongs together stands together. */
export const BloodPressure: Story = { args: { result: 'pressure-2026-09-28' } };

/** A report in words, with its file. */
export const Report: Story = { args: { result: 'chest-x-ray' } };

/** Covered until the doctor has written. */
export const Covered: Story = { args: { result: 'skin-sample' } };

/** It could not be opened, and is still covered. */
export const CoveredStill: Story = {
  args: { result: 'skin-sample', before: failing('uncover', 'unavailable') },
  play: ({ canvasElement }) => press(canvasElement, 'Show it to me now'),
};

/** Below what the test can measure. */
export const LessThan: Story = { args: { result: 'troponin' } };

/** There is no value, and a reason. */
export const Absent: Story = { args: { result: 'vitamin-d' } };

/** The lab may still change it. */
export const Preliminary: Story = { args: { result: 'tsh' } };

/** It was not done. */
export const Cancelled: Story = { args: { result: 'potassium' } };

/** It was somebody else's. */
export const Withdrawn: Story = { args: { reader: 'rosa', result: 'rosa-flu' } };

/** The lab's range runs from more to less. */
export const ReversedRange: Story = { args: { reader: 'rosa', result: 'magnesium' } };

/** Several ranges, and nobody says which holds. */
export const SeveralRanges: Story = { args: { reader: 'rosa', result: 'cortisol' } };

/** Since another lab measures it, values have another unit: they share no line. A mistake was reported. */
export const AnotherUnit: Story = { args: { reader: 'rosa', result: 'glucose-2026-11-12' } };

/** Much farther off than the line can show. */
export const FarOff: Story = {
  args: {
    scenario: where('alt-2026-11-18', {
      measurements: [{ name: 'ALT', value: { kind: 'amount', number: '4210', unit: 'units per liter' }, flag: 'very-high', ranges: [{ low: '7', high: '40' }] }],
    }),
  },
};

/** As it stands in a message. */
export const Compact: Story = { args: { compact: true } };

/** The same for who works at the practice. */
export const ForStaff: Story = { args: { reader: 'june', result: 'lipids' } };

/** A mistake is reported. */
export const Mistake: Story = { play: ({ canvasElement }) => press(canvasElement, 'Report a mistake') };

/** It is kept on paper, or in a file. */
export const Keeping: Story = { play: ({ canvasElement }) => press(canvasElement, 'Print or save') };

/** The earlier values could not be loaded. */
export const NoHistory: Story = { args: { before: failing('listHistory', 'unavailable') } };

/** The practice cannot be reached. */
export const Unavailable: Story = { args: { before: failing('results', 'unavailable') } };

/** It is not here any more. */
export const Gone: Story = { args: { before: failing('results', 'not-found') } };

/** It came in a form nobody here knows. */
export const Malformed: Story = { args: { before: failing('results', 'malformed') } };

/** It is still on its way. */
export const Waiting: Story = { args: { before: ({ port }) => (port === 'results' ? new Promise(() => {}) : undefined) } };

/** Signed out. */
export const SignedOut: Story = { args: { before: failing('connect', 'auth-required') } };
