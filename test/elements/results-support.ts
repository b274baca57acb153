import type { Adapter } from '../../src/adapter/adapter.js';
import { memoryAdapter, memoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import { handClock } from '../support/clock.js';

/** Sam's results, the first of which has come apart. */
export function adapterWithBadRow(): Adapter {
  const memory = memoryAdapter({ backend: memoryBackend(alderStreet, { now: handClock().now }), me: SIGN_INS.sam });
  return {
    name: 'drifted',
    connect: async (options) => {
      const connection = await memory.connect(options);
      const port = connection.results!;
      return {
        ...connection,
        results: {
          ...port,
          async listResults(query, call) {
            const page = await port.listResults(query, call);
            return { ...page, items: page.items.map((item, place) => (place === 0 ? ({ id: 7 } as never) : item)) };
          },
        },
      };
    },
  };
}

/** What is handed to the browser to save while something is done. */
export async function downloads(act: () => Promise<void>): Promise<{ readonly name: string; readonly blob: Blob }[]> {
  const files: { name: string; blob: Blob }[] = [];
  const blobs = new Map<string, Blob>();
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob: Blob) => {
    const url = createObjectURL.call(URL, blob);
    blobs.set(url, blob);
    return url;
  };
  const onClick = (event: MouseEvent): void => {
    const link = event.target as HTMLAnchorElement;
    event.preventDefault();
    files.push({ name: link.download, blob: blobs.get(link.href)! });
  };
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    this.addEventListener('click', onClick);
    click.call(this);
  };
  try {
    await act();
  } finally {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  }
  return files;
}
