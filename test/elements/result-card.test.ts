import { expect, waitUntil } from '@open-wc/testing';
import { readResult } from '../../src/client/results.js';
import type { ResultId } from '../../src/model/id.js';
import type { Opening } from '../support/conversation.js';
import { button, expectAccessible, find, shown } from '../support/conversation.js';
import { parts } from '../support/shown.js';
import { card, failsOnce, says, until, where } from './result-card-support.js';

describe('a result', function () {
  this.timeout(15_000);

  it("says the clinician's words first, then the value, the lab's mark and where it lies", async () => {
    const { element } = await card('alt-2026-11-18');
    const words = says(element);
    const order = ['Liver test (ALT)', 'Final.', 'A little up', 'Dr. Grace Lee, family physician', '48', 'units per liter', 'A little high', 'Above the usual range, 7 to 40, and not at the point where the practice would be concerned: 80 or more.'];
    let from = 0;
    for (const part of order) {
      expect(words.indexOf(part, from), part).to.be.at.least(from);
      from = words.indexOf(part, from);
    }
    const line = parts(element, 'line')[0]!;
    expect(line.getAttribute('aria-label')!.replace(/[\u2066-\u2069]/g, '')).to.contain('The value is 48.').and.to.contain('7 to 40');
    await expectAccessible(element);
  });

  it('says panels as rows, a ratio without a line, and what was corrected', async () => {
    const { element } = await card('lipids');
    expect(parts(element, 'line').length).to.equal(3);
    expect(says(element)).to.contain('LDL to HDL 2.5 to 1').and.to.contain('What changed: HDL first said 25.').and.to.contain('Corrected November 12, 2026.');
    await expectAccessible(element);
  });

  it('says what has no place on a line in words: below a limit, several ranges, a reversed one, absent, not final', async () => {
    const expected: readonly [Opening['me'], string, string][] = [
      ['sam', 'troponin', 'Less than 0.01 ng/mL The lab gives no range for this.'],
      ['sam', 'vitamin-d', 'No value. This was not tested.'],
      ['sam', 'tsh', 'Early result: the lab may still change it.'],
      ['sam', 'potassium', 'This test was not done. There is no result.'],
      ['rosa', 'magnesium', 'The lab gives 2.6 to 1.7 as the range. That cannot be right, so we do not use it.'],
      ['rosa', 'cortisol', 'We do not know which one is yours.'],
      ['rosa', 'kidneys', 'More than 90 mL/min'],
      ['rosa', 'rosa-flu', 'This was put here by mistake. It says nothing about you.'],
    ];
    for (const [me, id, words] of expected) {
      const { element } = await card(id, { me: me! });
      expect(says(element), id).to.contain(words);
      if (id !== 'tsh') expect(parts(element, 'line').length, id).to.equal(0);
    }
  });

  it('shows text of a backend as text', async () => {
    const { element } = await card('urine', {
      scenario: where('urine', { name: '<img src=x onerror=alert(1)>', comments: [{ text: '<b>bold</b>' }], report: '<script>1</script>' }),
    });
    expect(says(element)).to.contain('<img src=x onerror=alert(1)>').and.to.contain('<b>bold</b>').and.to.contain('<script>1</script>');
    expect(find(element, 'img, script').length).to.equal(0);
  });

  it('I06 shows the beginning of an endless report, and all of it when asked', async () => {
    const { element } = await card('chest-x-ray', { scenario: where('chest-x-ray', { report: 'x'.repeat(100_000) }) });
    expect(says(element)).not.to.contain('x'.repeat(20_001));
    button(element, 'Show all of it').click();
    await shown();
    expect(says(element)).to.contain('x'.repeat(100_000));
  });

  it('in a message shows what it says and nothing to do', async () => {
    const { element } = await card('alt-2026-11-18', {}, { compact: true });
    expect(says(element)).to.contain('48').and.to.contain('A little up');
    expect(find(element, 'button, details').length).to.equal(0);
    expect(parts(element, 'trend').length).to.equal(0);
  });

  it('says so when the practice cannot be reached, and tries again', async () => {
    const { element } = await card('alt-2026-11-18', { before: failsOnce('readResult', 'unavailable') });
    await until(element, 'We cannot reach the practice right now.');
    button(element, 'Try again').click();
    await until(element, 'A little high');
  });

  it('is taken away when its reader has gone, and is not shown to the next', async () => {
    const { element, signIn } = await card('alt-2026-11-18');
    await signIn('rosa');
    expect(says(element)).not.to.contain('48');
  });
});

describe('a covered result', function () {
  this.timeout(15_000);

  it('says nothing of what it holds, who reads it and by when, and opens when its reader wants it', async () => {
    const { element } = await card('skin-sample');
    expect(says(element)).to.contain('This result is here, and covered.').and.to.contain('Dr. Grace Lee reads it by Wednesday, 6 pm.');
    expect(parts(element, 'value').length).to.equal(0);
    await expectAccessible(element);
    button(element, 'Show it to me now').focus();
    button(element, 'Show it to me now').click();
    await waitUntil(() => parts(element, 'covered').length === 0);
    await shown();
    expect(element.shadowRoot!.activeElement?.localName).to.equal('h3');
  });

  it('stays covered and says so when it could not be opened', async () => {
    const { element, client } = await card('skin-sample', { before: failsOnce('uncover', 'unavailable') });
    button(element, 'Show it to me now').click();
    await until(element, 'We could not open it. It is still covered.');
    expect(parts(element, 'covered').length).to.equal(1);
    // What went wrong with one is not said of the next.
    const result = await readResult(client, 'skin-sample' as ResultId, { signal: new AbortController().signal });
    element.result = { ...result, id: 'another' as ResultId };
    await shown();
    expect(says(element)).to.contain('This result is here, and covered.').and.not.to.contain('We could not open it.');
  });
});

/** Opens the table of earlier values, which is drawn only then. */
async function openTable(element: HTMLElement): Promise<void> {
  find(element, 'details.figures > summary')[0]!.click();
  await waitUntil(() => find(element, 'tbody tr').length > 0);
}

describe('a value far off', function () {
  this.timeout(15_000);

  it('I10 is drawn beside the band of what is usual, however narrow the line', async () => {
    for (const number of ['4210', '-900']) {
      const measurements = [{ name: 'ALT', value: { kind: 'amount', number, unit: 'units per liter' }, ranges: [{ low: '7', high: '40' }] }];
      const { element } = await card('alt-2026-11-18', { scenario: where('alt-2026-11-18', { measurements }) });
      element.style.cssText = 'display: block; inline-size: 280px';
      await shown();
      const [band, mark, line] = ['.line .range', '.line .marker', '.line .track'].map((part) => find(element, part)[0]!.getBoundingClientRect());
      const [isOutside, isOnLine] = number === '4210' ? [mark!.left > band!.right, mark!.right <= line!.right + 1] : [mark!.right < band!.left, mark!.left >= line!.left - 1];
      expect([number, isOutside, isOnLine]).to.deep.equal([number, true, true]);
    }
  });
});

describe('a result over time', function () {
  this.timeout(15_000);

  it('is drawn, and a table says the same', async () => {
    const { element } = await card('alt-2026-11-18');
    await waitUntil(() => parts(element, 'trend').length === 1);
    expect(find(element, 'tbody tr').length).to.equal(0);
    await openTable(element);
    const rows = find(element, 'tbody tr').map((row) => says(row));
    expect(rows.length).to.equal(5);
    expect(rows[0]).to.contain('November 18, 2026').and.to.contain('this result').and.to.contain('48').and.to.contain('A little high');
    expect(parts(element, 'trend')[0]!.getAttribute('aria-label')).to.match(/24.*22.*25.*31.*48/s);
    await expectAccessible(element);
  });

  it('I10 keeps values of another unit off the line, and in the table', async () => {
    const { element } = await card('glucose-2026-11-12', { me: 'rosa' });
    await until(element, 'Some values have another unit.');
    const rings = find(element, '.rings')[0]!.getAttribute('d')!.split('M').length - 1;
    expect([rings, find(element, '.trend .marker').length]).to.deep.equal([1, 1]);
    await openTable(element);
    expect(find(element, 'tbody tr').map((row) => says(row)).join()).to.contain('mg/dL').and.to.contain('mmol/L');
  });

  it('says so when the past could not be loaded, shows the value all the same, and tries again', async () => {
    const { element } = await card('alt-2026-11-18', { before: failsOnce('listHistory', 'unavailable') });
    await until(element, 'We could not load the earlier values.');
    expect(says(element)).to.contain('A little high');
    button(element, 'Try again').click();
    await waitUntil(() => parts(element, 'trend').length === 1);
  });

  it('is open on paper', async () => {
    const { element } = await card('alt-2026-11-18');
    await waitUntil(() => parts(element, 'trend').length === 1);
    const table = find<HTMLDetailsElement>(element, 'details.figures')[0]!;
    dispatchEvent(new Event('beforeprint'));
    expect(table.open).to.equal(true);
    expect(find(element, 'tbody tr').length).to.equal(5);
    dispatchEvent(new Event('afterprint'));
    expect(table.open).to.equal(false);
  });
});
