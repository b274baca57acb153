import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onEachDemo } from './each-demo.js';
import { click, see, write } from './screen.js';
import { visit, type Visitor } from './visitor.js';

// Words found nowhere else: wherever one of them turns up, somebody's message has leaked to there.
const ASKED = 'zebrafinch tablets';
const WHY = 'Quillback must sign';
const ANSWERED = 'Marzipane is ready';
const REPLIED = 'Thank you, wombatly';
const CANARIES = /zebrafinch|quillback|marzipane|wombatly/i;

onEachDemo('A patient asks for a refill and is answered', (stage) => {
  it('S07 S08 is seen live by everyone, by name and role, and leaks nowhere', { timeout: 180_000 }, async () => {
    const { siteUrl, apiUrl } = stage.demo;
    const sam = await visit(stage.browser, `${siteUrl}/`);
    const ana = await visit(stage.browser, `${siteUrl}/staff.html`);
    const lee = await visit(stage.browser, `${siteUrl}/staff.html`, 'grace-lee');
    await see(ana.page, /Maya Delgado/);
    const visitors = [sam, ana, lee];
    const opened = await Promise.all(visitors.map(openedAt));

    await click(sam.page, 'A medicine refill', 'care-contact-form');
    await see(sam.page, /Ana Morales, front desk, reads it first.*Dr\. Grace Lee if needed.*You will hear back by/);
    await click(sam.page, 'Lisinopril 10 mg', 'care-contact-form');
    await click(sam.page, '1 to 3', 'care-contact-form');
    await write(sam.page, 'care-contact-form >>> textarea', `I have three ${ASKED}.`);
    await click(sam.page, 'Send message', 'care-contact-form');
    await see(sam.page, /Your message is sent\./);
    await click(sam.page, 'Medicine refill: Lisinopril', 'care-inbox');
    await see(sam.page, new RegExp(`You .*${ASKED}`), 'care-inbox');

    // Ana's page was open all the time.
    await see(ana.page, /Waiting 2 .*Sam Okafor/, '.boxes');
    await click(ana.page, 'Sam Okafor', '.box');
    await see(ana.page, new RegExp(ASKED), 'care-thread');
    await click(ana.page, 'Take this', '.acts');
    await see(ana.page, /You have this now\./, '.outcome');
    await see(sam.page, /Ana Morales has this now\./, 'care-inbox');
    await click(ana.page, 'Pass to a colleague', '.acts');
    await ana.page.locator('.act select').fill('grace-lee');
    await write(ana.page, '.act input', WHY);
    await click(ana.page, 'Pass on', '.act');
    await see(ana.page, /Passed to Dr\. Grace Lee\./, '.outcome');
    await see(sam.page, new RegExp(`Ana Morales, front desk, passed this to Dr\\. Grace Lee\\. Reason: ${WHY}`), 'care-inbox');

    await see(lee.page, /With you 2 .*Sam Okafor .*Medicine refill: Lisinopril/, '.boxes');
    await click(lee.page, 'Medicine refill: Lisinopril', '.box');
    await see(lee.page, new RegExp(`Reason: ${WHY}`), 'care-thread');
    await write(lee.page, 'care-composer >>> textarea', ANSWERED);
    await click(lee.page, 'Send', 'care-composer');

    await see(sam.page, new RegExp(`Dr\\. Grace Lee Family physician, Alder Street Family Practice\\..*${ANSWERED}`, 'i'), 'care-inbox');
    await see(sam.page, /You have this now\./, 'care-inbox');
    await write(sam.page, 'care-inbox >>> care-composer >>> textarea', REPLIED);
    await click(sam.page, 'Send', 'care-inbox >>> care-composer');
    await see(lee.page, new RegExp(`Sam Okafor .*${REPLIED}`), 'care-thread');
    await see(ana.page, /With colleagues \d+ .*Sam Okafor/, '.boxes');

    // What is searched for is somebody's words as well.
    await write(sam.page, 'care-inbox >>> input[type=search]', 'WOMBATLY');
    await see(sam.page, /1 message found/, 'care-inbox');
    await see(sam.page, /Medicine refill/, 'care-inbox');

    assert.deepEqual(await Promise.all(visitors.map(openedAt)), opened, 'nobody had to reload');
    for (const visitor of visitors) await leaksNothing(visitor, [siteUrl, apiUrl]);
  });

  it('tells the slower of two colleagues who took it', { timeout: 120_000 }, async () => {
    const { siteUrl } = stage.demo;
    const [ana, june] = await Promise.all([
      visit(stage.browser, `${siteUrl}/staff.html`),
      visit(stage.browser, `${siteUrl}/staff.html`, 'june-carter'),
    ]);
    for (const { page } of [ana, june]) {
      await click(page, 'Maya Delgado', '.box');
      await see(page, /Take this/);
    }
    // What June sees is old by the time she presses.
    await june.page.setOfflineMode(true);
    await click(ana.page, 'Take this', '.acts');
    await see(ana.page, /You have this now\./, '.outcome');
    await june.page.setOfflineMode(false);
    const hasPressed = await june.page.evaluate(() => {
      const button = [...document.querySelectorAll('button')].find((one) => one.textContent === 'Take this');
      button?.click();
      return button !== undefined;
    });
    // Her press may meet the network before it is back, and her page may know before she presses.
    if (hasPressed) await see(june.page, /Ana Morales took this a moment ago\./, '.acts');
    await see(june.page, /^(?!.*Take this)/, '.acts');
    await see(june.page, /Ana Morales has this now\./, 'care-thread');
  });
});

const openedAt = ({ page }: Visitor): Promise<number> => page.evaluate(() => performance.timeOrigin);

async function leaksNothing({ page, heard }: Visitor, origins: readonly string[]): Promise<void> {
  const strangers = heard.requests.map((line) => line.split(' ')[1]!).filter((url) => !origins.includes(new URL(url).origin));
  assert.deepEqual(strangers.filter((url) => !url.startsWith('data:')), [], 'every request goes to the page or to the API');
  assert.deepEqual(heard.errors, []);
  const places = await page.evaluate(() => ({
    title: document.title,
    history: JSON.stringify(history.state),
    address: location.href,
    stores: JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
    name: window.name,
    timing: performance.getEntries().map((entry) => entry.name),
    html: document.documentElement.outerHTML,
  }));
  assert.doesNotMatch(JSON.stringify([places, heard.requests, heard.logs]), CANARIES);
}
