// `node test/tools/screenshots.mjs FOLDER [WORDS…]`: pictures of the built demo to look at, at three widths, light and
// dark, and once each in forced colours and right to left. WORDS choose among them by name.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { scenesFor } from './scenes.mjs';

const [folder, ...chosen] = process.argv.slice(2);
if (!folder) throw new Error('Say which folder the pictures go to.');
mkdirSync(folder, { recursive: true });

const { startDemo } = await tsImport('../../demo/start-demo.ts', import.meta.url);
const { openBrowser, visit } = await tsImport('../journeys/visitor.ts', import.meta.url);
const { byMouse } = await tsImport('../journeys/hands.ts', import.meta.url);
const { see } = await tsImport('../journeys/screen.ts', import.meta.url);

const LOOKS = [
  ...[320, 768, 1280].flatMap((width) => ['light', 'dark'].map((scheme) => ({ name: scheme, width, scheme }))),
  { name: 'forced', width: 768, scheme: 'light', forced: true },
  { name: 'rtl', width: 1280, scheme: 'light', dir: 'rtl' },
];

const browser = await openBrowser();
for (const { name, page: address, person, act } of scenesFor({ byMouse, see, visit })) {
  if (chosen.length > 0 && !chosen.some((word) => name.includes(word))) continue;
  // Each has a practice of its own, so that none sees what another one did.
  const demo = await startDemo({ database: { file: ':memory:' } });
  const { page, context, heard } = await visit(browser, `${demo.siteUrl}/${address}`, person);
  await act?.(page, demo);
  for (const look of LOOKS) {
    await show(page, look);
    await page.screenshot({ path: join(folder, `${name}-${look.width}-${look.name}.png`) });
  }
  for (const line of [...heard.logs, ...heard.errors]) console.log(name, line);
  await context.close();
  await demo.close();
}
await browser.close();
process.exit();

/** A screen as high as the page, since what lies below a screen is not always drawn. */
async function show(page, { width, scheme, forced, dir = 'ltr' }) {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'forced-colors', value: forced ? 'active' : 'none' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
  await page.evaluate((to) => (document.documentElement.dir = to), dir);
  await page.setViewport({ width, height: 900 });
  await page.setViewport({ width, height: await page.evaluate(() => Math.min(document.documentElement.scrollHeight, 8000)) });
  await new Promise((resolve) => setTimeout(resolve, 700));
}
