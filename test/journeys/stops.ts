import type { ElementHandle, Page } from 'puppeteer-core';

// A stop is what the focus can be on. People find it by its kind and its name: `button Send message`.

declare global {
  /** What a stop is called. Put into every page by {@link nameStops}. */
  function nameOfStop(element: Element): string;
  /** The stops of a page, in order, through every shadow root. */
  function stopsIn(root: ParentNode | Element): HTMLElement[];
}

/** Teaches a page to name its stops. Before it loads. */
export async function nameStops(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(`globalThis.nameOfStop = ${nameOf.toString()}; globalThis.stopsIn = ${stopsOf.toString()};`);
}

/** The first stop on a page with this name that can be seen, or none. */
export async function findStop(page: Page, name: RegExp, within = 'body'): Promise<ElementHandle<HTMLElement> | undefined> {
  const found = await page.evaluateHandle(
    (pattern, selector) => {
      const roots = [...document.querySelectorAll(selector)];
      const stops = roots.flatMap((root) => stopsIn(root));
      return stops.find((stop) => new RegExp(pattern).test(nameOfStop(stop)));
    },
    name.source,
    within,
  );
  return (found.asElement() as ElementHandle<HTMLElement> | null) ?? undefined;
}

/** What has the focus: its kind, its name, and for a list what is chosen in it. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return !element || element === document.body ? 'nothing' : nameOfStop(element);
  });
}

function nameOf(element: Element): string {
  const { labels } = element as HTMLInputElement;
  // A label may hold what it names, and a list all that can be chosen.
  const wordsOf = (label: HTMLElement): string =>
    [...label.childNodes].map((node) => (node.contains(element) || node instanceof Comment ? '' : node.textContent)).join(' ');
  const named = labels?.length ? [...labels].map(wordsOf).join(' ') : element.textContent;
  const chosen = element instanceof HTMLSelectElement ? `, ${element.selectedOptions[0]?.text ?? ''} chosen` : '';
  const name = element.getAttribute('aria-label') ?? named;
  return `${element.localName} ${name}${chosen}`
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function stopsOf(root: ParentNode | Element): HTMLElement[] {
  const stops: HTMLElement[] = [];
  const look = (node: Element): void => {
    const isStop = node.matches('a[href], button, input, select, textarea, summary');
    if (isStop && node.checkVisibility({ visibilityProperty: true })) stops.push(node as HTMLElement);
    for (const child of [...(node.shadowRoot?.children ?? []), ...node.children]) look(child);
  };
  look(root as Element);
  return stops;
}
