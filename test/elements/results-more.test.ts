import { expect, html, waitUntil } from '@open-wc/testing';
import '../../src/define/results.js';
import '../../src/elements/result-card/body/card-body.js';
import '../../src/elements/results/body/list-body.js';
import { AdapterError } from '../../src/adapter/errors.js';
import type { CareResults } from '../../src/elements/results/results.js';
import type { PersonId, SendKey } from '../../src/model/id.js';
import { button, expectAccessible, find, open, type Opening, shown, wordsOf } from '../support/conversation.js';
import { downloads } from './results-support.js';

/** Opens the list, with what it fetches when needed fetched already. */
async function results(opening?: Opening) {
  await Promise.all([
    import('../../src/elements/results/more/finding.js'),
    import('../../src/elements/results/more/panel.js'),
  ]);
  return open<CareResults>(html`<care-results></care-results>`, opening);
}

const names = (element: CareResults) => find(element, 'care-result-card').map((card) => wordsOf(find(card, 'h3')[0]!));
const focused = (element: CareResults) => element.shadowRoot!.activeElement as HTMLElement;
const options = { signal: new AbortController().signal, key: 'a-key-of-the-test' as SendKey };

async function press(element: CareResults, words: string): Promise<void> {
  const found = button(element, words);
  found.focus();
  found.click();
  await shown();
  await shown();
}

async function put(element: CareResults, selector: string, value: string): Promise<void> {
  const field = find<HTMLInputElement>(element, selector)[0]!;
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await shown();
}

describe('what else <care-results> can do', function () {
  this.timeout(10_000);

  it('finds results by words after a moment, says how many, and leads back to all', async () => {
    const { element, clock } = await results();
    const all = names(element).length;
    await put(element, 'input[type=search]', 'blood pressure');
    await clock.advance(300);
    await shown();
    expect(new Set(names(element))).to.deep.equal(new Set(['Blood pressure']));
    expect(wordsOf(element)).to.contain('3 results found');
    await press(element, 'Show all results');
    expect(names(element).length).to.equal(all);
    expect(focused(element).getAttribute('type')).to.equal('search');
  });

  it('brings a report of a mistake back with its words when the list that was narrowed shows all again', async () => {
    await import('../../src/elements/result-card/more/card-more.js');
    const { element, clock } = await results();
    const first = (): HTMLElement => find(element, 'care-result-card').find((card) => wordsOf(card).includes('Report a mistake'))!;
    button(first(), 'Report a mistake').click();
    await waitUntil(() => find(element, 'textarea').length === 2);
    const area = find<HTMLTextAreaElement>(element, 'textarea')[0]!;
    area.value = 'It says 48.';
    area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await put(element, 'input[type=search]', 'unicorn');
    await clock.advance(300);
    await shown();
    expect(find(element, 'textarea').length).to.equal(0);
    await press(element, 'Show all results');
    await waitUntil(() => find<HTMLTextAreaElement>(element, 'textarea')[0]?.value === 'It says 48.');
  });

  it('says so when nothing is found', async () => {
    const { element, clock } = await results();
    await put(element, 'input[type=search]', 'unicorn');
    await clock.advance(300);
    await shown();
    expect(names(element)).to.deep.equal([]);
    expect(wordsOf(element)).to.contain('Nothing found. Try fewer words, or other choices.');
    expect(wordsOf(element)).not.to.contain('No results yet');
  });

  it('narrows by kind of test and by days', async () => {
    const { element } = await results();
    await press(element, 'Filter');
    await put(element, '#kind', 'visit');
    expect(new Set(names(element))).to.deep.equal(new Set(['Blood pressure']));
    await put(element, '#from', '2026-01-01');
    await put(element, '#to', '2026-06-30');
    expect(wordsOf(element)).to.contain('1 result found');
    await expectAccessible(element);
  });

  it('saves at once when results of a kind are shown, says so, and the list follows', async () => {
    const { element, client } = await results();
    await press(element, 'What is covered');
    expect(wordsOf(focused(element))).to.equal('What is covered');
    await expectAccessible(element);
    const [first] = find<HTMLInputElement>(element, '#release-tissue input');
    first!.click();
    await shown();
    expect(wordsOf(element)).to.contain('Saved for Skin and tissue.');
    expect(wordsOf(element)).not.to.contain('This result is here, and covered.');
    const { results: port } = await client.connect();
    const { kinds } = await port!.readRelease({ subject: 'sam-okafor' as PersonId }, options);
    expect(kinds.find(({ id }) => id === ('tissue' as never))!.release).to.equal('at-once');
    await press(element, 'Close');
    expect(wordsOf(focused(element))).to.equal('What is covered');
  });

  it('says that a choice was not saved, and shows what still holds', async () => {
    const { element } = await results({
      before: ({ method }) => {
        if (method === 'setRelease') throw new AdapterError('unavailable', 'down');
      },
    });
    await press(element, 'What is covered');
    const [first, , third] = find<HTMLInputElement>(element, '#release-tissue input');
    first!.click();
    await shown();
    expect(wordsOf(element)).to.contain('This was not saved. What you chose before still holds.');
    expect([first!.checked, third!.checked]).to.deep.equal([false, true]);
  });

  it('leads from a covered result to what is covered, and back', async () => {
    const { element } = await results();
    await press(element, 'Change what is covered');
    expect(wordsOf(focused(element))).to.equal('What is covered');
    focused(element).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await shown();
    expect(focused(element).localName).to.equal('care-result-card');
  });

  it('F28 saves a table that says what is covered only by its number, under a name that says nothing', async () => {
    const { element } = await results();
    await press(element, 'Print or save');
    expect(wordsOf(element)).to.contain('1 covered result is left out.');
    await expectAccessible(element);
    const [file] = await downloads(() => press(element, 'Save as a table'));
    expect(file!.name).to.equal('results-2026-11-23.csv');
    const bytes = new Uint8Array(await file!.blob.arrayBuffer());
    expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text).to.contain('Liver test (ALT)').and.to.contain('<0.01');
    expect(text).not.to.contain('Skin sample');
    expect(wordsOf(element)).to.contain('Saved. Look among your downloads.');
  });

  it('saves data with all that was read of what is open, and how much is not in it', async () => {
    const { element } = await results();
    await press(element, 'Print or save');
    const [file] = await downloads(() => press(element, 'Save as data'));
    const data = JSON.parse(await file!.blob.text()) as { leftOut: number; results: { name: string; cover?: unknown }[] };
    expect(data.leftOut).to.equal(1);
    expect(data.results.map(({ name }) => name)).to.include('Troponin').and.not.to.include('Skin sample, left arm');
  });

  it('prints what is shown from a frame of its own, without controls', async () => {
    const { element } = await results();
    await press(element, 'Print or save');
    const printed: HTMLIFrameElement[] = [];
    const watch = new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (node instanceof HTMLIFrameElement) node.contentWindow!.print = () => void printed.push(node);
      }
    });
    watch.observe(document.body, { childList: true });
    find<HTMLButtonElement>(element, '.panel button').find((found) => wordsOf(found) === 'Print')!.click();
    await waitUntil(() => printed.length > 0, 'nothing was printed', { timeout: 5000 });
    watch.disconnect();
    const page = printed[0]!.contentDocument!;
    const words = page.body.textContent!.replaceAll(/[\u2068\u2069]/g, '');
    expect(words).to.contain('Sam Okafor').and.to.contain('Liver test (ALT)').and.to.contain('48 units per liter');
    expect(words).to.contain('1 covered result is not here.').and.not.to.contain('Skin sample');
    expect(page.querySelectorAll('button, a, script, style').length).to.equal(0);
    expect(page.title).to.equal('Results');
    element.remove();
    expect(printed[0]!.isConnected).to.equal(false);
  });
});
