import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { Adapter } from '../src/adapter/adapter.js';
import { AdapterError, type AdapterErrorCode } from '../src/adapter/errors.js';
import { memoryAdapter, memoryBackend, type MemoryAdapterOptions } from '../src/adapters/memory/memory-adapter.js';
import { alderStreet, SCENARIO_NOW, SIGN_INS } from '../src/adapters/memory/scenarios.js';
import { createClient } from '../src/client/client.js';
import { type Clock, systemClock, type Network } from '../src/client/surroundings.js';
import '../src/define/contact-form.js';
import { Field } from '../src/model/field.js';
import type { Messaging, Practice } from '../src/model/practice.js';
import type { Reason } from '../src/model/reason.js';

interface Args extends Partial<MemoryAdapterOptions> {
  readonly online?: boolean;
  /** A practice that would take the same message twice. */
  readonly keyless?: boolean;
  /** What the practice says of itself, where that is something else than usual. */
  readonly practice?: Partial<Practice>;
  readonly reasons?: readonly Reason[];
  /** The person it is addressed to. */
  readonly recipient?: string;
  /** When it is. The scenario's own time when left out. */
  readonly at?: string;
}

const meta: Meta<Args> = {
  title: 'Elements/Contact form',
  component: 'care-contact-form',
  args: { me: SIGN_INS.rosa },
  argTypes: { me: { name: 'signed in', control: 'inline-radio', options: [SIGN_INS.sam, SIGN_INS.rosa] } },
  render: ({ online = true, keyless, me = SIGN_INS.rosa, practice, reasons, recipient, at = SCENARIO_NOW, ...options }) => {
    const begun = Date.now();
    const clock: Clock = { ...systemClock, now: () => Date.parse(at) + Date.now() - begun };
    const scenario = { ...alderStreet, practice: { ...alderStreet.practice, ...practice }, reasons: reasons ?? alderStreet.reasons };
    const memory = memoryAdapter({ backend: memoryBackend(scenario, { now: clock.now }), me, ...options });
    const adapter = keyless ? withoutKeys(memory) : memory;
    const network: Network = { isOnline: () => online, listen: () => () => {} };
    const client = createClient(adapter, { network, clock });
    return html`<care-provider .client=${client}>
      <care-contact-form recipient=${recipient ?? nothing}></care-contact-form>
    </care-provider>`;
  },
};
export default meta;

type Story = StoryObj<Args>;

/** Fails one call, or holds it, and lets all others through. */
const when =
  (name: string, act: () => void | Promise<void>): MemoryAdapterOptions['before'] =>
  ({ port, method }) =>
    `${port}.${method}` === name ? act() : undefined;

const fails = (code: AdapterErrorCode, field?: string) => (): never => {
  throw new AdapterError(code, 'as the story wants it', { field });
};

const waits = (): Promise<void> => new Promise(() => {});

const withoutKeys = (adapter: Adapter): Adapter => ({
  ...adapter,
  async connect(options) {
    const connection = await adapter.connect(options);
    return { ...connection, contact: connection.contact && { ...connection.contact, idempotency: 'none' } };
  },
});

interface Played {
  readonly canvasElement: HTMLElement;
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

/** What a patient can do: choose and press by the words on it, and write by the words in front of it. */
function patient({ canvasElement }: Played) {
  const root = canvasElement.querySelector('care-contact-form')!.shadowRoot!;
  const find = async <E extends HTMLElement>(selector: string, words: string): Promise<E> => {
    for (let wait = 0; wait < 40; wait++, await turn()) {
      const found = [...root.querySelectorAll<E>(selector)].find(({ innerText }) => innerText.replace('\u2068', '').startsWith(words));
      if (found) return found;
    }
    throw new Error(`nothing says "${words}"`);
  };
  return {
    async choose(...labels: readonly string[]) {
      for (const label of labels) (await find('label', label)).click();
      await turn();
    },
    async write(label: string, text: string) {
      const control = root.getElementById((await find<HTMLLabelElement>('label[for]', label)).htmlFor) as HTMLInputElement;
      control.value = text;
      control.dispatchEvent(new Event('input'));
      await turn();
    },
    async press(words: string) {
      const button = await find('button', words);
      button.focus();
      button.click();
      await turn();
    },
  };
}

/** Writes a refill as a patient would. */
async function write(played: Played, body: string): Promise<void> {
  const { choose, write } = patient(played);
  await choose('A medicine refill', 'Levothyroxine', '1 to 3');
  await write('Anything we should know?', body);
}

async function send(played: Played, body = 'The pharmacy says there are no refills left. I feel fine on it.'): Promise<void> {
  await write(played, body);
  await patient(played).press('Send message');
}

/** Asks about a child's fever, to be called at noon. */
async function askForACall(played: Played): Promise<void> {
  const { choose, write } = patient(played);
  await choose('A medical question', 'Maya Delgado', 'No', 'A few days', 'Phone call', '12');
  await write('What is going on?', 'She has had a fever since Saturday and drinks little.');
  await write('Number to call', '206 555 0177');
}

/** What most people see: the reasons, each explained in a line. */
export const Typical: Story = {};

/** A refill, ready to send: who reads it and by when. */
export const FilledIn: Story = {
  play: async (played) => void (await write(played, 'The pharmacy says there are no refills left. I feel fine on it.')),
};

/** One character too many: nothing is cut, and sending is held. */
export const OverBudget: Story = {
  play: async (played) => void (await write(played, 'It started about two weeks ago. '.repeat(24).slice(0, 751))),
};

/** Sending was tried, and something is in the way. */
export const SomethingInTheWay: Story = {
  play: async (played) => {
    await patient(played).choose('A medical question', 'Phone call');
    await patient(played).press('Send message');
  },
};

/** After sending: what happens next, by whom and by when. */
export const Sent: Story = { play: (played) => send(played) };

/** The network is away: it waits here. */
export const WaitingToSend: Story = {
  play: (played) => send(played),
  args: { before: when('contact.send', fails('offline')) },
};

/** The answer to the sending was lost. */
export const NotSure: Story = { play: (played) => send(played), args: { after: when('contact.send', fails('unknown-outcome')) } };

/** The answer was lost, and sending again could double it: the reader decides. */
export const Undecided: Story = {
  play: (played) => send(played),
  args: { keyless: true, after: when('contact.send', fails('unknown-outcome')) },
};

/** The practice refuses an answer. */
export const NotSent: Story = {
  play: (played) => send(played),
  args: { before: when('contact.send', fails('invalid', 'answers.0.value')) },
};

/** The session ended before it was sent. */
export const SessionEnded: Story = { play: (played) => send(played), args: { before: when('contact.send', fails('auth-required')) } };

/** The answer never comes. */
export const Waiting: Story = { args: { before: waits } };

/** No network from the start. */
export const Offline: Story = { args: { before: when('practice.listReasons', fails('offline')), online: false } };

/** Nobody is signed in. */
export const SignedOut: Story = { args: { before: when('practice.listReasons', fails('auth-required')) } };

/** The session is good, but not for writing. */
export const Forbidden: Story = { args: { before: when('practice.listReasons', fails('forbidden')) } };

/** The practice cannot be reached. */
export const Unavailable: Story = { args: { before: when('practice.listReasons', fails('unavailable')) } };

/** The answer is not what the contract says. */
export const Broken: Story = { args: { before: when('practice.listReasons', fails('malformed')) } };

/** The practice takes no messages. */
export const NoMessagesHere: Story = { args: { without: ['contact'] } };

/** Before anything is written, what cannot wait is asked: of a child, the child's signs. */
export const SignsAsked: Story = { play: (played) => patient(played).choose('A medical question', 'Maya Delgado') };

/** One of them is true: the way to help, and nothing to send. */
export const Emergency: Story = { play: (played) => patient(played).choose('A medical question', 'Maya Delgado', 'Yes') };

/** How to answer: by phone, when, and from whom; what it may cost, and who writes for whom. */
export const HowToAnswer: Story = {
  play: (played) => askForACall(played),
};

/** After sending: who calls, where and when. */
export const WillBeCalled: Story = {
  play: async (played) => {
    await askForACall(played);
    await patient(played).press('Send message');
  },
};

/** A medicine that is not on the list. */
export const AnotherMedicine: Story = { play: (played) => patient(played).choose('A medicine refill', 'Another one') };

const asked = (id: string, kind: Field['kind'], label: string, rest: Partial<Field> = {}): Field =>
  Field.parse({ id, kind, label, ...rest });
const asking = (fields: Field[]): Reason[] => [{ ...alderStreet.reasons.at(-1)!, fields }];
const choices = ['Morning', 'Midday', 'Afternoon'].map((label) => ({ value: label, label }));
const windows = ['08:00-10:00', '12:00-13:30', '18:00-24:00'].map((value) => ({ value, label: '' }));

/** Every kind of question there is. */
export const EveryKind: Story = {
  args: {
    reasons: asking([
      asked('text', 'text', 'Text', { help: 'With help' }),
      asked('long', 'long-text', 'Long text'),
      asked('choice', 'choice', 'One choice', { choices, required: true }),
      asked('choices', 'choices', 'Several choices', { choices }),
      asked('day', 'date', 'A day'),
      asked('offered', 'time-windows', 'Times that are offered', { choices: windows }),
      asked('own', 'time-windows', 'A time of your own'),
      asked('phone', 'phone', 'A number'),
      asked('yes', 'yes-no', 'Yes or no'),
      asked('medicine', 'medication', 'A medicine', { required: true }),
      asked('file', 'attachment', 'A file', { help: 'A photo is enough' }),
    ]),
  },
};

/** Too long, and the page books no visits: how to book one. */
export const VisitByPhone: Story = {
  play: async (played) => {
    await write(played, 'It started about two weeks ago. '.repeat(24).slice(0, 751));
    await patient(played).press('Book a visit');
  },
};

const practiceThat = (messaging: Partial<Messaging>): Args => ({
  practice: { messaging: { state: 'open', outsideHours: 'taken', ...messaging } },
});

/** Nobody is there now: when they read it. */
export const ClosedNow: Story = {
  args: { at: '2026-11-29T04:10:00Z' },
  play: (played) => patient(played).choose('A bill'),
};

/** Nobody is there now, and no messages are taken until somebody is. */
export const ClosedAndRefused: Story = {
  args: { at: '2026-11-29T04:10:00Z', ...practiceThat({ outsideHours: 'refused' }) },
};

/** Paused for a while, with the practice's own words. */
export const Paused: Story = {
  args: practiceThat({ state: 'paused', until: '2026-11-24T16:00:00Z', note: 'Two of us are ill today.' }),
};

/** The practice never takes messages. */
export const Off: Story = { args: practiceThat({ state: 'off' }) };

/** A page of a doctor who answers messages. */
export const ToOneDoctor: Story = { args: { recipient: 'grace-lee' }, play: (played) => patient(played).choose('A bill') };

/** A page of a doctor who answers by phone: no form, and when to call. */
export const DoctorByPhone: Story = { args: { recipient: 'leila-haddad' } };

/** Who reads a reason does not answer messages: another reason can be chosen. */
export const ReasonByPhone: Story = {
  args: {
    reasons: alderStreet.reasons.map((reason, place) =>
      place === 1 ? { ...reason, receiver: { first: { ...reason.receiver!.first, answers: 'nobody' } } } : reason,
    ),
  },
  play: (played) => patient(played).choose('A medicine refill'),
};

/** One may not write to the doctor any more: to the practice instead. */
export const NotToThisDoctor: Story = {
  args: { recipient: 'grace-lee', before: when('contact.send', fails('forbidden')) },
  play: (played) => send(played),
};

/** The practice paused while somebody wrote: their words are there to copy. */
export const PausedMeanwhile: Story = {
  args: { before: when('contact.send', fails('conflict')) },
  play: (played) => send(played),
};
