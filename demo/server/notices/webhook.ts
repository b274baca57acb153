import { createHmac } from 'node:crypto';
import type { Teller } from './notices.js';

export interface WebhookOptions {
  readonly url: string;
  /** What both sides know; at least 16 characters. */
  readonly secret: string;
}

/** How long the other side may take, in milliseconds. */
const PATIENCE = 5000;

/**
 * Tells the practice's own system that somebody was answered, so that it can tell them: a POST of
 * `{ "event": "answer", "thread", "person", "at" }` and not a word of the answer. Any 2xx will do; anything else, a
 * redirect too, is tried again, five times in all and an hour at most, also after a restart.
 *
 * It is signed: `Carethread-Signature: t=<seconds since the epoch>,v1=<hex>`, where v1 is the HMAC-SHA256 of the
 * seconds, a dot and the body as it came. Whoever takes it should refuse what is older than five minutes, and may be
 * told twice.
 */
export function webhookTeller({ url, secret }: WebhookOptions, clock: () => number): Teller {
  if (secret.length < 16) throw new Error('The secret of the webhook has 16 characters or more');
  return async ({ thread, person, at }) => {
    const body = JSON.stringify({ event: 'answer', thread, person, at });
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'carethread-signature': signatureOf(body, secret, clock()) },
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the webhook answered ${response.status}`);
  };
}

function signatureOf(body: string, secret: string, now: number): string {
  const seconds = Math.floor(now / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}
