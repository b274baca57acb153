import { it } from 'node:test';
import { isAccessible } from './axe.js';
import { onDemo } from './each-demo.js';
import { click, see, write } from './screen.js';
import { visit } from './visitor.js';

const PATIENCE = { timeout: 240_000 };

onDemo('Both pages, light and dark, small and wide', (stage) => {
  it('A01 A07 have no fault that axe knows while a patient asks', PATIENCE, async () => {
    const { page } = await visit(stage.browser, `${stage.demo.siteUrl}/`);
    await see(page, /Something else.*Medical question/);
    await isAccessible(page, 'the page as it opens');
    await click(page, 'A medicine refill', 'care-contact-form');
    await see(page, /Who will read this/);
    await click(page, 'Send message', 'care-contact-form');
    await see(page, /things to look at/);
    await isAccessible(page, 'the form with things to look at');
    await click(page, 'Lisinopril 10 mg', 'care-contact-form');
    await click(page, 'None', 'care-contact-form');
    await write(page, 'care-contact-form >>> textarea', 'a'.repeat(751));
    await see(page, /1 character over 750/);
    await isAccessible(page, 'the form with a text that is too long');
    await page.keyboard.press('Backspace');
    await click(page, 'Send message', 'care-contact-form');
    await see(page, /Your message is sent\./);
    await isAccessible(page, 'the form after sending');
    await click(page, 'Medical question', 'care-inbox');
    await see(page, /Reply to Dr\. Grace Lee/);
    await isAccessible(page, 'the inbox with a thread open');
  });

  it('A01 A07 have no fault that axe knows while the practice answers', PATIENCE, async () => {
    const { page } = await visit(stage.browser, `${stage.demo.siteUrl}/staff.html`);
    await see(page, /Maya Delgado/);
    await isAccessible(page, 'the desk as it opens');
    await click(page, 'Maya Delgado', '.box');
    await see(page, /Take this/);
    await isAccessible(page, 'the desk with a thread that waits');
    await click(page, 'Take this', '.acts');
    await see(page, /You have this now\./, '.outcome');
    await isAccessible(page, 'the desk with a thread of its reader');
    await click(page, 'Pass to a colleague', '.acts');
    await see(page, /Why\?/);
    await isAccessible(page, 'the desk with a thread that is passed on');
  });

  it('A01 A07 have no fault that axe knows while nobody is signed in', PATIENCE, async () => {
    const { page } = await visit(stage.browser, `${stage.demo.siteUrl}/`, '');
    await see(page, /Sign in to write to us\./);
    await isAccessible(page, 'the page, signed out');
    await page.goto(new URL('staff.html', page.url()).href);
    await see(page, /You are signed out\./);
    await isAccessible(page, 'the desk, signed out');
    await page.goto(new URL('sign-in.html', page.url()).href);
    await see(page, /Sam Okafor/);
    await isAccessible(page, 'the page to sign in on');
  });
});
