/** How soon a second announcement may follow, in milliseconds: screen readers drop what comes faster. */
const PAUSE = 1_000;

interface Regions {
  readonly host: HTMLElement;
  readonly polite: HTMLElement;
  readonly assertive: HTMLElement;
}

let regions: Regions | undefined;
const queue: { text: string; urgent: boolean }[] = [];
let speaking = false;

/**
 * Says something to people who listen instead of look. One pair of live regions serves the document; they lie in a
 * shadow root, where a page's scripts do not come across what they say, and in the open dialog while there is one,
 * since the rest of the page is then silent.
 */
export function announce(text: string, { urgent = false } = {}): void {
  if (!text) return;
  place();
  queue.push({ text, urgent });
  if (!speaking) speak();
}

function speak(): void {
  const next = queue.shift();
  speaking = next !== undefined;
  if (!next) return;
  const { polite, assertive } = place();
  const region = next.urgent ? assertive : polite;
  // Emptied first: the same words said twice would otherwise be no change, and silent.
  region.textContent = '';
  setTimeout(() => {
    region.textContent = next.text;
    setTimeout(speak, PAUSE);
  }, 50);
}

function place(): Regions {
  regions ??= make();
  const dialogs = document.querySelectorAll('dialog:modal');
  const home = dialogs[dialogs.length - 1] ?? document.body;
  if (regions.host.parentNode !== home) home.append(regions.host);
  return regions;
}

function make(): Regions {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const region = (role: string, live: string) => {
    const element = document.createElement('div');
    element.setAttribute('role', role);
    element.setAttribute('aria-live', live);
    root.append(element);
    return element;
  };
  for (const [name, value] of [['position', 'absolute'], ['inline-size', '1px'], ['block-size', '1px'], ['overflow', 'hidden'], ['clip-path', 'inset(50%)']] as const) {
    host.style.setProperty(name, value, 'important');
  }
  return { host, polite: region('status', 'polite'), assertive: region('alert', 'assertive') };
}
