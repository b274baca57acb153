import * as z from 'zod/mini';

const Sent = z.object({ to: z.string(), text: z.string() });

/** A message or an email to somebody without an account. The demo sends none: it shows them. */
export type Sent = z.infer<typeof Sent>;

const Outbox = z.object({ items: z.array(Sent) });

/** What would have been sent, newest first. Nothing while the API is away, or shows it to nobody. */
export async function listSent(apiUrl: string): Promise<readonly Sent[]> {
  try {
    const response = await fetch(`${apiUrl}/demo/outbox`);
    return Outbox.parse(await response.json()).items;
  } catch {
    return [];
  }
}
