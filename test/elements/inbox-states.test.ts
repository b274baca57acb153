import { expect, html, oneEvent } from '@open-wc/testing';
import '../../src/define/inbox.js';
import { AdapterError, type AdapterErrorCode } from '../../src/adapter/errors.js';
import type { CareInbox } from '../../src/elements/inbox/inbox.js';
import type { CareThread } from '../../src/elements/thread/thread.js';
import { button, expectAccessible, find, open, type Opening, shown, wordsOf } from '../support/conversation.js';

const inbox = html`<care-inbox></care-inbox>`;
const thread = html`<care-thread thread="refill"></care-thread>`;
const composer = html`<care-composer thread="refill"></care-composer>`;
const ELEMENTS = { inbox, thread, composer };

const failing = (code: AdapterErrorCode): Opening => ({
  before: ({ port, method }) => {
    const isRead = port === 'messages' || (code === 'auth-required' && method === 'connect');
    if (isRead) throw new AdapterError(code, 'for the test');
  },
});

const SAID: Partial<Record<AdapterErrorCode, readonly [words: string, way: string]>> = {
  offline: ['You are offline.', 'Try again'],
  unavailable: ['We cannot reach the practice right now.', 'Try again'],
  forbidden: ['You cannot see this here.', 'Call +1 206 555 0142'],
  'auth-required': ['You are signed out.', 'Sign in'],
  malformed: ['We could not show this.', 'Try again'],
  gone: ['This is not here any more.', 'Call +1 206 555 0142'],
  stale: ['Something went wrong.', 'Try again'],
};

describe('an element of a conversation that has nothing to show', function () {
  this.timeout(10_000);

  for (const [name, template] of Object.entries(ELEMENTS)) {
    for (const [code, [words, way]] of Object.entries(SAID)) {
      it(`says so in place, with a way on: <care-${name}>, ${code}`, async () => {
        const { element } = await open(template, failing(code as AdapterErrorCode));
        expect(wordsOf(element)).to.contain(words).and.to.contain(way);
        await expectAccessible(element);
      });
    }
  }

  it('waits with the shape of what comes, and with words for ears', async () => {
    for (const [template, words] of [[inbox, 'Getting your messages…'], [thread, 'Getting this message…']] as const) {
      const { element } = await open(template, { before: ({ port }) => (port === 'messages' ? new Promise(() => {}) : undefined) });
      expect(wordsOf(element)).to.equal(words);
      expect(find(element, '[aria-busy=true]').length).to.equal(1);
      await expectAccessible(element);
    }
  });

  it('asks the page to sign in, and shows all once somebody has', async () => {
    let isSignedOut = true;
    const { element, client } = await open<CareInbox>(inbox, {
      before: () => {
        if (isSignedOut) throw new AdapterError('auth-required', 'for the test');
      },
    });
    setTimeout(() => button(element, 'Sign in').click());
    await oneEvent(element, 'care-sign-in');
    isSignedOut = false;
    client.renew();
    await shown();
    expect(wordsOf(element)).to.contain('A medicine refill');
  });

  it('keeps what was read while offline, says so, and from when it is', async () => {
    const { element, network, client } = await open<CareInbox>(inbox);
    network.set(false);
    client.changes.announce([{ kind: 'other' }]);
    await shown();
    expect(wordsOf(element)).to.contain('You are offline. You can read and write.').and.to.contain('A medicine refill');
    expect(wordsOf(element)).to.match(/As of .*\./);
    await expectAccessible(element);
    network.set(true);
    await shown();
    expect(wordsOf(element)).not.to.contain('You are offline');
  });

  it('lets go of what may no longer be seen', async () => {
    let isForbidden = false;
    const { element } = await open<CareThread>(thread, {
      before: ({ port }) => {
        if (isForbidden && port === 'messages') throw new AdapterError('forbidden', 'for the test');
      },
    });
    isForbidden = true;
    await element.refresh();
    await shown();
    expect(wordsOf(element)).to.contain('You cannot see this here.').and.not.to.contain('pharmacy');
  });
});
