import { restAdapter, type RestAdapterOptions } from '../../src/adapters/rest/rest-adapter.js';
import type { Adapter } from '../../src/adapter/adapter.js';
import type { Token } from '../../src/adapter/token.js';
import type { Backend, Harness } from '../../src/conformance/harness.js';
import { entriesOf, everything, patiently } from '../../src/conformance/steps.js';
import { ALL_OFFERS } from './offers.js';

// Runs in Node and in the browser: no import of the server here.

/** A running reference server, near or far. */
export interface SignInServer {
  readonly url: string;
  signIn(person: string): Promise<string>;
  /** Lets time pass there, in milliseconds. Missing where its clock is not ours. */
  pass?(milliseconds: number): Promise<void>;
  /** Missing where the server is not ours to stop. */
  close?(): Promise<void>;
}

/** The REST adapter against the real server over HTTP, as the conformance kit asks for it. */
export const restHarness = (start: () => Promise<SignInServer>): Harness => ({
  offers: ALL_OFFERS,
  open: async () => openRest(await start()),
});

/** A token that is always good for long enough. */
export const tokenOf = (token: string): Token => ({ token, expiresAt: '2999-01-01T00:00:00Z' });

/** A person's adapter, straight to the server or by another way. */
export async function restAs(
  server: SignInServer,
  person: string,
  options: Partial<RestAdapterOptions> = {},
): Promise<Adapter> {
  const token = await server.signIn(person);
  return restAdapter({ baseUrl: server.url, getToken: () => Promise.resolve(tokenOf(token)), ...options });
}

async function openRest(server: SignInServer): Promise<Backend> {
  const [patient, parent, staff, colleague] = await Promise.all(
    ['sam-okafor', 'rosa-delgado', 'ana-morales', 'grace-lee'].map((person) => restAs(server, person)),
  );
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await server.close?.();
    isOpen = false;
  };
  return {
    patient: patient!,
    stranger: parent!,
    parent: parent!,
    staff: staff!,
    colleague: colleague!,
    signedOut: await restAs(server, 'sam-okafor', { getToken: () => Promise.resolve(tokenOf('no-such-token')) }),
    countMessages: (body) => countMessages(staff!, body),
    ...(server.pass && { pass: server.pass }),
    ...(server.close && { cut: close }),
    close,
  };
}

/** How many messages with a text there are in everything staff can read. */
export async function countMessages(staff: Adapter, body: string): Promise<number> {
  const connection = await staff.connect(patiently);
  const threads = await everything((after) => connection.messages!.listThreads({ after }, patiently));
  const lines = await Promise.all(threads.map(({ id }) => entriesOf(connection, id)));
  return lines.flat().filter((entry) => entry.type === 'message' && entry.body === body).length;
}
