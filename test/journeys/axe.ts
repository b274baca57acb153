import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

/** How the same page is looked at: on a small phone and at a desk, by day and by night. */
const LOOKS = [
  { width: 320, scheme: 'light' },
  { width: 320, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
] as const;

/** Every rule of axe holds in every look, and nothing makes a small screen scroll sideways. */
export async function isAccessible(page: Page, what: string): Promise<void> {
  for (const { width, scheme } of LOOKS) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await page.setViewport({ width, height: 1000 });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const look = `${what}, ${scheme}, ${width} px`;
    assert.deepEqual(await violations(page), [], look);
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(widest <= width, `${look}: ${widest} px wide`);
  }
}

async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // A colour on its way to another is neither: what began before motion was reduced goes on.
    const endTransitions = (root: Document | ShadowRoot): void => {
      for (const animation of root.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) endTransitions(shadowRoot);
    };
    endTransitions(document);
    const { violations: found } = await (globalThis as unknown as { axe: typeof axe }).axe.run({
      // A13 who speaks to a page says what they read. An experiment of axe's, and off unless it is asked for.
      rules: { 'label-content-name-mismatch': { enabled: true } },
    });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ''}`),
    );
  });
}
