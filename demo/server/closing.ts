import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** How long answers under way may take once the server closes, in milliseconds. */
const GRACE = 5000;

/**
 * Lets closing end soon. Browsers keep a connection in reserve that never asked for anything; Node does not count it
 * as idle and would wait a minute for it.
 */
export function closeSoon(app: FastifyInstance): void {
  const unused = new Set<Socket>();
  app.server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  app.server.on('request', ({ socket }) => unused.delete(socket));
  app.addHook('preClose', () => {
    for (const socket of unused) socket.destroy();
    setTimeout(() => app.server.closeAllConnections(), GRACE).unref();
  });
}
