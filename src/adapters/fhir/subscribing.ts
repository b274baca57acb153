import type { CallOptions } from '../../adapter/call-options.js';
import { AdapterError } from '../../adapter/errors.js';
import { type FhirContext, patientsIn } from './fhir-context.js';
import { isResource, listAt, textAt } from './json.js';
import { WATCHED } from './offer.js';

/** What binds one websocket to all that is watched. */
export interface Bindings {
  readonly url: string;
  readonly tokens: readonly string[];
  /** How long these are good, in milliseconds. */
  readonly lasts: number;
}

const HOUR = 3_600_000;
/** ms that a subscription has to last at least, to be bound to. */
const ENOUGH = 60_000;

/** Subscribes to all that is watched, once an hour however often the socket is opened. They end by themselves. */
export function subscribing(context: FhirContext): (given: CallOptions) => Promise<Bindings> {
  const { http, capabilities } = context;
  const types = WATCHED.filter((type) => capabilities.lack(`${type}.search-type`) === undefined);
  let ids: readonly string[] = [];
  let end = 0;

  async function subscribe(type: string, given: CallOptions): Promise<string> {
    const subscription = {
      resourceType: 'Subscription',
      status: 'active',
      reason: 'Tells a page that is open to look again',
      criteria: `${type}?${patientsIn(context).slice(1)}`,
      end: new Date(end).toISOString(),
      // Without a payload nothing is told but that there is something.
      channel: { type: 'websocket' },
    };
    const made = await http.post(subscription, given, true, 'Subscription');
    const id = isResource(made) && textAt(made, 'id');
    if (!id) throw new AdapterError('malformed', 'a subscription has no id');
    return id;
  }

  return async (given) => {
    if (end < http.now() + ENOUGH) {
      end = http.now() + HOUR;
      // Until all are there, the next try begins again.
      ids = [];
      ids = await Promise.all(types.map((type) => subscribe(type, given))).catch((error: unknown) => {
        end = 0;
        throw error;
      });
    }
    try {
      const answers = await Promise.all(ids.map((id) => http.read(`Subscription/${id}/$get-ws-binding-token`, given, JSON.parse)));
      const all = answers.map(bindingIn);
      const [first] = all;
      if (!first || !isAtHome(first.url, http.baseUrl)) throw new AdapterError('unsupported', 'the websocket is somewhere else');
      const until = Math.min(end, ...all.map(({ until }) => Date.parse(until ?? '') || end));
      return { url: first.url!, tokens: all.map(({ token }) => token), lasts: Math.max(ENOUGH, until - http.now()) };
    } catch (error) {
      end = 0;
      throw error;
    }
  };
}

function bindingIn(answer: unknown): { readonly url: string | undefined; readonly token: string; readonly until: string | undefined } {
  const parameters = new Map(listAt(answer, 'parameter').map((parameter) => [textAt(parameter, 'name'), parameter]));
  const token = textAt(parameters.get('token'), 'valueString');
  if (!token) throw new AdapterError('malformed', 'a binding has no token');
  const until = parameters.get('expiration');
  const url = parameters.get('websocket-url');
  return {
    token,
    until: textAt(until, 'valueDateTime') ?? textAt(until, 'valueInstant'),
    url: textAt(url, 'valueUrl') ?? textAt(url, 'valueString'),
  };
}

/** Whether a websocket is at the server that was asked, and as well protected. What binds it goes nowhere else. */
function isAtHome(url: string | undefined, baseUrl: string): boolean {
  if (!url || !URL.canParse(url)) return false;
  const [socket, base] = [new URL(url), new URL(baseUrl)];
  return socket.host === base.host && socket.protocol === base.protocol.replace('http', 'ws');
}
