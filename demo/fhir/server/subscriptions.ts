import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Parameters, Resource, Subscription } from '@medplum/fhirtypes';
import type { FastifyInstance } from 'fastify';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Sessions } from '../smart/sessions.js';
import { mayRead } from './access.js';
import { actorOf } from './actors.js';
import { matchesSearchRequest, parseSearchRequest } from './engine.js';
import type { Records } from './records.js';

const PATH = '/ws/subscriptions-r4';

/** How long a binding token is good, in milliseconds. */
const HOUR = 3_600_000;

interface Binding {
  readonly subscription: string;
  /** Who asked for it, by their own token: a line serves nobody who has signed out. */
  readonly session: string;
  readonly until: number;
}

export interface Subscriptions {
  /** What binds a line to a subscription, as `$get-ws-binding-token` answers it. */
  bindingToken(id: string, session: string): Parameters;
  /** Tells whoever subscribed to what has been written. */
  tell(written: readonly Resource[]): void;
}

/**
 * Subscriptions of R4 over a websocket, bound by a token as R5 has it. A notification says that there is something, and
 * nothing of what: what a reader may see is asked for.
 */
export function createSubscriptions(app: FastifyInstance, records: Records, sessions: Sessions): Subscriptions {
  const bindings = new Map<string, Binding>();
  const lines = new Map<WebSocket, Binding[]>();
  const server = new WebSocketServer({ noServer: true, maxPayload: 4096 });

  app.server.on('upgrade', (request, socket, head) => {
    if (request.url === PATH) return server.handleUpgrade(request, socket, head, follow);
    socket.end(`HTTP/1.1 404 ${STATUS_CODES[404]}\r\nconnection: close\r\n\r\n`);
  });
  app.addHook('preClose', (done) => {
    for (const line of server.clients) line.terminate();
    done();
  });

  function follow(line: WebSocket): void {
    const bound: Binding[] = [];
    lines.set(line, bound);
    line.on('close', () => lines.delete(line));
    line.on('error', () => line.terminate());
    line.on('message', (data) => {
      const { type, token } = askedIn((data as Buffer).toString());
      if (type === 'ping') return line.send('{"type":"pong"}');
      const binding = bindings.get(token ?? '');
      if (type !== 'bind-with-token' || !binding || !isGood(binding)) return line.close(4401);
      bound.push(binding);
      line.send(notification('handshake', binding));
    });
  }

  const isGood = ({ session, until }: Binding): boolean => until > Date.now() && sessions.find(session) !== undefined;

  function isFor({ subscription, session }: Binding, resource: Resource): boolean {
    const { criteria } = (records.resources.get('Subscription')?.get(subscription) ?? {}) as Partial<Subscription>;
    if (criteria === undefined) return false;
    const request = parseSearchRequest(criteria);
    if (request.resourceType !== resource.resourceType || !matchesSearchRequest(resource, request)) return false;
    return mayRead(actorOf(records, sessions.find(session)!.login.user), resource);
  }

  return {
    bindingToken(id, session) {
      const token = randomUUID();
      const until = Date.now() + HOUR;
      for (const [old, binding] of bindings) if (!isGood(binding)) bindings.delete(old);
      bindings.set(token, { subscription: id, session, until });
      const { port } = app.server.address() as { readonly port: number };
      return {
        resourceType: 'Parameters',
        parameter: [
          { name: 'token', valueString: token },
          { name: 'expiration', valueDateTime: new Date(until).toISOString() },
          { name: 'subscription', valueString: `Subscription/${id}` },
          { name: 'websocket-url', valueUrl: `ws://127.0.0.1:${port}${PATH}` },
        ],
      };
    },
    tell(written) {
      for (const [line, bound] of lines) {
        if (!bound.every(isGood)) line.close(4401);
        else for (const one of bound) if (written.some((each) => isFor(one, each))) line.send(notification('event-notification', one));
      }
    },
  };
}

function askedIn(text: string): { readonly type?: unknown; readonly token?: string } {
  try {
    const { type, payload } = JSON.parse(text) as { readonly type?: unknown; readonly payload?: { readonly token?: string } };
    return { type, token: payload?.token };
  } catch {
    return {};
  }
}

function notification(type: 'handshake' | 'event-notification', { subscription }: Binding): string {
  const timestamp = new Date().toISOString();
  const status = {
    resourceType: 'SubscriptionStatus',
    status: 'active',
    type,
    subscription: { reference: `Subscription/${subscription}` },
    ...(type === 'event-notification' && { notificationEvent: [{ eventNumber: '0', timestamp }] }),
  };
  return JSON.stringify({ resourceType: 'Bundle', type: 'history', timestamp, entry: [{ resource: status }] });
}
