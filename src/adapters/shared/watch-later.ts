import type { ChangesPort } from '../../adapter/ports/changes.js';

type Watch = NonNullable<ChangesPort['watch']>;

/** A watch that is not there yet. One that does not come is no more than no hints: nothing waits for it. */
export function watchLater(load: () => Promise<Watch>): Watch {
  return (sink) => {
    let stop = (): void => {};
    let isOver = false;
    load().then(
      (watch) => {
        if (!isOver) stop = watch(sink);
      },
      () => {},
    );
    return () => {
      isOver = true;
      stop();
    };
  };
}
