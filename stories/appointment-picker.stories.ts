import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { AdapterError, type AdapterErrorCode } from '../src/adapter/errors.js';
import type { MemoryAdapterOptions } from '../src/adapters/memory/memory-adapter.js';
import { emptyPractice } from '../src/adapters/memory/scenarios.js';
import { manySlots } from '../src/adapters/memory/visits/many-slots.js';
import '../src/define/appointment-picker.js';
import { inSituation, readers, type Situation } from './conversation.js';

interface Args extends Situation {
  readonly service?: string;
  readonly moves?: string;
  readonly subject?: string;
  readonly topic?: string;
}

const meta: Meta<Args> = {
  title: 'Elements/Appointment picker',
  component: 'care-appointment-picker',
  args: { reader: 'sam', service: 'blood-pressure' },
  argTypes: { reader: readers },
  render: ({ service, moves, subject, topic = '', ...situation }) =>
    inSituation(
      html`<care-appointment-picker
        service=${service || nothing}
        moves=${moves ?? nothing}
        subject-id=${subject ?? nothing}
        .topic=${topic}
      ></care-appointment-picker>`,
      situation,
    ),
};
export default meta;

/** A part of the picker, once it is there. */
async function partOf<T extends HTMLElement>(canvas: HTMLElement, selector: string): Promise<T> {
  const { shadowRoot } = canvas.querySelector('care-appointment-picker')!;
  for (let wait = 0; wait < 60 && !shadowRoot!.querySelector(selector); wait++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return shadowRoot!.querySelector<T>(selector)!;
}

async function pick(canvas: HTMLElement): Promise<void> {
  (await partOf(canvas, '.slots input')).click();
}

async function book(canvas: HTMLElement): Promise<void> {
  await pick(canvas);
  (await partOf(canvas, '[part=send]')).click();
}

/** Some call fails; with what, says the code. */
const fails =
  (failing: string, code: AdapterErrorCode, field?: string): MemoryAdapterOptions['before'] =>
  ({ method }) => {
    if (method === failing) throw new AdapterError(code, 'for the story', { field });
  };

type Story = StoryObj<Args>;

/** The first day with free times is open. */
export const Typical: Story = {};

/** What it is for, how, and with whom, each where there is a choice. Dr. Lee wants to see him. */
export const Everything: Story = { args: { service: '' } };

/** A mother picks for whom. */
export const ForAChild: Story = { args: { reader: 'rosa', service: '' } };

/** The page says for whom, and of what. */
export const OneVisitOfOneChild: Story = { args: { reader: 'rosa', service: 'well-child', subject: 'leo-delgado' } };

/** A time is chosen: it is kept, and what is said of it can be written. */
export const Chosen: Story = {
  args: { topic: 'Do I need to skip breakfast?' },
  play: ({ canvasElement }) => pick(canvasElement),
};

/** Booked: when, with whom, where, and how to get ready. */
export const Booked: Story = {
  args: { topic: 'Do I need to skip breakfast?' },
  play: ({ canvasElement }) => book(canvasElement),
};

/** Another visit is moved, which stays until this one is booked. */
export const Moving: Story = { args: { service: '', moves: 'sam-booked' }, play: ({ canvasElement }) => pick(canvasElement) };

/** Somebody else was faster: the nearest other times. */
export const Lost: Story = {
  args: { before: fails('hold', 'conflict', 'slot'), topic: 'Do I need to skip breakfast?' },
  play: ({ canvasElement }) => pick(canvasElement),
};

/** The backend keeps no times. */
export const NotKept: Story = {
  args: { before: fails('hold', 'unavailable') },
  play: ({ canvasElement }) => pick(canvasElement),
};

/** It left, and no answer came. */
export const Unsure: Story = {
  args: { before: fails('book', 'unknown-outcome') },
  play: ({ canvasElement }) => book(canvasElement),
};

/** Refused for now: what was written is kept. */
export const NotBooked: Story = {
  args: { before: fails('book', 'unavailable') },
  play: ({ canvasElement }) => book(canvasElement),
};

/** Only a wish can be said: a day and half of it, up to three times. */
export const AskForATime: Story = { args: { service: 'skin-check' } };

/** What is missing, in one place. */
export const AskedWithoutADay: Story = {
  args: { service: 'skin-check' },
  play: async ({ canvasElement }) => (await partOf(canvasElement, '[part=send]')).click(),
};

/** 90 days of 40 times. */
export const Many: Story = { args: { service: '', scenario: manySlots(90, 40) } };

/** The times could not be loaded: there may be some. */
export const TimesNotLoaded: Story = { args: { service: 'doctor-visit', before: fails('listFreeDays', 'unavailable') } };

/** Nothing is free in any month. */
export const NoneFree: Story = { args: { service: '', scenario: manySlots(0, 0) } };

/** Nothing can be booked at all. */
export const NothingOffered: Story = { args: { service: '', scenario: { ...emptyPractice, visits: { services: [], slots: [] } } } };

/** Who works at the practice offers times. */
export const ForStaff: Story = { args: { reader: 'june', subject: 'sam-okafor' } };

/** The answer never comes: a shape, then words. */
export const Waiting: Story = {
  args: { before: ({ port }) => (port === 'appointments' ? new Promise(() => {}) : undefined) },
};

/** Nobody is signed in. */
export const SignedOut: Story = { args: { before: fails('connect', 'auth-required') } };
