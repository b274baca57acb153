import { aTimeout, expect, html } from '@open-wc/testing';
import '../../src/define/inbox.js';
import { AdapterError, type AdapterErrorCode } from '../../src/adapter/errors.js';
import type { MessageSendEvent, MessageSentEvent } from '../../src/controllers/message-events.js';
import type { CareInbox } from '../../src/elements/inbox/inbox.js';
import type { CareThread } from '../../src/elements/thread/thread.js';
import type { ThreadId } from '../../src/model/id.js';
import {
  button,
  expectAccessible,
  field,
  find,
  listenToAnnouncements,
  open,
  type Opening,
  send,
  shown,
  wordsOf,
  write,
} from '../support/conversation.js';

const inThread = (id: string, opening?: Opening) => open<CareThread>(html`<care-thread thread=${id}></care-thread>`, opening);

describe('the words of a reply', function () {
  this.timeout(20_000);

  it('F23 shows what one person was writing to nobody else, and to them again', async () => {
    const { element, signIn } = await inThread('refill', { me: 'ana' });
    await write(element, 'Half a sen');
    await signIn('lee');
    expect(field(element).value).to.equal('');
    await write(element, 'Other words');
    await signIn('ana');
    expect(field(element).value).to.equal('Half a sen');
  });

  it('doubles and loses no words when they change while the page prepares', async () => {
    const reading = await inThread('refill', {
      before: ({ method }) => {
        if (method === 'send') throw new AdapterError('invalid', 'no');
      },
    });
    const { element } = reading;
    await send(element, 'First words.');
    let go = () => {};
    element.addEventListener('care-message-send', (event) => {
      (event as MessageSendEvent).waitUntil(new Promise<void>((resolve) => (go = resolve)));
    });
    await write(element, 'Second words.');
    find(element, '[part=send]')[0]!.click();
    await shown();
    button(element, 'Change it').click();
    await shown();
    go();
    await shown();
    expect(field(element).value).to.contain('First words.');
  });

  it('changes no reply that may have arrived meanwhile', async () => {
    let code: 'invalid' | 'unknown-outcome' = 'invalid';
    const { element, client } = await inThread('refill', {
      before: ({ method }) => {
        if (method === 'send') throw new AdapterError(code, 'no');
      },
    });
    await send(element, 'First words.');
    const change = button(element, 'Change it');
    code = 'unknown-outcome';
    client.outbox.sendAgain(client.outbox.items()[0]!.key);
    change.click();
    await shown();
    expect(field(element).value).to.equal('');
  });

  it('tells what became of a reply after its composer has gone, each turn once', async () => {
    const answers: (AdapterErrorCode | '')[] = ['unknown-outcome', 'unknown-outcome', ''];
    const reading = await open<CareInbox>(html`<care-inbox thread="refill"></care-inbox>`, {
      without: ['changes'],
      before: ({ method }) => {
        const code = method === 'send' && answers.shift();
        if (code) throw new AdapterError(code, 'no');
      },
    });
    const { element, clock, network } = reading;
    const events: string[] = [];
    element.addEventListener('care-message-sent', (event) => events.push((event as MessageSentEvent).threadId));
    const { said, stop } = await listenToAnnouncements();
    network.set(false);
    await send(element, 'Thank you.');
    element.thread = undefined;
    await shown();
    network.set(true);
    await shown();
    await aTimeout(1500);
    await clock.advance(10_000);
    await aTimeout(1500);
    await clock.advance(60_000);
    await aTimeout(1500);
    stop();
    expect(said.join().match(/We are not sure/g)?.length).to.equal(1);
    expect(said).to.include('Your message was sent.');
    expect(events).to.deep.equal([]);
    element.thread = 'refill' as ThreadId;
    await shown();
    expect(events).to.deep.equal(['refill']);
  });

  it('lets the reader send again what nobody can check, and says so', async () => {
    let lost = 1;
    const reading = await inThread('refill', {
      without: ['changes'],
      after: ({ method }) => {
        if (method === 'send' && lost-- > 0) throw new AdapterError('unknown-outcome', 'no answer');
      },
      unrepeatable: true,
    });
    const { element } = reading;
    await send(element, 'Thank you.');
    expect(wordsOf(element)).to.contain('Sent again, it may arrive twice.').and.not.to.contain('Checking…');
    await expectAccessible(element);
    button(element, 'Send again').focus();
    button(element, 'Send again').click();
    await shown();
    expect(wordsOf(element)).not.to.contain('it may arrive twice');
    expect(element.shadowRoot!.activeElement?.localName).to.equal('h2');
  });
});
