import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Adapter } from '../src/adapter/adapter.js';
import { AdapterError, type AdapterErrorCode } from '../src/adapter/errors.js';
import { memoryAdapter, memoryBackend, type MemoryAdapterOptions } from '../src/adapters/memory/memory-adapter.js';
import { alderStreet, SIGN_INS } from '../src/adapters/memory/scenarios.js';
import { createClient } from '../src/client/client.js';
import { systemClock, type Network } from '../src/client/surroundings.js';
import '../src/define/contact-form.js';

interface Args extends Partial<MemoryAdapterOptions> {
  readonly online?: boolean;
  /** A practice that would take the same message twice. */
  readonly keyless?: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Contact form',
  component: 'care-contact-form',
  args: { me: SIGN_INS.rosa },
  argTypes: { me: { name: 'signed in', control: 'inline-radio', options: [SIGN_INS.sam, SIGN_INS.rosa] } },
  render: ({ online = true, keyless, me = SIGN_INS.rosa, ...options }) => {
    const memory = memoryAdapter({ backend: memoryBackend(alderStreet), me, ...options });
    const adapter = keyless ? withoutKeys(memory) : memory;
    const network: Network = { isOnline: () => online, listen: () => () => {} };
    const client = createClient(adapter, { network, clock: systemClock });
    return html`<care-provider .client=${client}><care-contact-form></care-contact-form></care-provider>`;
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

/** Writes a refill as a patient would, and says where to go on. */
async function write({ canvasElement }: Played, body: string): Promise<ShadowRoot> {
  const root = canvasElement.querySelector('care-contact-form')!.shadowRoot!;
  const choose = (label: string): void =>
    [...root.querySelectorAll('label')].find(({ innerText }) => innerText.startsWith(label))?.click();
  const type = (selector: string, text: string): void => {
    const control = root.querySelector<HTMLInputElement>(selector)!;
    control.value = text;
    control.dispatchEvent(new Event('input'));
  };
  for (let wait = 0; wait < 40 && !root.querySelector('form'); wait++) await turn();
  choose('A medicine refill');
  await turn();
  type('#control-0', 'Lisinopril 10 mg');
  choose('1 to 3');
  type('#control-body', body);
  await turn();
  return root;
}

async function send(played: Played, body = 'The pharmacy says there are no refills left. I feel fine on it.'): Promise<void> {
  const root = await write(played, body);
  const button = root.querySelector<HTMLElement>('[part=send]')!;
  button.focus();
  button.click();
  await turn();
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
export const SomethingInTheWay: Story = { play: (played) => send(played, 'x'.repeat(760)) };

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
