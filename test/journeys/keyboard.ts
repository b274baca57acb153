import type { Page } from 'puppeteer-core';

/** More stops than any of the pages has. */
const STOPS = 80;

/** Presses Tab until the focus is on what has this name, as somebody would who looks for it. */
export async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < STOPS; stop++) {
    if (key === 'Shift+Tab') await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (key === 'Shift+Tab') await page.keyboard.up('Shift');
    const found = await focused(page);
    if (name.test(found)) return;
    passed.push(found);
  }
  throw new Error(`Tab never came to ${String(name)}. It passed: ${passed.join(' | ')}`);
}

/** Goes through a group or list with the arrows until this is chosen. */
export async function arrowTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < STOPS; stop++) {
    const found = await focused(page);
    if (name.test(found)) return;
    passed.push(found);
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrows never came to ${String(name)}. They passed: ${passed.join(' | ')}`);
}

/** What has the focus: its kind, its name, and for a list what is chosen in it. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return 'nothing';
    const { labels } = element as HTMLInputElement;
    const named = labels?.length ? [...labels].map((label) => label.textContent).join(' ') : element.textContent;
    const chosen = element instanceof HTMLSelectElement ? `, ${element.selectedOptions[0]?.text ?? ''} chosen` : '';
    const name = element.getAttribute('aria-label') ?? named ?? '';
    return `${element.localName} ${name}${chosen}`.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();
  });
}
