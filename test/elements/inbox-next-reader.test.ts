import { expect } from '@open-wc/testing';
import '../../src/define/inbox.js';
import { find, shown, wordsOf } from '../support/conversation.js';
import { inbox, rows, searchField } from './inbox-support.js';

// What looks for threads is not fetched yet when these begin: nothing here imports it before a first word is typed.
describe('words that are typed while what looks for them is on its way', function () {
  this.timeout(60_000);

  it('F23 are not looked for, nor shown, for who has signed in meanwhile', async () => {
    const { element, clock, signIn } = await inbox({ me: 'rosa' });
    searchField(element).value = 'canary';
    find<HTMLFormElement>(element, 'form[role=search]')[0]!.requestSubmit();
    await signIn('sam');
    // It is here by now.
    await import('../../src/elements/inbox/finding/finding.js');
    await shown();
    await clock.advance(1000);
    await shown();
    expect(rows(element).length).to.equal(3);
    expect(searchField(element).value).to.equal('');
    expect(wordsOf(element)).not.to.contain('ound');
  });
});
