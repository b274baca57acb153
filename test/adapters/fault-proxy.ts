import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request at the proxy. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly response: ServerResponse;
  /** Passes the request on to the server and gives back what it answers. */
  forward(): Promise<Forwarded>;
  /** Passes the request on, and the answer back as it comes: streams too. */
  pass(): Promise<void>;
  /** Cuts the connection. */
  cut(): void;
}

export interface Forwarded {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** What goes wrong with one request. */
export type Fault = (exchange: Exchange) => void | Promise<void>;

export interface FaultProxy {
  readonly url: string;
  /** All requests so far, oldest first. */
  readonly seen: Pick<Exchange, 'method' | 'url' | 'headers' | 'body'>[];
  /** The next requests meet these faults, one each; all others pass. */
  next(...faults: Fault[]): void;
  /** Resolves once so many requests have come in since the start. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

/** A server of our own between an adapter and the reference server, where what can go wrong does. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const faults: Fault[] = [];
  const seen: FaultProxy['seen'] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const { method = 'GET', url = '/', headers } = request;
      let body = '';
      for await (const chunk of request.setEncoding('utf8')) body += chunk as string;
      seen.push({ method, url, headers, body });
      for (const { count, resolve } of waiting) if (seen.length >= count) resolve();
      const leaving = new AbortController();
      response.on('close', () => leaving.abort());
      const ask = async (signal: AbortSignal | null): Promise<Response> => {
        const { host: _host, connection: _connection, 'content-length': _length, ...rest } = headers;
        const sent = { method, headers: rest as Record<string, string>, ...(method !== 'GET' && { body }) };
        return fetch(target + url, { ...sent, signal });
      };
      const forward = async (): Promise<Forwarded> => {
        const answer = await ask(null);
        return { status: answer.status, headers: keptHeaders(answer), body: await answer.text() };
      };
      const passOn = async (): Promise<void> => {
        const answer = await ask(leaving.signal);
        response.writeHead(answer.status, keptHeaders(answer));
        response.flushHeaders();
        for await (const chunk of answer.body ?? []) response.write(chunk);
        response.end();
      };
      const cut = (): void => void request.socket.destroy();
      await (faults.shift() ?? pass)({ method, url, headers, body, response, forward, pass: passOn, cut });
    })().catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    next: (...more) => void faults.push(...more),
    arrived: (count) =>
      new Promise((resolve) => (seen.length >= count ? resolve() : waiting.push({ count, resolve }))),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Nothing goes wrong. */
const pass: Fault = (exchange) => exchange.pass();

/** Headers that still hold once the body has been read. */
function keptHeaders({ headers }: Response): Record<string, string> {
  const untrue = ['content-encoding', 'transfer-encoding', 'content-length', 'connection'];
  return Object.fromEntries([...headers].filter(([name]) => !untrue.includes(name)));
}

/** The connection is cut before the server hears of it. */
export const cutBefore: Fault = ({ cut }) => cut();

/** The server does it, and its answer is lost. */
export const cutAfter: Fault = async ({ forward, cut }) => {
  await forward();
  cut();
};

/** The server does it, and half of its answer comes. */
export const cutInBody: Fault = async ({ forward, response, cut }) => {
  const { status, headers, body } = await forward();
  response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
  response.write(body.slice(0, body.length / 2), () => setTimeout(cut, 20));
};

/** The server does it, and nothing comes back, not even a broken connection. */
export const silence: Fault = async ({ forward }) => {
  await forward();
};

/** The server does it, and its answer begins and never ends. */
export const trickle: Fault = async ({ forward, response }) => {
  const { status, headers, body } = await forward();
  response.writeHead(status, headers);
  response.write(body.slice(0, 10));
};

/** Something on the way answers in the server's place. */
export const answer =
  (status: number, body = '', headers: Record<string, string> = {}): Fault =>
  ({ response }) =>
    void response.writeHead(status, headers).end(body);

/** The server does it, and something on the way spoils its answer. */
export const spoil =
  (change: (forwarded: Forwarded) => Forwarded): Fault =>
  async ({ forward, response }) => {
    const { status, headers, body } = change(await forward());
    response.writeHead(status, headers).end(body);
  };
