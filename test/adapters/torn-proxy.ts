import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line between an adapter and a server that can break while a request is on it. */
export interface TornProxy {
  readonly url: string;
  /** The keys of the writes that came, whole or torn. */
  readonly keys: string[];
  /** The next so many requests with a body arrive at the server with half of it, and then the line is dead. */
  tear(count: number): void;
  close(): Promise<void>;
}

/** Works below HTTP: the server really sees half a body and a connection that is gone. */
export async function startTornProxy(target: string): Promise<TornProxy> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  const keys: string[] = [];
  let left = 0;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket
        .on('error', () => {})
        .on('close', () => {
          open.delete(socket);
          near.destroy();
          far.destroy();
        });
    }
    far.pipe(near);
    near.on('data', (chunk: Buffer) => {
      const head = chunk.toString('latin1');
      const key = /^idempotency-key: (\S+)/im.exec(head)?.[1];
      if (key) keys.push(key);
      const size = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
      if (left === 0 || size === 0) return void far.write(chunk);
      left--;
      const start = head.indexOf('\r\n\r\n') + 4;
      far.write(chunk.subarray(0, start + Math.floor(size / 2)), () => setTimeout(() => near.destroy(), 20));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys,
    tear: (count) => void (left = count),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
