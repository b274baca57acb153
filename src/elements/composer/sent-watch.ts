import type { OutboxItem, SendState } from '../../client/outbox-item.js';
import type { SendKey } from '../../model/id.js';

type Status = SendState['status'];

/** Follows replies on their way, and tells each change of their state once. */
export class SentWatch {
  readonly #statuses = new Map<SendKey, Status>();

  add(key: SendKey): void {
    this.#statuses.set(key, 'queued');
  }

  /** What has changed since it was last asked. What is over, or was taken out to be changed, is not followed on. */
  changes(itemOf: (key: SendKey) => OutboxItem | undefined): readonly OutboxItem[] {
    const changed: OutboxItem[] = [];
    for (const [key, before] of this.#statuses) {
      const item = itemOf(key);
      const status = item?.state.status;
      if (!item || status === 'sent') this.#statuses.delete(key);
      else this.#statuses.set(key, item.state.status);
      if (item && status !== before) changed.push(item);
    }
    return changed;
  }
}
