import type { ElementHandle, Page } from 'puppeteer-core';

/** How long anything may take to be seen, in milliseconds. Generous: two processors may have much else to do. */
export const PATIENCE = 20_000;

/** All that stands on a page, through every shadow root, without the marks that keep names apart. */
export async function screenText(page: Page, within = 'body'): Promise<string> {
  const text = await page.evaluate((selector) => {
    const read = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
      if (!(node instanceof Element || node instanceof ShadowRoot)) return '';
      if (node instanceof Element && !node.checkVisibility({ visibilityProperty: true })) {
        if (getComputedStyle(node).display !== 'contents') return '';
      }
      if (node instanceof HTMLSlotElement) {
        const assigned = node.assignedNodes();
        return (assigned.length > 0 ? assigned : [...node.childNodes]).map(read).join('');
      }
      const children = node instanceof Element && node.shadowRoot ? [node.shadowRoot] : [...node.childNodes];
      return `${children.map(read).join('')} `;
    };
    return [...document.querySelectorAll(selector)].map(read).join(' ');
  }, within);
  return text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').replace(/ ([.,])/g, '$1');
}

/** Waits until something can be read on a page, for so many milliseconds at most. */
export async function see(page: Page, words: RegExp, within?: string, patience = PATIENCE): Promise<void> {
  const end = Date.now() + patience;
  let text = '';
  while (Date.now() < end) {
    // On the way from one page to the next there is none to read.
    text = await screenText(page, within).catch((error: unknown) => {
      if (/context was destroyed/.test(String(error))) return '';
      throw error;
    });
    if (words.test(text)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${String(words)} is not to be seen. There is: ${text}`);
}

/** Clicks on words somebody sees. `within` must name what is in an element's slot: the search goes past slots. */
export async function click(page: Page, words: string, within = ''): Promise<void> {
  await page.locator(`${within ? `${within} >>> ` : ''}::-p-text(${words})`).setTimeout(PATIENCE).click();
}

/** Writes into a field. */
export async function write(page: Page, selector: string, text: string): Promise<void> {
  const field = (await page.waitForSelector(selector, { visible: true })) as ElementHandle<HTMLElement>;
  await field.click();
  await field.type(text);
}
