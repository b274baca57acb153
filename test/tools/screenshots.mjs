// `node test/tools/screenshots.mjs FOLDER`: pictures of the built demo at three widths, light and dark, to look at.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';

const folder = process.argv[2];
if (!folder) throw new Error('Say which folder the pictures go to.');
mkdirSync(folder, { recursive: true });

const { startDemo } = await tsImport('../../demo/start-demo.ts', import.meta.url);
const { openBrowser, visit } = await tsImport('../journeys/visitor.ts', import.meta.url);

const demo = await startDemo({ database: { file: ':memory:' } });
const browser = await openBrowser();
const staff = 'staff.html';
for (const [name, address, person] of [['index', ''], ['signed-out', '', ''], ['staff', staff], ['staff-open', staff, 'june-carter']]) {
  const { page, heard } = await visit(browser, `${demo.siteUrl}/${address}`, person);
  await page.waitForSelector(name.startsWith('staff') ? '.row' : '.embed');
  if (name === 'staff-open') await page.click('.row');
  if (name === 'index') {
    await page.locator('care-contact-form >>> .choice:nth-child(2) input').click();
    await page.locator('care-inbox >>> [part~=thread]').click();
  }
  for (const width of [320, 768, 1280]) {
    for (const scheme of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.setViewport({ width, height: 900 });
      // Rows out of sight are drawn when they come into it.
      await page.setViewport({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await page.screenshot({ path: join(folder, `${name}-${width}-${scheme}.png`), fullPage: true });
    }
  }
  for (const line of [...heard.logs, ...heard.errors]) console.log(name, line);
}
await browser.close();
await demo.close();
process.exit();
