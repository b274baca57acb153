import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { AdapterError } from '../src/adapter/errors.js';
import { offeredTimes } from '../src/adapters/memory/card-threads.js';
import { alderStreet } from '../src/adapters/memory/scenarios.js';
import { alderStreetVisits } from '../src/adapters/memory/visits/alder-street-visits.js';
import '../src/define/thread.js';
import type { AppointmentId } from '../src/model/appointment-id.js';
import { inSituation, readers, type Situation } from './conversation.js';

const meta: Meta<Situation> = {
  title: 'Elements/Thread/Times offered',
  component: 'care-thread',
  args: { reader: 'sam', thread: 'headaches', scenario: { ...alderStreet, threads: [offeredTimes] } },
  argTypes: { reader: readers },
  render: ({ thread, ...situation }) => inSituation(html`<care-thread thread=${thread!}></care-thread>`, situation),
};
export default meta;

/** Presses a button of the offer once it is there. */
async function press(canvas: HTMLElement, words: string): Promise<void> {
  const element = canvas.querySelector('care-thread')!;
  for (let wait = 0; wait < 60; wait++) {
    const found = [...element.shadowRoot!.querySelectorAll('button')].find((button) => button.textContent.trim().startsWith(words));
    if (found) return found.click();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

type Story = StoryObj<Situation>;

/** The doctor offers times in a message. One of them is taken in place. */
export const Offered: Story = {};

/** One was taken. */
export const Taken: Story = { play: ({ canvasElement }) => press(canvasElement, 'Take') };

/** None of them works. */
export const Declined: Story = { play: ({ canvasElement }) => press(canvasElement, 'None of these') };

const instead = {
  ...alderStreet,
  threads: [offeredTimes],
  visits: (now: number) => {
    const visits = alderStreetVisits(now);
    return { ...visits, offers: visits.offers?.map((offer) => ({ ...offer, moves: 'sam-booked' as AppointmentId })) };
  },
};

/** Other times for a visit that is booked. What is given up is said before one is taken. */
export const InsteadOfVisit: Story = { args: { scenario: instead } };

/** The booked visit is too near to be given up here. */
export const CannotMove: Story = {
  args: {
    scenario: instead,
    before: ({ method }) => {
      if (method === 'takeOffer') throw new AdapterError('conflict', 'for the story', { field: 'moves' });
    },
  },
  play: ({ canvasElement }) => press(canvasElement, 'Take'),
};

/** The same from the practice's side. */
export const ForStaff: Story = { args: { reader: 'lee' } };

/** The times could not be read. */
export const NotRead: Story = {
  args: {
    before: ({ method }) => {
      if (method === 'readOffer') throw new AdapterError('unavailable', 'for the story');
    },
  },
};
