import type { FastifyReply, FastifyRequest } from 'fastify';

/** A request from one of the demo's windows, each of which has a folder, and with it cookies, of its own. */
export interface InWindow {
  Params: { window: string };
}

/** What one of this window's cookies says. */
export function cookieOf({ headers }: FastifyRequest, name: string): string | undefined {
  return new RegExp(`(?:^|; )${name}=([\\w-]+)`).exec(headers.cookie ?? '')?.[1];
}

/** Sets a cookie that is good in this window only. */
export function setCookie(reply: FastifyReply, window: string, name: string, value: string): void {
  const path = `/w/${encodeURIComponent(window)}/`;
  reply.header('set-cookie', `${name}=${encodeURIComponent(value)}; Path=${path}; HttpOnly; SameSite=Lax`);
}
