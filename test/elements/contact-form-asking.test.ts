import { expect } from '@open-wc/testing';
import { AdapterError } from '../../src/adapter/errors.js';
import { memoryAdapter } from '../../src/adapters/memory/memory-adapter.js';
import { drHaddad } from '../../src/adapters/memory/people.js';
import { alderStreetReasons } from '../../src/adapters/memory/reasons.js';
import { alderStreet, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import { askingOf, type AskedResult } from '../../src/client/asking.js';
import '../../src/define/contact-form.js';
import type { PersonId, ResultId } from '../../src/model/id.js';
import { FormOnPage } from '../support/contact-form.js';
import { expectAccessible, listenToAnnouncements } from '../support/conversation.js';
import { settled } from '../support/shown.js';

const ROSA = 'rosa-delgado' as PersonId;
const LEO = 'leo-delgado' as PersonId;
const LEE = 'grace-lee' as PersonId;

const result = (id: string, label: string, subject = ROSA, recipient: PersonId | undefined = LEE): AskedResult => ({
  id: id as ResultId,
  label,
  subject,
  recipient,
});
const CORTISOL = result('cortisol', 'Cortisol, November 9, 2026');
const MAGNESIUM = result('magnesium', 'Magnesium, November 9, 2026');

/** Somebody asks about results on the same page. */
async function ask(page: FormOnPage, ...results: readonly AskedResult[]): Promise<void> {
  for (const one of results) askingOf(page.client).add(one);
  await settled(page.element);
  await settled(page.element);
}

const listed = (page: FormOnPage): readonly string[] =>
  [...page.root.querySelectorAll('#control-references li span')].map((one) => one.textContent!.replaceAll(/[\u2068\u2069]/g, ''));
const chosen = (page: FormOnPage): string => page.root.querySelector('.rest > h3')?.textContent ?? '';
const asked = (page: FormOnPage): readonly string[] => askingOf(page.client).results.map(({ id }) => id);
const focused = (page: FormOnPage): string | undefined => page.root.activeElement?.localName;

async function send(page: FormOnPage): Promise<void> {
  const test = [...page.root.querySelectorAll('label[for]')].find((label) => label.textContent!.includes('Which test'));
  if (test) await page.write(page.control('Which test?'), 'These.');
  await page.write(page.body, 'Is this too high?');
  await page.press();
  await settled(page.element);
}

describe('<care-contact-form> asked about a result', function () {
  this.timeout(20_000);

  it('takes it: reason, person and who ordered it are filled in, its heading has the focus, and it is said', async () => {
    const page = await FormOnPage.open();
    expect(askingOf(page.client).isServed).to.equal(true);
    const { said, stop } = await listenToAnnouncements();
    await ask(page, CORTISOL);
    expect(chosen(page)).to.equal('A test result');
    expect(listed(page)).to.deep.equal(['Cortisol, November 9, 2026']);
    expect(focused(page)).to.equal('h2');
    expect(page.text).to.contain('Dr. Grace Lee, family physician, reads it first.');
    await expectAccessible(page.element);
    await ask(page, MAGNESIUM);
    expect(await page.announced('Magnesium, November 9, 2026')).to.equal(true);
    stop();
    expect(said[0]).to.equal('Your message is about Cortisol, November 9, 2026.');
    expect(listed(page).length).to.equal(2);
    await expectAccessible(page.element);
  });

  it('sends what it is about, says so, and begins the next message without it', async () => {
    const page = await FormOnPage.open();
    await ask(page, CORTISOL, MAGNESIUM);
    await send(page);
    const [message] = page.backend.messages();
    expect(message!.cards.map(({ kind, result }) => [kind, result])).to.deep.equal([['result', 'cortisol'], ['result', 'magnesium']]);
    expect(page.text).to.contain('It is about Cortisol, November 9, 2026; Magnesium, November 9, 2026.');
    await expectAccessible(page.element);
    expect(asked(page)).to.deep.equal([]);
    await page.press(page.find('button', 'Write another message'));
    await page.choose('A test result');
    expect(listed(page)).to.deep.equal([]);
  });

  it('leaves one out at a press, and keeps the focus with what is left', async () => {
    const page = await FormOnPage.open();
    await ask(page, CORTISOL, MAGNESIUM);
    const remove = () => page.root.querySelector<HTMLButtonElement>('#control-references button')!;
    expect(remove().getAttribute('aria-label')!.replaceAll(/[\u2068\u2069]/g, '')).to.equal('Remove Cortisol, November 9, 2026');
    await page.press(remove());
    expect(listed(page)).to.deep.equal(['Magnesium, November 9, 2026']);
    expect(page.root.activeElement!.id).to.equal('control-references');
    await page.press(remove());
    expect(listed(page)).to.deep.equal([]);
    expect(focused(page)).to.equal('h2');
    expect(await page.announced('Removed.')).to.equal(true);
  });

  it('asks before it leaves a message that was begun, and loses no word of it', async () => {
    for (const answer of ['Ask about this now', 'Leave it out']) {
      const page = await FormOnPage.open();
      await page.fillIn('I have three tablets.');
      await ask(page, CORTISOL);
      expect(chosen(page)).to.equal('A medicine refill');
      expect(page.text).to.contain('You have begun another message.').and.to.contain('Cortisol, November 9, 2026');
      expect(focused(page)).to.equal('h2');
      await expectAccessible(page.element);
      await page.press(page.find('button', answer));
      expect(focused(page)).to.equal('h2');
      expect(page.body.value).to.equal('I have three tablets.');
      expect(chosen(page)).to.equal(answer === 'Leave it out' ? 'A medicine refill' : 'A test result');
      expect(listed(page).length).to.equal(answer === 'Leave it out' ? 0 : 1);
      if (answer === 'Leave it out') expect(asked(page)).to.deep.equal([]);
      else await page.choose('A medicine refill');
      expect((page.control('Which medicine?') as HTMLInputElement).value).to.equal('Lisinopril 10 mg');
    }
  });

  it('F23 keeps what a begun message is about when one about somebody else is left out, and drops it only when asked now', async () => {
    for (const answer of ['Ask about this now', 'Leave it out']) {
      const page = await FormOnPage.open();
      await ask(page, CORTISOL, MAGNESIUM);
      await page.write(page.body, 'Is this too high?');
      await ask(page, result('leo-iron', 'Iron', LEO));
      expect(page.text).to.contain('You have begun another message. Iron.');
      expect(listed(page)).to.deep.equal(['Cortisol, November 9, 2026', 'Magnesium, November 9, 2026']);
      await page.press(page.find('button', answer));
      const isLeft = answer === 'Leave it out';
      expect(listed(page)).to.deep.equal(isLeft ? ['Cortisol, November 9, 2026', 'Magnesium, November 9, 2026'] : ['Iron']);
      expect(asked(page)).to.deep.equal(isLeft ? ['cortisol', 'magnesium'] : ['leo-iron']);
      expect(page.client.selection.subject).to.equal(isLeft ? ROSA : LEO);
      expect(page.body.value).to.equal('Is this too high?');
    }
  });

  it('takes again what was taken out and is asked about once more', async () => {
    const page = await FormOnPage.open();
    await ask(page, CORTISOL);
    askingOf(page.client).remove(CORTISOL.id);
    await settled(page.element);
    await page.choose('A medicine refill');
    await ask(page, CORTISOL);
    expect(chosen(page)).to.equal('A test result');
    expect(listed(page)).to.deep.equal(['Cortisol, November 9, 2026']);
  });

  it('goes to who reads for the practice where who ordered it answers no messages, and says so', async () => {
    const page = await FormOnPage.open({ scenario: { staff: [...alderStreet.staff.filter(({ id }) => id !== drHaddad.id), drHaddad] } });
    await ask(page, result('cortisol', 'Cortisol', ROSA, drHaddad.id));
    expect(page.text).to.contain('Dr. Leila Haddad does not answer messages. Your question goes to the practice.');
    expect(page.text).to.contain('June Carter, nurse, reads it first.');
    await send(page);
    expect(page.backend.messages().length).to.equal(1);
  });

  it('goes to the practice where two people ordered them', async () => {
    const page = await FormOnPage.open();
    await ask(page, CORTISOL, result('kidneys', 'Kidney function', ROSA, 'june-carter' as PersonId));
    expect(page.text).to.contain('June Carter, nurse, reads it first. It goes on to Dr. Grace Lee if needed.');
  });

  it('F23 is about nobody else: another subject, or who signs in next, has none of it', async () => {
    let reader: keyof typeof SIGN_INS = 'rosa';
    const page: FormOnPage = new FormOnPage({
      adapter: { name: 'memory', connect: (options) => memoryAdapter({ backend: page.backend, me: SIGN_INS[reader] }).connect(options) },
    });
    await page.show();
    await ask(page, CORTISOL);
    await page.choose('Leo Delgado');
    expect(listed(page)).to.deep.equal([]);
    expect(asked(page)).to.deep.equal([]);
    await ask(page, result('leo-age', 'Iron', LEO));
    expect(page.client.selection.subject).to.equal(LEO);
    expect(listed(page)).to.deep.equal(['Iron']);
    reader = 'sam';
    await page.client.renew();
    await settled(page.element);
    expect(listed(page)).to.deep.equal([]);
    expect(page.text).not.to.contain('Iron');
  });

  it('says in words what the practice does not take, and where to put it right', async () => {
    const page = await FormOnPage.open({
      before: ({ method, port }) => {
        if (port === 'contact' && method === 'send') throw new AdapterError('invalid', 'no', { field: 'references.0' });
      },
    });
    await ask(page, CORTISOL);
    await send(page);
    expect(page.text).to.contain('The practice cannot take one of these.');
    page.root.querySelector<HTMLAnchorElement>('.problems a')!.click();
    expect(page.root.activeElement!.id).to.equal('control-references');
    expect(page.body.value).to.equal('Is this too high?');
  });

  it('sends no more than ten at once', async () => {
    const page = await FormOnPage.open();
    await ask(page, ...Array.from({ length: 12 }, (_, place) => result(`r${place}`, `Result ${place}`)));
    await send(page);
    expect(page.text).to.contain('A message can be about 10 results. Remove 2');
    expect(page.backend.messages().length).to.equal(0);
  });

  it('says so where the practice takes no questions about results', async () => {
    const reasons = alderStreetReasons.map((reason) => ({ ...reason, references: [] }));
    const page = await FormOnPage.open({ scenario: { reasons } });
    await ask(page, CORTISOL);
    expect(page.text).to.contain('You cannot ask about this here. Cortisol, November 9, 2026. You can call us instead.');
    await page.press(page.find('button', 'Leave it out'));
    expect(page.text).not.to.contain('Cortisol');
  });

  it('waits with the next question while the last message is on its way', async () => {
    const page = await FormOnPage.open();
    await ask(page, CORTISOL);
    page.network.set(false);
    await send(page);
    await ask(page, MAGNESIUM);
    expect(page.text).to.contain('Your last message is still on its way.');
    page.network.set(true);
    for (let turn = 0; turn < 4; turn++) await settled(page.element);
    expect(page.backend.messages()[0]!.cards.length).to.equal(1);
    expect(listed(page)).to.deep.equal(['Magnesium, November 9, 2026']);
    expect(page.text).not.to.contain('still on its way');
  });

  it('takes what was asked about before it came, without moving the focus, and serves no more when it is gone', async () => {
    const page = new FormOnPage();
    await page.client.connect();
    askingOf(page.client).add(CORTISOL);
    await page.show();
    expect(listed(page)).to.deep.equal(['Cortisol, November 9, 2026']);
    expect(focused(page)).to.equal(undefined);
    page.element.remove();
    expect(askingOf(page.client).isServed).to.equal(false);
  });
});
