import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { AdapterError } from '../../src/adapter/errors.js';
import { alderStreet } from '../../src/adapters/memory/scenarios.js';
import { askingOf } from '../../src/client/asking.js';
import type { ResultAskEvent } from '../../src/controllers/result-events.js';
import { button, everything, expectAccessible, find, listenToAnnouncements, shown } from '../support/conversation.js';
import { parts } from '../support/shown.js';
import { downloads } from './results-support.js';
import { card, failsOnce, fill, openReport, says, until } from './result-card-support.js';

describe('asking about a result', function () {
  this.timeout(15_000);

  it('is offered where a form takes it, hands over who ordered it, and can be taken back without losing the focus', async () => {
    const { element, client } = await card('alt-2026-11-18');
    expect(says(element)).not.to.contain('Ask Dr. Grace Lee');
    const stop = askingOf(client).serve(() => {});
    await shown();
    const heard = await listenToAnnouncements();
    let told: ResultAskEvent | undefined;
    element.addEventListener('care-result-ask', (event) => (told = event));
    const ask = button(element, 'Ask Dr. Grace Lee about this');
    ask.focus();
    ask.click();
    await shown();
    expect(JSON.stringify([told!.resultId, told!.subjectId, told!.recipientId])).to.contain('alt-2026-11-18');
    expect(askingOf(client).results.map(({ label }) => label)).to.deep.equal(['Liver test (ALT), November 18, 2026']);
    // Whether the message takes it is the form's to say: it may hold another one.
    expect(says(element)).to.contain('The message form has this result now.').and.not.to.contain('Added');
    expect(element.shadowRoot!.activeElement).to.equal(ask);
    await aTimeout(300);
    heard.stop();
    expect(heard.said).to.deep.equal([]);
    ask.click();
    await shown();
    expect(askingOf(client).results.length).to.equal(0);
    stop();
  });

  it('is left to the page that cancels it', async () => {
    const { element, client } = await card('alt-2026-11-18');
    askingOf(client).serve(() => {});
    await shown();
    element.addEventListener('care-result-ask', (event) => event.preventDefault());
    button(element, 'Ask').click();
    expect(askingOf(client).results.length).to.equal(0);
  });

  it('leads to the page for it where no form is here, and never to what runs script', async () => {
    const { element } = await card('alt-2026-11-18', {}, { askUrl: '/contact' });
    expect(find<HTMLAnchorElement>(element, 'a[part=ask]')[0]!.getAttribute('href')).to.equal('/contact');
    const hostile = await card('alt-2026-11-18', {}, { askUrl: 'javascript:alert(1)' });
    expect(find(hostile.element, 'a[part=ask]').length).to.equal(0);
  });

  it('is not for staff, nor is reporting a mistake', async () => {
    const { element, client } = await card('alt-2026-11-18', { me: 'june' });
    askingOf(client).serve(() => {});
    await shown();
    expect(says(element)).to.contain('About Sam Okafor').and.not.to.contain('Ask Dr').and.not.to.contain('Report a mistake');
  });
});

describe('reporting a mistake in a result', function () {
  this.timeout(15_000);

  it('says what is missing, sends, and shows on the card where it stands', async () => {
    const { element } = await card('alt-2026-11-18');
    await openReport(element);
    expect(element.shadowRoot!.activeElement?.id).to.equal('wrong');
    button(element, 'Send the report').click();
    await until(element, 'Write something here.');
    await expectAccessible(element);
    await fill(element, 'It says 48.', 'It was 38.');
    const { said, stop } = await listenToAnnouncements();
    button(element, 'Send the report').click();
    await until(element, 'Sent. The practice has not looked at it yet.');
    await aTimeout(300);
    stop();
    expect(said.join()).to.contain('Sent.').and.not.to.contain('38');
    expect(says(element)).to.contain('It was 38.');
    expect(find(element, 'textarea').length).to.equal(0);
    expect(element.shadowRoot!.activeElement?.className).to.equal('corrections');
  });

  it('keeps the words when it was not sent, and while the card is out of the page', async () => {
    const { element } = await card('alt-2026-11-18', { before: failsOnce('reportMistake', 'unavailable') });
    await openReport(element);
    await fill(element, 'It says 48.', 'It was 38.');
    button(element, 'Send the report').click();
    await until(element, 'Not sent. Your words are kept.');
    expect(find<HTMLTextAreaElement>(element, 'textarea').map(({ value }) => value)).to.deep.equal(['It says 48.', 'It was 38.']);
    const parent = element.parentElement!;
    element.remove();
    parent.append(element);
    await shown();
    await until(element, 'What is wrong?');
    expect(find<HTMLTextAreaElement>(element, 'textarea').map(({ value }) => value)).to.deep.equal(['It says 48.', 'It was 38.']);
  });

  it('F04 says that it may have been sent, and sends it once', async () => {
    const keys: unknown[] = [];
    const { element, backend } = await card('alt-2026-11-18', {
      after: ({ method }) => {
        if (method === 'reportMistake' && keys.push(method) === 1) throw new AdapterError('unknown-outcome', 'no answer');
      },
    });
    await openReport(element);
    await fill(element, 'It says 48.', 'It was 38.');
    button(element, 'Send the report').click();
    await until(element, 'We are not sure this was sent.');
    button(element, 'Try again').click();
    await waitUntil(() => find(element, 'textarea').length === 0);
    await shown();
    const [record] = [...backend.results.records].filter(({ result }) => result.id === 'alt-2026-11-18');
    expect(record!.result.corrections.length).to.equal(1);
  });

  it('holds what is too long, says by how much, and cuts nothing', async () => {
    const { element } = await card('alt-2026-11-18');
    await openReport(element);
    await fill(element, 'x'.repeat(752), 'It was 38.');
    expect(says(element)).to.contain('2 over. Nothing is cut.');
    button(element, 'Send the report').click();
    await until(element, 'This is too long.');
    expect(find<HTMLTextAreaElement>(element, 'textarea')[0]!.value.length).to.equal(752);
  });

  it("lets no script of the page hear what is written, and puts a patient's words in no attribute", async () => {
    const { element } = await card('alt-2026-11-18');
    const heard: string[] = [];
    document.body.addEventListener('input', ({ type }) => heard.push(type));
    await openReport(element);
    await fill(element, 'It says 48 secretly.', 'It was 38.');
    expect(heard).to.deep.equal([]);
    for (const node of everything(element)) for (const { value } of node.attributes) expect(value).not.to.contain('secretly');
  });

  it('shows what the practice answered, and why', async () => {
    const { element } = await card('lipids');
    await until(element, 'The record was changed.');
    expect(parts(element, 'correction').length).to.equal(1);
  });
});

describe('a file of a result', function () {
  this.timeout(15_000);

  /** What is clicked does not leave the tests' page. */
  const stay = (element: Element): void => element.shadowRoot!.addEventListener('click', (event) => {
    if ((event.target as Element).localName === 'a') event.preventDefault();
  });

  it('opens as what its first bytes show, in another tab', async () => {
    const { element } = await card('chest-x-ray');
    stay(element);
    button(element, 'Open').click();
    await waitUntil(() => find(element, 'a[target=_blank]').length === 1);
    const link = find<HTMLAnchorElement>(element, 'a[target=_blank]')[0]!;
    expect(link.href.startsWith('blob:')).to.equal(true);
    expect(link.rel).to.equal('noopener noreferrer');
    expect((await (await fetch(link.href)).blob()).type).to.equal('application/pdf');
    expect(element.shadowRoot!.activeElement).to.equal(link);
  });

  it('is only saved where it is not what it says, and never as a page', async () => {
    const bytes = new TextEncoder().encode('<script>alert(1)</script>');
    const { element } = await card('chest-x-ray', { scenario: { ...alderStreet, files: { 'chest-x-ray-report': { type: 'text/html', bytes } } } });
    stay(element);
    button(element, 'Open').click();
    await until(element, 'This is not a kind of file we can show here.');
    expect(find(element, 'a[target=_blank]').length).to.equal(0);
    const link = find<HTMLAnchorElement>(element, 'a[download]')[0]!;
    expect((await (await fetch(link.href)).blob()).type).to.equal('application/octet-stream');
  });

  it('says so when it could not be had', async () => {
    const { element } = await card('chest-x-ray', { before: failsOnce('open', 'unavailable') });
    button(element, 'Open').click();
    await until(element, 'We could not get');
  });
});

describe('keeping a result', function () {
  this.timeout(15_000);

  async function ways(id: string, me?: 'sam' | 'june' | 'rosa') {
    await import('../../src/elements/shared/result-record.js');
    const { element } = await card(id, me && { me });
    const opener = button(element, 'Print or save');
    opener.focus();
    opener.click();
    await waitUntil(() => opener.getAttribute('aria-expanded') === 'true');
    await shown();
    expect(element.shadowRoot!.activeElement).to.equal(opener);
    return element;
  }

  it('saves it as a table or as data, under a name that says nothing, and says so', async () => {
    const element = await ways('alt-2026-11-18');
    await expectAccessible(element);
    const press = (words: string) => downloads(async () => {
      button(element, words).click();
      await until(element, 'Saved. Look among your downloads.');
      await shown();
    });
    const [table] = await press('Save as a table');
    expect(table!.name).to.match(/^results-2026-11-23\.csv$/);
    const text = await table!.blob.text();
    expect(text.trimEnd().split('\r\n').length).to.equal(2);
    expect(text).to.contain('Liver test (ALT)').and.to.contain(',48,');
    const [data] = await press('Save as data');
    const saved = JSON.parse(await data!.blob.text()) as { leftOut: number; results: { id: string }[] };
    expect(saved.results.map(({ id }) => id)).to.deep.equal(['alt-2026-11-18']);
    expect(saved.leftOut).to.equal(0);
  });

  it('prints it and nothing else of the page, for staff too', async () => {
    const element = await ways('lipids', 'june');
    const printed: HTMLIFrameElement[] = [];
    const watch = new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (node instanceof HTMLIFrameElement) node.contentWindow!.print = () => void printed.push(node);
      }
    });
    watch.observe(document.body, { childList: true });
    find<HTMLButtonElement>(element, 'button').find((found) => says(found) === 'Print')!.click();
    await waitUntil(() => printed.length > 0, 'nothing was printed', { timeout: 5000 });
    watch.disconnect();
    const words = printed[0]!.contentDocument!.body.textContent!;
    expect(words).to.contain('Sam Okafor').and.to.contain('HDL').and.not.to.contain('Liver test');
    element.remove();
    expect(printed[0]!.isConnected).to.equal(false);
  });

  it('keeps of a withdrawn result that it was withdrawn, and not what it said', async () => {
    const element = await ways('rosa-flu', 'rosa');
    for (const way of ['Save as a table', 'Save as data']) {
      const [file] = await downloads(async () => {
        button(element, way).click();
        await until(element, 'Saved. Look among your downloads.');
        await shown();
      });
      const text = await file!.blob.text();
      expect(text).to.match(/withdrawn/i).and.to.contain('This test was of somebody else.').and.not.to.contain('Not detected');
    }
  });

  it('is not offered for what is covered', async () => {
    const { element } = await card('skin-sample');
    expect(says(element)).not.to.contain('Print or save');
  });
});
