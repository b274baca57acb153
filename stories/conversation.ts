import { html, type TemplateResult } from 'lit';
import { AdapterError, type AdapterErrorCode } from '../src/adapter/errors.js';
import { memoryAdapter, type MemoryAdapterOptions, memoryBackend } from '../src/adapters/memory/memory-adapter.js';
import type { Scenario } from '../src/adapters/memory/scenario.js';
import { alderStreet, SCENARIO_NOW, SIGN_INS } from '../src/adapters/memory/scenarios.js';
import { sendMessage } from '../src/client/messages.js';
import { createClient } from '../src/client/client.js';
import { type Clock, type Network, systemClock } from '../src/client/surroundings.js';
import type { ThreadId } from '../src/model/id.js';

/** The situation a story is told in. */
export interface Situation extends Partial<Omit<MemoryAdapterOptions, 'me' | 'backend'>> {
  readonly reader?: keyof typeof SIGN_INS;
  readonly scenario?: Scenario;
  readonly online?: boolean;
  /** A reply that is on its way when the story begins. */
  readonly reply?: string;
  readonly thread?: string;
}

// Everything in the stories happens on one Monday afternoon, and goes on from there.
const ahead = Date.parse(SCENARIO_NOW) - Date.now();
const clock: Clock = { ...systemClock, now: () => Date.now() + ahead };

/** Puts an element into a situation. */
export function inSituation(element: TemplateResult, situation: Situation): TemplateResult {
  const { reader = 'sam', scenario = alderStreet, online = true, reply, thread = 'refill', ...hooks } = situation;
  const backend = memoryBackend(scenario, { now: clock.now });
  const network: Network = { isOnline: () => online, listen: () => () => {} };
  const client = createClient(memoryAdapter({ ...hooks, backend, me: SIGN_INS[reader] }), { clock, network });
  if (reply) sendMessage(client, { thread: thread as ThreadId, body: reply });
  return html`<care-provider .client=${client}>${element}</care-provider>`;
}

/** Reading fails; with what, says the code. */
export const fails =
  (code: AdapterErrorCode): MemoryAdapterOptions['before'] =>
  ({ port, method }) => {
    if (port === 'messages' || (code === 'auth-required' && method === 'connect')) throw new AdapterError(code, 'for the story');
  };

/** Sending fails, everything else works. */
export const sendFails =
  (code: AdapterErrorCode): MemoryAdapterOptions['before'] =>
  ({ method }) => {
    if (method === 'send') throw new AdapterError(code, 'for the story');
  };

/** The answer never comes. */
export const waits: MemoryAdapterOptions['before'] = ({ port }) => (port === 'messages' ? new Promise(() => {}) : undefined);

/** For the controls: who is signed in. */
export const readers = { control: 'inline-radio', options: Object.keys(SIGN_INS) } as const;
