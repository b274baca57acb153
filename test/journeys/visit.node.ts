import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onDemo } from './each-demo.js';
import { byMouse } from './hands.js';
import { see } from './screen.js';
import { findStop } from './stops.js';
import { visit } from './visitor.js';

const LONG = 'My knee hurts when I climb stairs. '.repeat(22);

onDemo('A message that is too long', (stage) => {
  it('becomes the reason of a visit, word for word, and stays where it was', { timeout: 60_000 }, async () => {
    const { page, heard } = await visit(stage.browser, `${stage.demo.siteUrl}/`);
    const sam = byMouse(page);
    await sam.tick(/^input Something else/, 'care-contact-form');
    await sam.write(/^textarea How can we help/, LONG, 'care-contact-form');
    await see(page, /20 characters over 750/, 'care-contact-form');
    await sam.press(/^button Book a visit about this/, 'care-contact-form');
    await see(page, /What you wrote is here\. It is not sent yet\./, '#visit');
    assert.equal(await page.$eval('textarea#visit-reason', ({ value }) => value), LONG.trim());
    const field = await findStop(page, /^textarea How can we help/, 'care-contact-form');
    assert.equal(await field!.evaluate((area) => (area as HTMLTextAreaElement).value), LONG);
    assert.doesNotMatch(JSON.stringify([page.url(), heard]), /knee/);
    await sam.press(/^button See free times/);
    await see(page, /This demo ends here/, '#visit');
  });
});
