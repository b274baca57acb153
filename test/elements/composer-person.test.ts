import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/inbox.js';
import type { ThreadId } from '../../src/model/id.js';
import { button, expectAccessible, field, find, listenToAnnouncements, send, shown, wordsOf, write } from '../support/conversation.js';
import { composer, fetched, leo, maya, watchLeaving } from './composer-support.js';

describe('a reply about somebody else than the one who was chosen', function () {
  this.timeout(10_000);

  it('names who writes and about whom, before anything is asked', async () => {
    const { element } = await composer('leo-form', { me: 'rosa' });
    expect(wordsOf(find(element, 'label')[0]!)).to.contain('You write as Rosa Delgado, about Leo Delgado.');
    const own = await composer('refill');
    expect(wordsOf(own.element)).not.to.contain('You write as');
  });

  it('asks before anything leaves, takes the focus there and says it aloud', async () => {
    const { left, before, listen } = watchLeaving();
    const { element, client } = await composer('leo-form', { me: 'rosa', before });
    listen(element);
    client.selection.choose(maya);
    const { said, stop } = await listenToAnnouncements();
    await send(element, 'He has a cough.');
    await fetched(element, 'You had chosen');
    const title = element.shadowRoot!.activeElement!;
    expect(wordsOf(title)).to.equal('This is about Leo Delgado. You had chosen Maya Delgado.');
    expect(left).to.deep.equal([]);
    await waitUntil(() => said.length > 0, 'nothing was announced', { timeout: 3000 });
    stop();
    expect(said.join()).to.contain('This is about Leo Delgado.').and.not.to.contain('cough');
    await expectAccessible(element);
  });

  it('keeps the words and sends nothing at "Do not send"', async () => {
    const { left, before, listen } = watchLeaving();
    const { element, client } = await composer('leo-form', { me: 'rosa', before });
    listen(element);
    client.selection.choose(maya);
    await send(element, 'He has a cough.');
    await fetched(element, 'You had chosen');
    button(element, 'Do not send').click();
    await shown();
    expect([left, field(element).value]).to.deep.equal([[], 'He has a cough.']);
    expect(element.shadowRoot!.activeElement).to.equal(field(element));
    expect(client.selection.subject).to.equal(maya);
  });

  it('sends it once it was said that it is the right one, who is acted for from then on', async () => {
    const reading = await composer('leo-form', { me: 'rosa' });
    const { element, client, backend } = reading;
    client.selection.choose(maya);
    field(element).focus();
    await sendKeys({ type: 'He has a cough.' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await fetched(element, 'You had chosen');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await shown();
    expect(backend.messages().filter(({ body }) => body === 'He has a cough.').length).to.equal(1);
    expect(client.selection.subject).to.equal(leo);
    expect(element.shadowRoot!.activeElement).to.equal(field(element));
  });

  it('asks nobody who chose the same person, nobody, or who acts for one person only', async () => {
    for (const [me, thread, chosen] of [['rosa', 'leo-form', leo], ['rosa', 'leo-form', undefined], ['sam', 'refill', maya]] as const) {
      const { element, client, backend } = await composer(thread, { me });
      client.selection.choose(chosen);
      await send(element, 'Straight away.');
      expect(backend.messages().some(({ body }) => body === 'Straight away.'), me).to.equal(true);
    }
  });

  it('forgets the question when something else is written, or another thread is shown', async () => {
    const { element, client } = await composer('leo-form', { me: 'rosa' });
    client.selection.choose(maya);
    await send(element, 'He has a cough.');
    await fetched(element, 'You had chosen');
    await write(element, 'He has a cold.');
    expect(wordsOf(element)).not.to.contain('You had chosen');
    button(element, 'Send').click();
    await fetched(element, 'You had chosen');
    element.thread = 'maya-cough' as ThreadId;
    await shown();
    expect(wordsOf(element)).to.contain('about Maya Delgado').and.not.to.contain('You had chosen');
  });
});
