import type { Clock } from '../client/surroundings.js';

/** How long a page may take to prepare an act, in milliseconds. */
const PATIENCE = 30_000;

/** Ends the time for `waitUntil()`, and returns what the page gave it. */
let end: (event: ActEvent) => readonly Promise<unknown>[];

/**
 * Fired before an element acts. The page can prevent it, or prepare a step with `waitUntil(promise)`: the act follows
 * when all promises have settled, and does not when one rejects.
 */
export class ActEvent extends Event {
  readonly #promises: Promise<unknown>[] = [];
  #dispatching = true;

  static {
    end = (event) => {
      event.#dispatching = false;
      return event.#promises;
    };
  }

  constructor(type: string) {
    super(type, { bubbles: true, composed: true, cancelable: true });
  }

  /** Makes the element wait. To be called while the event is dispatched. */
  waitUntil(promise: Promise<unknown>): void {
    if (!this.#dispatching) throw new DOMException('waitUntil() was called after the event', 'InvalidStateError');
    this.#promises.push(promise);
  }
}

/** Dispatches an act's event and says whether the act may follow. For elements: a page only hears the event. */
export async function mayAct(target: EventTarget, event: ActEvent, clock: Clock): Promise<boolean> {
  const wanted = target.dispatchEvent(event);
  const promises = end(event);
  if (!wanted) return false;
  if (promises.length === 0) return true;
  let callOff = () => {};
  const impatience = new Promise<boolean>((resolve) => {
    callOff = clock.after(PATIENCE, () => resolve(false));
  });
  const prepared = Promise.all(promises).then(
    () => true,
    () => false,
  );
  const may = await Promise.race([prepared, impatience]);
  callOff();
  return may;
}
