import type { Page } from 'puppeteer-core';
import { focused } from './stops.js';

/** More stops than any of the pages has. */
const STOPS = 160;

/** Presses Tab until the focus is on what has this name, as somebody would who looks for it. */
export async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabUntil(page, name, async () => name.test(await focused(page)), key);
}

/** Presses Tab until something holds of where the focus is. `name` is what is looked for, for the one who debugs. */
export async function tabUntil(
  page: Page,
  name: RegExp,
  isThere: () => Promise<boolean>,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < STOPS; stop++) {
    if (key === 'Shift+Tab') await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (key === 'Shift+Tab') await page.keyboard.up('Shift');
    if (await isThere()) return;
    passed.push(await focused(page));
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
