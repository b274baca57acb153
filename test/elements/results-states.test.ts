import { expect, html } from '@open-wc/testing';
import '../../src/define/results.js';
import '../../src/elements/result-card/body/card-body.js';
import '../../src/elements/results/body/list-body.js';
import { AdapterError, type AdapterErrorCode } from '../../src/adapter/errors.js';
import type { MemoryCall } from '../../src/adapters/memory/memory-adapter.js';
import { emptyPractice } from '../../src/adapters/memory/scenarios.js';
import type { CareResults } from '../../src/elements/results/results.js';
import { button, expectAccessible, find, open, type Opening, shown, wordsOf } from '../support/conversation.js';

const results = (opening?: Opening) => open<CareResults>(html`<care-results></care-results>`, opening);
const fails =
  (code: AdapterErrorCode) =>
  ({ port }: MemoryCall): void => {
    if (port === 'results') throw new AdapterError(code, 'for the test');
  };

describe('<care-results> says how it stands', function () {
  this.timeout(10_000);

  const states: readonly (readonly [AdapterErrorCode, string, string])[] = [
    ['auth-required', 'You are signed out.', 'Sign in'],
    ['forbidden', 'You cannot see these results.', 'Call +1 206 555 0142'],
    ['unavailable', 'We cannot reach the practice right now.', 'Try again'],
    ['malformed', 'We could not show this.', 'Try again'],
  ];
  for (const [code, words, way] of states) {
    it(`${code}: "${words}", and the way on`, async () => {
      const { element } = await results({ before: fails(code) });
      expect(wordsOf(element)).to.contain(words).and.to.contain(way);
      await expectAccessible(element);
    });
  }

  it('says that this practice shows no results, and whom to call', async () => {
    const { element } = await results({ without: ['results'] });
    expect(wordsOf(element)).to.contain('This practice shows no results here.').and.to.contain('Call +1 206 555 0142');
    expect(find(element, 'input')).to.deep.equal([]);
    await expectAccessible(element);
  });

  it('fires a request to sign in, and reads again for who has signed in', async () => {
    let isOut = true;
    const { element, client } = await results({
      before: ({ method }) => {
        if (isOut && method === 'listResults') throw new AdapterError('auth-required', 'out');
      },
    });
    let asked = 0;
    element.addEventListener('care-sign-in', () => asked++);
    button(element, 'Sign in').click();
    expect(asked).to.equal(1);
    isOut = false;
    await client.renew();
    await shown();
    expect(wordsOf(element)).to.contain('Thyroid (TSH)');
  });

  it('shows the shape of what is on its way', async () => {
    const { element } = await results({ before: ({ port }) => (port === 'results' ? new Promise(() => {}) : undefined) });
    expect(find(element, '.waiting')[0]!.getAttribute('aria-busy')).to.equal('true');
    await expectAccessible(element);
  });

  it('says that there is nothing yet, in words that the page may replace', async () => {
    const { element } = await results({ scenario: { ...emptyPractice, results: [] } });
    expect(wordsOf(element)).to.contain('No results yet');
    const own = document.createElement('p');
    own.slot = 'empty';
    own.textContent = 'Ours';
    element.append(own);
    expect(element.shadowRoot!.querySelector('slot')!.assignedElements()).to.deep.equal([own]);
  });

  it('F01 keeps what was read while one is offline, and says from when it is', async () => {
    const { element, network } = await results();
    network.set(false);
    await element.refresh();
    await shown();
    expect(wordsOf(element)).to.contain('What you see here stays.').and.to.contain('Thyroid (TSH)').and.to.contain('As of');
  });

  it('F23 shows the next reader nothing of the one before, whatever was looked for', async () => {
    const { element, signIn, clock } = await results();
    const field = find<HTMLInputElement>(element, 'input')[0]!;
    field.value = 'troponin';
    field.form!.requestSubmit();
    await clock.advance(0);
    await shown();
    await signIn('rosa');
    expect(wordsOf(element)).not.to.contain('Troponin');
    expect(find<HTMLInputElement>(element, 'input')[0]!.value).to.equal('');
    expect(wordsOf(element)).to.contain('Blood sugar');
  });

  it('F13 says how many results could not be read, and shows the others', async () => {
    const { adapterWithBadRow } = await import('./results-support.js');
    const { element } = await results({ adapter: adapterWithBadRow() });
    expect(wordsOf(element)).to.contain('1 result could not be shown.').and.to.contain('Thyroid (TSH)');
  });
});
