import { expect, html } from '@open-wc/testing';
import '../../src/define/inbox.js';
// Fetched by the page when it is needed; here at once, so that nothing waits for a network.
import '../../src/elements/inbox/finding/finding.js';
import { AdapterError } from '../../src/adapter/errors.js';
import type { CareInbox } from '../../src/elements/inbox/inbox.js';
import type { PersonId } from '../../src/model/id.js';
import { button, expectAccessible, field, find, open, shown, wordsOf, write } from '../support/conversation.js';
import { choose, inbox, look, rows, searchField, type } from './inbox-support.js';

describe('going back from what was looked for', function () {
  this.timeout(60_000);

  it('acts for whom she acted before once she sees everybody again, unless she has chosen somebody else since', async () => {
    const { element, client } = await inbox({ me: 'rosa' });
    client.selection.choose('maya-delgado' as PersonId);
    await choose(element, 'Person', 'Leo Delgado');
    await choose(element, 'Person', 'All');
    expect(client.selection.subject).to.equal('maya-delgado');
    await choose(element, 'Person', 'Leo Delgado');
    button(element, 'Show all messages').click();
    await shown();
    expect(client.selection.subject).to.equal('maya-delgado');
    await choose(element, 'Person', 'Leo Delgado');
    client.selection.choose('rosa-delgado' as PersonId);
    await choose(element, 'Person', 'All');
    expect(client.selection.subject).to.equal('rosa-delgado');
  });

  it('keeps the open thread, its words and the way back when a search is refused', async () => {
    let isRefused = false;
    const { element } = await open<CareInbox>(html`<care-inbox thread="refill"></care-inbox>`, {
      before: ({ method }) => {
        if (method === 'listThreads' && isRefused) throw new AdapterError('invalid', 'no', { field: 'text' });
      },
    });
    const pane = find(element, 'care-thread')[0];
    await write(element, 'Half a sen');
    searchField(element).focus();
    isRefused = true;
    await look(element, 'sofa');
    expect(wordsOf(element)).to.contain('Something went wrong.').and.not.to.contain('Looking…');
    expect([find(element, 'care-thread')[0], rows(element)]).to.deep.equal([pane, []]);
    expect([field(element).value, searchField(element).value]).to.deep.equal(['Half a sen', 'sofa']);
    expect(element.shadowRoot!.activeElement).to.equal(searchField(element));
    await expectAccessible(element);
    isRefused = false;
    button(element, 'Show all messages').click();
    await shown();
    expect([find(element, 'care-thread')[0], rows(element).length, field(element).value]).to.deep.equal([pane, 3, 'Half a sen']);
  });

  it('empties the field also of words that it had not looked for yet', async () => {
    const { element } = await inbox();
    await choose(element, 'Where it stands', 'Closed');
    await type(element, 'sof');
    button(element, 'Show all messages').click();
    await shown();
    expect(searchField(element).value).to.equal('');
  });
});
