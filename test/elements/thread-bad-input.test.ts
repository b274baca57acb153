import { expect } from '@open-wc/testing';
import '../../src/define/thread.js';
import { answeredRefill, busyStreet } from '../../src/adapters/memory/scenarios.js';
import { drLee } from '../../src/adapters/memory/people.js';
import type { Scenario } from '../../src/adapters/memory/scenario.js';
import type { Person } from '../../src/model/person.js';
import { button, find, openThread, shown, wordsOf } from '../support/conversation.js';
import { parts } from '../support/shown.js';

const ZALGO = `Za${'\u0351\u036B\u0343\u0334\u0300'.repeat(6)}lgo${'\u0323\u0331'.repeat(15)}`;

/** Sam's refill, answered with other words, or by somebody else. */
function answeredWith(body: string, author: Person = drLee): Scenario {
  const entries = answeredRefill.entries.map((entry) =>
    entry.type === 'message' && entry.author.id === drLee.id ? { ...entry, body, author } : entry,
  );
  return { ...busyStreet, threads: [{ ...answeredRefill, custody: { ...answeredRefill.custody, holder: author }, entries }] };
}

describe('bad input in a thread', function () {
  this.timeout(30_000);

  it('I05 shows what would turn a writer’s name round, and lets it turn nothing', async () => {
    const { element } = await openThread('refill', { scenario: answeredWith('Yes.', { ...drLee, name: 'Dr. \u202Egnp.exe\u2066' }) });
    const name = find(element, '.name').at(-1)!;
    expect(name.textContent).to.contain('[U+202E]').and.to.contain('[U+2066]').and.not.to.match(/[\u202E\u2066]/);
    expect(parts(element, 'custody')[0]!.textContent).not.to.match(/[\u202E\u2066]/);
    const plain = await openThread('refill', { scenario: answeredWith('Yes.', { ...drLee, name: 'محمد عبد الله' }) });
    expect(wordsOf(find(plain.element, '.name').at(-1)!)).to.equal('محمد عبد الله');
  });

  it('I05 keeps marks that are piled on letters in their own box', async () => {
    const { element } = await openThread('refill', { scenario: answeredWith(ZALGO, { ...drLee, name: ZALGO, title: ZALGO }) });
    for (const box of [find(element, '.name').at(-1)!, find(element, '.mark').at(-1)!, find(element, '.body').at(-1)!]) {
      expect(getComputedStyle(box).overflow, box.className).to.equal('clip');
    }
  });

  it('I06 shows the beginning of a message of 1 MB at once, and all of it when asked', async () => {
    for (const [unit, name] of [['word ', 'words'], ['W', 'one word'], ['👩‍👩‍👧‍👦', 'emoji'], ['\u202E\u2067x', 'bidi']] as const) {
      const body = unit.repeat(Math.ceil(1_000_000 / unit.length)).trim();
      const { element } = await openThread('refill', { scenario: answeredWith(body), width: '320px' });
      const words = find(element, '.body').at(-1)!;
      expect(words.textContent!.length, name).to.be.at.most(20_000);
      expect(words.textContent).not.to.match(/[\uD800-\uDBFF]$/);
      expect(document.documentElement.scrollWidth, name).to.be.at.most(innerWidth);
      expect(words.scrollWidth, name).to.be.at.most(words.clientWidth + 1);
    }
    const { element } = await openThread('refill', { scenario: answeredWith('word '.repeat(200_000).trim()) });
    const toggle = button(element, 'Show all of it');
    toggle.focus();
    toggle.click();
    await shown();
    expect(find(element, '.body').at(-1)!.textContent!.length).to.equal(999_999);
    expect(element.shadowRoot!.activeElement).to.equal(toggle);
    expect(wordsOf(toggle)).to.equal('Show less');
    expect(toggle.getAttribute('aria-expanded')).to.equal('true');
  });

  it('I06 does not become a tower of 500,000 empty lines', async () => {
    const { element } = await openThread('refill', { scenario: answeredWith(`Begin${'\n'.repeat(500_000)}End`) });
    expect(find(element, '.body').at(-1)!.getBoundingClientRect().height).to.be.below(20_000);
    expect(wordsOf(element)).to.contain('Show all of it');
  });

  it('I06 cuts a name or a title that is none', async () => {
    const scenario = answeredWith('Yes.', { ...drLee, name: 'N'.repeat(5_000) });
    const titled = { ...scenario, threads: scenario.threads.map((thread) => ({ ...thread, title: 'T'.repeat(1_000_000) })) };
    const { element } = await openThread('refill', { scenario: titled, width: '320px' });
    expect(parts(element, 'title')[0]!.textContent!.length).to.be.at.most(1000);
    expect(find(element, '.name').at(-1)!.textContent!.length).to.be.below(1100);
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
  });
});
