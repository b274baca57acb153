/** Something for somebody outside: a code, or a link to an answer. Never a word of what was written. */
export interface Delivery {
  /** A number or an email address. */
  readonly to: string;
  readonly kind: 'code' | 'link';
  readonly text: string;
}

/** Hands it to whatever sends messages. */
export type Deliver = (delivery: Delivery) => Promise<void>;

/** What the demo would have sent, newest first, so that it can be shown. It sends nothing. */
export interface Outbox {
  readonly deliver: Deliver;
  readonly items: readonly Delivery[];
}

const MOST = 50;

/** An outbox that only remembers. */
export function demoOutbox(): Outbox {
  const items: Delivery[] = [];
  return {
    items,
    async deliver(delivery) {
      items.unshift(delivery);
      items.length = Math.min(items.length, MOST);
    },
  };
}
