import { expect, html, waitUntil } from '@open-wc/testing';
import '../../src/define/results.js';
import '../../src/elements/result-card/body/card-body.js';
import '../../src/elements/results/body/list-body.js';
import type { CareResults } from '../../src/elements/results/results.js';
import type { PersonId } from '../../src/model/id.js';
import { sam } from '../../src/adapters/memory/people.js';
import { resultOf } from '../../src/adapters/memory/results/told.js';
import { expectAccessible, find, listenToAnnouncements, open, type Opening, shown, wordsOf } from '../support/conversation.js';
import { parts } from '../support/shown.js';

const results = (opening?: Opening) => open<CareResults>(html`<care-results></care-results>`, opening);
const titleOf = (element: CareResults) => wordsOf(parts(element, 'title')[0]!);
const names = (element: CareResults) => find(element, 'care-result-card').map((card) => wordsOf(find(card, 'h3')[0]!));

async function choose(element: CareResults, subject: string): Promise<void> {
  const select = find<HTMLSelectElement>(element, '#whose')[0]!;
  select.value = subject;
  select.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await shown();
}

describe('<care-results>', function () {
  this.timeout(10_000);

  it('lists the reader’s results, taken last first, and says how far the list goes', async () => {
    const { element } = await results();
    expect(titleOf(element)).to.equal('Your results');
    expect(wordsOf(parts(element, 'source')[0]!)).to.equal(
      'From Alder Street Family Practice. Results from hospitals and other doctors are not here.',
    );
    const listed = names(element);
    expect(listed.slice(0, 2)).to.deep.equal(['Skin sample, left arm', 'Thyroid (TSH)']);
    expect(listed.indexOf('Chest x-ray')).to.be.above(listed.indexOf('Troponin'));
    await expectAccessible(element);
  });

  it('A06 A07 fits on 320 pixels, and what is pressed is 44 pixels high', async () => {
    const { element } = await results({ width: '320px' });
    for (const control of element.shadowRoot!.querySelectorAll('button, input, select')) {
      expect(control.getBoundingClientRect().height, wordsOf(control)).to.be.at.least(44);
    }
    expect(element.scrollWidth).to.be.at.most(320);
    await expectAccessible(element);
  });

  it('asks a parent whose results to see, and the rest of the page follows', async () => {
    const { element, client } = await results({ me: 'rosa' });
    expect(titleOf(element)).to.equal('Your results');
    await choose(element, 'leo-delgado');
    expect(titleOf(element)).to.equal('Results of Leo Delgado');
    expect(names(element)).to.include('Hemoglobin');
    expect(client.selection.subject).to.equal('leo-delgado');
    client.selection.choose('maya-delgado' as PersonId);
    await shown();
    expect(titleOf(element)).to.equal('Results of Maya Delgado');
    await expectAccessible(element);
  });

  it('shows whom the page asks for, and nobody else’s where that is not allowed', async () => {
    const { element } = await open<CareResults>(html`<care-results subject="leo-delgado"></care-results>`, { me: 'rosa' });
    expect(titleOf(element)).to.equal('Results of Leo Delgado');
    expect(find(element, '#whose')).to.deep.equal([]);
    element.subject = 'sam-okafor' as PersonId;
    await shown();
    expect(names(element)).to.deep.equal([]);
    expect(wordsOf(element)).to.contain('There are no results here for this person.');
  });

  it('waits for staff to be told whose, and offers them nothing to cover', async () => {
    const { element } = await results({ me: 'june' });
    expect(wordsOf(element)).to.contain('Choose a patient to see their results here.');
    element.subject = 'sam-okafor' as PersonId;
    await shown();
    expect(titleOf(element)).to.equal('Results of Sam Okafor');
    expect(names(element)).to.include('Skin sample, left arm');
    expect(wordsOf(element)).not.to.contain('What is covered').and.not.to.contain('visit');
    await expectAccessible(element);
  });

  it('marks what is new since the last visit, and shows it alone', async () => {
    const { element, clock, backend } = await results();
    expect(wordsOf(element)).not.to.contain('last visit');
    element.remove();
    await clock.advance(3_600_000);
    backend.results.add(resultOf('iron', 'Iron', { subject: sam, takenAt: '2026-11-23', arrivedAt: new Date(clock.now()).toISOString() }));
    await clock.advance(3_600_000);
    const again = await results({ backend, clock });
    expect(wordsOf(again.element)).to.contain('1 result is new since your last visit on Monday, November 23.');
    const fresh = parts(again.element, 'new');
    expect(fresh.map(wordsOf)).to.deep.equal(['New']);
    expect(find(fresh[0]!.parentElement!, 'h3').map(wordsOf)).to.deep.equal(['Iron']);
    const only = find<HTMLButtonElement>(again.element, 'button[aria-pressed]')[0]!;
    only.click();
    await shown();
    expect(names(again.element)).to.deep.equal(['Iron']);
    expect(only.getAttribute('aria-pressed')).to.equal('true');
    await expectAccessible(again.element);
    // Among what was looked for nothing is new, which says nothing of the rest.
    const search = find<HTMLInputElement>(again.element, 'input')[0]!;
    search.value = 'pressure';
    search.form!.requestSubmit();
    await waitUntil(() => wordsOf(again.element).includes('3 results found'));
    expect(wordsOf(again.element)).not.to.contain('last visit');
    expect(names(again.element).length).to.equal(3);
  });

  it('does not speak of visits where the backend remembers none', async () => {
    const { element, clock, backend } = await results();
    element.remove();
    await clock.advance(7_200_000);
    const again = await results({ backend, clock, without: ['results.noteVisit'] });
    expect(names(again.element).length).to.be.above(5);
    expect(wordsOf(again.element)).not.to.contain('last visit');
  });

  it('says that a result has come, not what it says, and leaves the focus where it is', async () => {
    const { element, backend, clock } = await results();
    const search = find<HTMLInputElement>(element, 'input')[0]!;
    search.focus();
    const { said, stop } = await listenToAnnouncements();
    await clock.advance(1000);
    backend.results.add(resultOf('iron', 'Iron', { subject: sam, takenAt: '2026-11-23', arrivedAt: new Date(clock.now()).toISOString() }));
    await clock.advance(60_000);
    await shown();
    await new Promise((resolve) => setTimeout(resolve, 400));
    stop();
    expect(names(element)[0]).to.equal('Iron');
    expect(said.join()).to.equal('A new result has come.');
    expect(element.shadowRoot!.activeElement).to.equal(search);
  });

  it('keeps the focus near when the result that has it is gone', async () => {
    const { element } = await results({ me: 'rosa' });
    find(element, 'care-result-card')[0]!.focus();
    expect(element.shadowRoot!.activeElement!.localName).to.equal('care-result-card');
    await choose(element, 'maya-delgado');
    expect(element.shadowRoot!.activeElement!.localName).to.equal('h2');
  });
});
