import { it } from 'node:test';
import { onDemo } from './each-demo.js';
import { click, see } from './screen.js';
import { visit } from './visitor.js';

onDemo('Somebody signs in', (stage) => {
  it('in a second window, and the first one goes on by itself', { timeout: 60_000 }, async () => {
    const { page, context } = await visit(stage.browser, `${stage.demo.siteUrl}/`, '');
    await see(page, /Sign in to write to us\./);
    const opened = context.waitForTarget((target) => target.url().endsWith('sign-in.html'));
    await page.locator('care-inbox >>> button').click();
    const second = (await (await opened).page())!;
    await second.bringToFront();
    await click(second, 'Rosa Delgado');
    await second.waitForSelector('#done:target', { visible: true });
    await see(page, /A medicine refill/, 'care-contact-form');
    await see(page, /About Leo Delgado/, 'care-inbox');
  });
});
