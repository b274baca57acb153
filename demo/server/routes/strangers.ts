import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems.js';

/** Who may use the sign-in without a password: nobody, this machine, or anyone who reaches the server. */
export type DemoSignIn = 'off' | 'loopback' | 'anywhere';

/** Keeps what is for the demo only from everybody whom it is not for. */
export function refuseStrangers(demoSignIn: DemoSignIn): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    const allowed = demoSignIn === 'anywhere' || (demoSignIn === 'loopback' && isLoopback(request));
    if (!allowed) throw new Problem('forbidden', { detail: 'This is for the demo, on this machine only.' });
  };
}

/** Both the connection and the name it was asked by, for a proxy on this machine brings strangers over loopback. */
function isLoopback({ socket, hostname }: FastifyRequest): boolean {
  const address = socket.remoteAddress ?? '';
  const near = address === '::1' || /^(::ffff:)?127\./.test(address);
  return near && /^(localhost|127\.[\d.]+|\[?::1\]?)$/.test(hostname);
}
