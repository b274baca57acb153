import { it } from 'node:test';
import { isAccessible } from './axe.js';
import { onDemo } from './each-demo.js';
import { byMouse } from './hands.js';
import { see } from './screen.js';
import { visit } from './visitor.js';

const PATIENCE = { timeout: 300_000 };

onDemo('What happens less often, light and dark, small and wide', (stage) => {
  it('A01 A07 has no fault that axe knows while a mother asks', PATIENCE, async () => {
    const { page } = await visit(stage.browser, `${stage.demo.siteUrl}/`, 'rosa-delgado');
    const rosa = byMouse(page);
    await rosa.tick(/^input A medical question/, 'care-contact-form');
    await rosa.tick(/^input Leo Delgado/, 'care-contact-form');
    await rosa.tick(/^input Phone call/, 'care-contact-form');
    await see(page, /Number to call.*Good times to call/, 'care-contact-form');
    await isAccessible(page, 'the form that asks for a number and times');
    await rosa.tick(/^input Yes/, 'care-contact-form');
    await see(page, /This needs help now\./, 'care-contact-form');
    await isAccessible(page, 'the form after a sign of danger');

    await rosa.press(/^button Medicine refill/, 'care-inbox');
    await see(page, /Which pharmacy\?/, 'care-inbox');
    await isAccessible(page, 'a detail that is asked for');
    await rosa.press(/^button Send the answer/, 'care-inbox');
    await see(page, /things to look at/, 'care-inbox');
    await isAccessible(page, 'a detail with things to look at');

    await rosa.press(/^button Visit: a new one/, 'care-inbox');
    await rosa.write(/^textarea Reply to/, 'On a Monday?', 'care-inbox');
    await rosa.tick(/^input Leo Delgado/, 'care-contact-form');
    await rosa.press(/^button Send$/, 'care-inbox');
    await see(page, /This is about Maya Delgado\./, 'care-inbox');
    await isAccessible(page, 'the question whom it is about');
    await rosa.press(/^button Do not send/, 'care-inbox');

    await rosa.press(/^button Form or referral/, 'care-inbox');
    await rosa.press(/^button Continue this conversation/, 'care-inbox');
    await isAccessible(page, 'a closed thread that is gone on from');
    await rosa.press(/^button Bill/, 'care-inbox');
    await see(page, /This has become long/, 'care-inbox');
    await rosa.press(/^summary Print or download/, 'care-inbox');
    await isAccessible(page, 'a long thread with its ways on');

    await rosa.press(/^(button|summary) Filter/, 'care-inbox');
    await rosa.write(/^input Search messages/, 'zzzz', 'care-inbox');
    await see(page, /Nothing found\./, 'care-inbox');
    await isAccessible(page, 'a search that finds nothing');
  });

  it('A01 A07 has no fault that axe knows at the desk and while messages are paused', PATIENCE, async () => {
    const { siteUrl } = stage.demo;
    const { page } = await visit(stage.browser, `${siteUrl}/staff.html`);
    const ana = byMouse(page);
    await ana.press(/^button Leo Delgado .*Medicine refill/, '.boxes');
    await see(page, /Which pharmacy\?/, 'care-thread');
    for (const [opens, words] of [
      [/^button Log a call/, /How did the call go/],
      [/^button Ask for a detail/, /What do you need to know/],
      [/^button Link a thread/, /Link to/],
      [/^button Change what you wrote/, /Your last message/],
      [/^button Close$/, /How did it end/],
    ] as const) {
      await ana.press(opens);
      await see(page, words, '.acts');
      await isAccessible(page, `the desk where it says ${words.source}`);
      await ana.press(/^button Cancel/, '.acts');
    }
    await ana.press(/^button Pause messages/);
    await isAccessible(page, 'the desk before a pause');
    await ana.press(/^button Pause messages/);
    await see(page, /Messages are paused/);
    await isAccessible(page, 'the desk in a pause');

    const { page: paused } = await visit(stage.browser, `${siteUrl}/`);
    await byMouse(paused).press(/^button Medical question/, 'care-inbox');
    await see(paused, /We take no messages right now\./, 'care-inbox');
    await isAccessible(paused, 'the page in a pause');
    await ana.press(/^button Take messages again/);
  });

  it('A01 A07 has no fault that axe knows where there is no form, and no account', PATIENCE, async () => {
    const { page } = await visit(stage.browser, `${stage.demo.siteUrl}/`, 'rosa-delgado');
    await page.goto(new URL('dr-haddad.html', page.url()).href);
    await see(page, /does not answer messages\./);
    await isAccessible(page, 'the page of a doctor who answers by phone');
    for (const name of ['guest.html', 'guest.html#problem', 'guest-code.html', 'answer.html', 'answer.html#used', 'sent.html']) {
      await page.goto(new URL(name, page.url()).href);
      await isAccessible(page, name);
    }
  });
});
