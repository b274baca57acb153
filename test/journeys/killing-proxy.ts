import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** When the server dies: before it has heard of a message, or when it has answered and nobody has heard the answer. */
export type Moment = 'as the message arrives' | 'as the answer leaves';

/** An address that stays, in front of a server that dies. */
export interface KillingProxy {
  readonly url: string;
  /** Sends on to this server from now on. */
  lead(serverUrl: string): void;
  /** Calls `kill` at this moment of the next message. Resolves once that is done. */
  arm(moment: Moment, kill: () => Promise<unknown>): Promise<void>;
  close(): Promise<void>;
}

/** A message's first bytes. The question whether one may be sent begins with OPTIONS. */
const MESSAGE = /^POST \/threads\/[^/]+\/messages /;

/** Passes bytes on and knows nothing of them, except how a message begins. */
export async function startKillingProxy(): Promise<KillingProxy> {
  let port = 0;
  let armed: { readonly moment: Moment; readonly fire: () => void } | undefined;
  const sockets = new Set<Socket>();

  const server = createServer((page) => {
    const upstream = connect(port, '127.0.0.1');
    let isMessage = false;
    for (const socket of [page, upstream]) {
      sockets.add(socket);
      // Either end may break at any time: that is what this is for.
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        page.destroy();
        upstream.destroy();
      });
    }
    page.on('data', (bytes) => {
      isMessage = MESSAGE.test(bytes.toString('latin1'));
      if (isMessage && armed?.moment === 'as the message arrives') return armed.fire();
      upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      if (isMessage && armed?.moment === 'as the answer leaves') return armed.fire();
      page.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lead(serverUrl) {
      port = Number(new URL(serverUrl).port);
    },
    arm: (moment, kill) =>
      new Promise((resolve, reject) => {
        const fire = (): void => {
          armed = undefined;
          kill().then(() => {
            for (const socket of sockets) socket.destroy();
            resolve();
          }, reject);
        };
        armed = { moment, fire };
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
