import type { ElementHandle, Page } from 'puppeteer-core';
import { arrowTo, tabTo, tabUntil } from './keyboard.js';
import { PATIENCE } from './screen.js';
import { findStop } from './stops.js';

/**
 * How somebody works with a page. One story is told once and played by mouse and by keyboard alone; both find things by
 * what they are called (`button Send`), and neither knows how they are made.
 */
export interface Hands {
  readonly page: Page;
  /** Presses a button or follows a link. */
  press(name: RegExp, within?: string): Promise<void>;
  /** Chooses one of several, or ticks a box. */
  tick(name: RegExp, within?: string): Promise<void>;
  /** Writes into a field, after what is there. */
  write(name: RegExp, text: string, within?: string): Promise<void>;
  /** Chooses from a list that opens. `option` is matched with how the stop is called then: `select …, June chosen`. */
  pick(name: RegExp, option: RegExp, within?: string): Promise<void>;
}

/** ms that one try to press something may take. */
const TRY = 2_000;

export function byMouse(page: Page): Hands {
  const find = async (name: RegExp, within?: string): Promise<ElementHandle<HTMLElement>> => {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
      const stop = await findStop(page, name, within);
      if (stop) return stop;
    }
    throw new Error(`Nothing here is called ${String(name)}`);
  };
  // Found anew after each try: a list that is drawn again meanwhile has another row of that name.
  const click = async (name: RegExp, within?: string): Promise<ElementHandle<HTMLElement>> => {
    for (const end = Date.now() + PATIENCE; ; ) {
      const stop = await find(name, within);
      // Into the middle of what can be seen: people click on the words of a choice, not on its circle.
      const label = await stop.evaluateHandle((element) => (element as HTMLInputElement).labels?.[0] ?? element);
      // Once it stands still: what loads above moves it.
      const pressed = (label as ElementHandle<HTMLElement>).asLocator().setTimeout(TRY).click();
      const isPressed = await pressed.then(
        () => true,
        (error: unknown) => {
          if (Date.now() > end) throw error;
          return false;
        },
      );
      if (isPressed) return stop;
    }
  };
  const press = async (name: RegExp, within?: string): Promise<void> => void (await click(name, within));
  return {
    page,
    press,
    tick: press,
    async write(name, text, within) {
      const field = await click(name, within);
      await page.keyboard.press('End');
      await field.type(text);
    },
    async pick(name, option, within) {
      const stop = (await find(name, within)) as unknown as ElementHandle<HTMLSelectElement>;
      const value = await stop.evaluate(
        (list, pattern) => [...list.options].find(({ text }) => new RegExp(pattern).test(text))?.value,
        option.source,
      );
      await stop.select(value ?? '');
    },
  };
}

export function byKeyboard(page: Page): Hands {
  return {
    page,
    async press(name) {
      await tabTo(page, name);
      await page.keyboard.press('Enter');
    },
    async tick(name) {
      await tabUntil(page, name, () => isIn(page, name));
      await arrowTo(page, name);
      if (!(await isTicked(page))) await page.keyboard.press('Space');
    },
    async write(name, text) {
      await tabTo(page, name);
      await page.keyboard.press('End');
      await page.keyboard.type(text);
    },
    async pick(name, option) {
      await tabTo(page, name);
      await arrowTo(page, new RegExp(`${option.source}.* chosen$`));
    },
  };
}

/** Whether the focus is on what has this name, or on another choice of its group, from which arrows lead there. */
async function isIn(page: Page, name: RegExp): Promise<boolean> {
  return page.evaluate((pattern) => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const isNamed = (one: Element): boolean => new RegExp(pattern).test(nameOfStop(one));
    if (!(element instanceof HTMLInputElement)) return false;
    if (element.type !== 'radio') return isNamed(element);
    const group = (element.getRootNode() as ParentNode).querySelectorAll<HTMLInputElement>('input[type=radio]');
    return [...group].some((one) => one.name === (element as HTMLInputElement).name && isNamed(one));
  }, name.source);
}

async function isTicked(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element instanceof HTMLInputElement && element.checked;
  });
}
