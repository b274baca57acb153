import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { AdapterError, type AdapterErrorCode } from '../src/adapter/errors.js';
import type { OfferId } from '../src/model/appointment-id.js';
import type { ScenarioAppointment } from '../src/adapters/memory/visits/scenario-visits.js';
import type { Scenario } from '../src/adapters/memory/scenario.js';
import type { MemoryAdapterOptions } from '../src/adapters/memory/memory-adapter.js';
import { alderStreet } from '../src/adapters/memory/scenarios.js';
import { alderStreetVisits } from '../src/adapters/memory/visits/alder-street-visits.js';
import '../src/define/appointments.js';
import { inSituation, readers, type Situation } from './conversation.js';

interface Args extends Situation {
  /** Whose visits the page asks for. */
  readonly subject?: string;
}

const meta: Meta<Args> = {
  title: 'Elements/Appointments',
  component: 'care-appointments',
  args: { reader: 'sam' },
  argTypes: { reader: readers },
  render: ({ subject, ...situation }) =>
    inSituation(html`<care-appointments subject-id=${subject ?? nothing}></care-appointments>`, situation),
};
export default meta;

/** Presses a button once it is there. */
async function press(canvas: HTMLElement, words: string): Promise<void> {
  const element = canvas.querySelector('care-appointments')!;
  for (let wait = 0; wait < 60; wait++) {
    const found = [...element.shadowRoot!.querySelectorAll('button')].find((button) => button.textContent.trim().startsWith(words));
    if (found) return found.click();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Reading visits fails; with what, says the code. */
const fails =
  (code: AdapterErrorCode): MemoryAdapterOptions['before'] =>
  ({ port, method }) => {
    if (port === 'appointments' || (code === 'auth-required' && method === 'connect')) throw new AdapterError(code, 'for the story');
  };

/** Alder Street with Sam's visits changed. */
const withVisits = (change: (visit: ScenarioAppointment) => Partial<ScenarioAppointment>): Scenario => ({
  ...alderStreet,
  visits(now) {
    const all = alderStreetVisits(now);
    const appointments = (all.appointments ?? []).map((visit) => ({ ...visit, ...change(visit) }));
    const booked = appointments.find(({ id }) => id === 'sam-booked')!;
    const early = all.slots.filter(({ service, starts }) => service === booked.service && starts > '2026-11-25');
    const { id: moves, subject, label, service } = booked;
    const until = '2026-11-24T00:30:00Z';
    const offer = { id: 'early' as OfferId, slots: [early[0]!.id], subject, label, service: service!, until, moves };
    return { ...all, appointments, offers: [offer] };
  },
});

type Story = StoryObj<Args>;

/** What most people see: the next visit, and what was asked for. */
export const Typical: Story = {};

/** A mother who looks for her children, too. */
export const ForChildren: Story = { args: { reader: 'rosa' } };

/** Who works at the practice reads it, and changes nothing here. */
export const ForStaff: Story = { args: { reader: 'june', subject: 'sam-okafor' } };

/** Another time is picked in place; the visit stays until that is booked. */
export const Moving: Story = { play: ({ canvasElement }) => press(canvasElement, 'Move this visit') };

/** Whether the care is still needed is asked first. */
export const Cancelling: Story = { play: ({ canvasElement }) => press(canvasElement, 'Cancel') };

/** What the patient wants to talk about, changed in place. */
export const Topic: Story = { play: ({ canvasElement }) => press(canvasElement, 'Change') };

/** What is behind, with what to do after it. */
export const Earlier: Story = { play: ({ canvasElement }) => press(canvasElement, 'Show earlier') };

/** An earlier time has opened, and can be taken in place. */
export const EarlierTime: Story = {
  args: { scenario: withVisits(({ id }) => (id === 'sam-booked' ? { waits: true, offer: 'early' as OfferId } : {})) },
};

/** No time was found for what was asked, and why. */
export const NoTimeFound: Story = {
  args: {
    scenario: withVisits(({ id }) => (id === 'sam-asked' ? { status: 'declined', note: 'Ask again in January.' } : {})),
  },
};

/** The practice has not answered in time. */
export const AnswerLate: Story = {
  args: { scenario: withVisits(({ id }) => (id === 'sam-asked' ? { answerBy: '2026-11-23T20:00:00Z' } : {})) },
};

/** A visit by phone: who calls. */
export const ByPhone: Story = { args: { scenario: withVisits(({ id }) => (id === 'sam-booked' ? { kind: 'phone' } : {})) } };

/** A visit by video: the way in. */
export const ByVideo: Story = {
  args: {
    scenario: withVisits(({ id }) => (id === 'sam-booked' ? { kind: 'video', videoUrl: 'https://video.example/room' } : {})),
  },
};

/** Nothing is planned. */
export const Empty: Story = { args: { scenario: { ...alderStreet, visits: (now: number) => ({ ...alderStreetVisits(now), appointments: [], offers: [] }) } } };

/** The answer never comes: a shape, then words. */
export const Waiting: Story = { args: { before: ({ port }) => (port === 'appointments' ? new Promise(() => {}) : undefined) } };

/** No network, but what was read stays. */
export const Offline: Story = { args: { online: false } };

/** The session has ended. */
export const SignedOut: Story = { args: { before: fails('auth-required') } };

/** Not for this reader. */
export const Forbidden: Story = { args: { before: fails('forbidden') } };

/** This practice shows no visits. */
export const NotOffered: Story = { args: { before: fails('unsupported') } };

/** The practice cannot be reached. */
export const Unreachable: Story = { args: { before: fails('unavailable') } };
