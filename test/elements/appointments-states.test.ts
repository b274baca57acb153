import { expect } from '@open-wc/testing';
import { AdapterError, type AdapterErrorCode } from '../../src/adapter/errors.js';
import type { MemoryCall } from '../../src/adapters/memory/memory-adapter.js';
import { button, expectAccessible, find, shown, wordsOf } from '../support/conversation.js';
import { visits } from './appointments-support.js';

const fails =
  (code: AdapterErrorCode) =>
  ({ port }: MemoryCall): void => {
    if (port === 'appointments') throw new AdapterError(code, 'for the test');
  };

describe('<care-appointments> says how it stands', function () {
  this.timeout(20_000);

  const states: readonly (readonly [AdapterErrorCode, string, string])[] = [
    ['auth-required', 'You are signed out.', 'Sign in'],
    ['forbidden', 'You cannot see these visits.', 'Call +1 206 555 0142'],
    ['unavailable', 'We cannot reach the practice right now.', 'Try again'],
    ['malformed', 'We could not show this.', 'Try again'],
  ];
  for (const [code, words, way] of states) {
    it(`${code}: "${words}", and the way on`, async () => {
      const { element } = await visits({ before: fails(code) });
      expect(wordsOf(element)).to.contain(words).and.to.contain(way);
      await expectAccessible(element);
    });
  }

  it('says that this practice shows no visits, and whom to call', async () => {
    const { element } = await visits({ without: ['appointments'] });
    expect(wordsOf(element)).to.contain('This practice shows no visits here.').and.to.contain('Call +1 206 555 0142');
  });

  it('shows the shape of what is on its way', async () => {
    const { element } = await visits({ before: ({ port }) => (port === 'appointments' ? new Promise(() => {}) : undefined) });
    expect(find(element, '.waiting')[0]!.getAttribute('aria-busy')).to.equal('true');
  });

  it('F01 keeps what was read while one is offline, and says from when it is', async () => {
    const { element, network } = await visits();
    network.set(false);
    await element.refresh();
    await shown();
    expect(wordsOf(element)).to.contain('What you see here stays.').and.to.contain('Tuesday, December 8').and.to.contain('As of');
  });

  it('fires a request to sign in', async () => {
    const { element } = await visits({ before: fails('auth-required') });
    let asked = 0;
    element.addEventListener('care-sign-in', () => asked++);
    button(element, 'Sign in').click();
    expect(asked).to.equal(1);
  });
});
