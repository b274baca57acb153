import { CalendarDay } from 'carethread/model';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import type { Backend } from '../backend.js';
import type { Deliver, Outbox } from '../guests/deliver.js';
import { askAsGuest, verifyGuest } from '../guests/guests.js';
import { openLink, sendLinkAgain } from '../guests/links.js';
import { NoContent, problems, TokenAnswer } from '../schemas.js';
import type { App } from './app.js';
import { refuseStrangers, type DemoSignIn } from './strangers.js';

const short = z.string().check(z.minLength(1), z.maxLength(300));
const GuestBody = z.strictObject({
  name: short,
  birthDate: CalendarDay,
  phone: z.optional(short),
  email: z.optional(short),
});
const CodeBody = z.strictObject({ code: z.string().check(z.regex(/^\d{6}$/)) });
const LinkBody = z.strictObject({ token: z.string().check(z.regex(/^[\w-]{20,200}$/)) });
const GuestAnswer = z.object({ guest: z.string() });
const LinkAnswer = z.object({ token: z.string(), expiresAt: z.string(), thread: z.string() });
const OutboxAnswer = z.object({
  items: z.array(z.object({ to: z.string(), kind: z.enum(['code', 'link']), text: z.string() })),
});

export interface GuestOptions {
  readonly deliver: Deliver;
  /** How often one address of the net may ask in a minute. */
  readonly perMinute: number;
}

/** Writing without an account: who one is, a code to one's address, and later a link to the answer. */
export function guestRoutes(app: App, backend: Backend, { deliver, perMinute }: GuestOptions): void {
  // By the address of the net, for whoever has a guest's session could otherwise ask as often again.
  const keyGenerator = ({ ip }: FastifyRequest): string => ip;
  const config = { rateLimit: { max: perMinute, timeWindow: 60_000, keyGenerator } };

  app.post(
    '/guests',
    {
      config,
      schema: {
        security: [],
        summary: 'Say who one is, without an account; a code goes to the phone or email',
        body: GuestBody,
        response: { 202: GuestAnswer, ...problems },
      },
    },
    async (request, reply) => {
      reply.code(202);
      return askAsGuest(backend, request.body, deliver);
    },
  );

  app.post(
    '/guests/:guest/verify',
    {
      config,
      schema: {
        security: [],
        summary: 'Show by the code that the address is one’s own; opens a session',
        params: z.object({ guest: z.string().check(z.regex(/^[\w-]{1,100}$/)) }),
        body: CodeBody,
        response: { 200: TokenAnswer, ...problems },
      },
    },
    (request) => verifyGuest(backend, request.params.guest, request.body.code),
  );

  app.post(
    '/guest-links',
    {
      config,
      schema: {
        security: [],
        summary: 'Open a session and a thread by a link, which works once',
        body: LinkBody,
        response: { 200: LinkAnswer, ...problems },
      },
    },
    (request) => openLink(backend, request.body.token),
  );

  app.post(
    '/guest-links/again',
    {
      config,
      schema: {
        security: [],
        summary: 'Have a new link sent for one that was used or has ended; the answer is the same for any',
        body: LinkBody,
        response: { 202: NoContent, ...problems },
      },
    },
    async (request, reply) => {
      await sendLinkAgain(backend, request.body.token);
      return reply.code(202).send();
    },
  );
}

/** What the demo would have sent. For this machine only, like its sign-in. */
export function outboxRoutes(app: App, { items }: Outbox, demoSignIn: DemoSignIn): void {
  app.get(
    '/demo/outbox',
    {
      onRequest: refuseStrangers(demoSignIn),
      schema: { security: [], summary: 'What would have been sent; demo only', response: { 200: OutboxAnswer, ...problems } },
    },
    async () => ({ items: [...items] }),
  );
}
