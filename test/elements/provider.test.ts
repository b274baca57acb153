import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { CallOptions } from '../../src/adapter/call-options.js';
import { memoryAdapter, memoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import { createClient } from '../../src/client/client.js';
import { sendMessage } from '../../src/client/messages.js';
import { ClientController } from '../../src/controllers/client-controller.js';
import { SignInEvent } from '../../src/controllers/sign-in-event.js';
import { define } from '../../src/define/define.js';
import '../../src/define/provider.js';
import { registerBackend } from '../../src/elements/provider/backends.js';
import type { CareProvider } from '../../src/elements/provider/provider.js';
import type { ReportEvent } from '../../src/elements/provider/provider-events.js';
import type { PersonId, ThreadId } from '../../src/model/id.js';

class Asker extends LitElement {
  readonly clients = new ClientController(this);
}
customElements.define('test-asker', Asker);

const adapter = () => memoryAdapter({ backend: memoryBackend(alderStreet), me: SIGN_INS.sam });
const asker = (root: ParentNode) => root.querySelector<Asker>('test-asker')!;
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('<care-provider>', () => {
  it('gives its client to an element at any depth', async () => {
    const el = await fixture<CareProvider>(html`
      <care-provider .adapter=${adapter()}><div><test-asker></test-asker></div></care-provider>
    `);
    const { me } = await asker(el).clients.client!.connect();
    expect(me.name).to.equal('Sam Okafor');
  });

  it('serves an element that was there before it', async () => {
    const host = await fixture<HTMLElement>(html`<div><test-asker></test-asker></div>`);
    const early = asker(host);
    expect(early.clients.client).to.equal(undefined);
    const provider = document.createElement('care-provider');
    provider.adapter = adapter();
    host.append(provider);
    provider.append(early);
    await settled();
    expect(early.clients.client).to.be.an('object');
  });

  it('serves scattered elements of the page, in whatever order they come', async () => {
    const host = await fixture<HTMLElement>(html`<div><test-asker></test-asker><p></p></div>`);
    const provider = document.createElement('care-provider');
    provider.page = true;
    provider.adapter = adapter();
    host.querySelector('p')!.append(provider);
    await settled();
    const early = asker(host);
    const late = new Asker();
    host.append(late);
    await settled();
    expect(early.clients.client).to.be.an('object');
    expect(late.clients.client).to.equal(early.clients.client);
    provider.remove();
    await settled();
    expect(early.clients.client).to.equal(undefined);
  });

  it('lets the first of two page providers win, and reports the second', async () => {
    const host = await fixture<HTMLElement>(html`<div><care-provider page .adapter=${adapter()}></care-provider></div>`);
    const codes: string[] = [];
    host.addEventListener('care-report', (event) => codes.push((event as ReportEvent).code));
    const second = document.createElement('care-provider');
    second.page = true;
    second.adapter = adapter();
    host.append(second);
    await settled();
    expect(codes).to.deep.equal(['second-page-provider']);
    host.append(new Asker());
    host.querySelector('care-provider')!.remove();
    await settled();
    expect(asker(host).clients.client).to.equal(second.served);
  });

  it('F28 keeps its client when it is moved in the page', async () => {
    const host = await fixture<HTMLElement>(html`
      <div><p></p><care-provider .adapter=${adapter()}><test-asker></test-asker></care-provider></div>
    `);
    const before = asker(host).clients.client;
    host.querySelector('p')!.append(host.querySelector('care-provider')!);
    await settled();
    expect(asker(host).clients.client).to.equal(before);
  });

  it('is set up by attributes alone', async () => {
    registerBackend('memory-for-test', (attribute) => ({ ...adapter(), name: attribute('base-url')! }));
    const el = await fixture<CareProvider>(html`
      <care-provider backend="memory-for-test" base-url="https://practice.example"><test-asker></test-asker></care-provider>
    `);
    expect((await asker(el).clients.client!.connect()).me.name).to.equal('Sam Okafor');
  });

  it('reports a backend it does not know, and stays quiet otherwise', async () => {
    const codes: string[] = [];
    const note = (event: Event) => codes.push((event as ReportEvent).code);
    await fixture(html`<div @care-report=${note}><care-provider backend="nothing"></care-provider></div>`);
    expect(codes).to.deep.equal(['unknown-backend']);
  });

  it('acts for whom the page has chosen, until the reader or the page chooses another', async () => {
    const el = await fixture<CareProvider>(html`<care-provider subject="maya" .adapter=${adapter()}></care-provider>`);
    const { selection } = el.served!;
    expect(selection.subject).to.equal('maya');
    selection.choose('leo' as PersonId);
    el.requestUpdate();
    await el.updateComplete;
    expect(selection.subject).to.equal('leo');
    el.subject = 'sam-okafor';
    await el.updateComplete;
    expect(selection.subject).to.equal('sam-okafor');
    el.removeAttribute('subject');
    el.setAttribute('subject', '');
    await el.updateComplete;
    expect(selection.subject).to.equal(undefined);
  });

  it('keeps what the page has chosen when it is given another backend, and chooses nothing on its own', async () => {
    const el = await fixture<CareProvider>(html`<care-provider subject="maya" .adapter=${adapter()}></care-provider>`);
    el.adapter = adapter();
    await el.updateComplete;
    expect(el.served!.selection.subject).to.equal('maya');
    const own = createClient(adapter());
    own.selection.choose('leo' as PersonId);
    const other = await fixture<CareProvider>(html`<care-provider .client=${own}></care-provider>`);
    expect(other.served!.selection.subject).to.equal('leo');
  });

  it('knows where people write without an account, and forgets it when the page does', async () => {
    const el = await fixture<CareProvider>(html`<care-provider guest-url="/guest" .adapter=${adapter()}></care-provider>`);
    expect(el.served!.guestUrl).to.equal('/guest');
    el.adapter = adapter();
    await el.updateComplete;
    expect(el.served!.guestUrl).to.equal('/guest');
    el.removeAttribute('guest-url');
    await el.updateComplete;
    expect(el.served!.guestUrl).to.equal(undefined);
  });

  it('I02 leads nobody to an address that is none of the web', async () => {
    const opened: unknown[] = [];
    const real = window.open;
    window.open = (url) => (opened.push(url), null);
    try {
      for (const url of ['javascript:window.__broken=1', 'data:text/html,x', 'https://bank@evil.example/', 'blob:x', 'http://[']) {
        const el = await fixture<CareProvider>(html`
          <care-provider guest-url=${url} sign-in-url=${url} .adapter=${adapter()}></care-provider>
        `);
        expect(el.served!.guestUrl, url).to.equal(undefined);
        el.dispatchEvent(new SignInEvent());
      }
      expect(opened).to.deep.equal([]);
    } finally {
      window.open = real;
    }
  });

  it('draws no box of its own', async () => {
    const el = await fixture<CareProvider>(html`<care-provider>words</care-provider>`);
    expect(getComputedStyle(el).display).to.equal('contents');
  });

  it('takes its settings as properties too, as frameworks set them', async () => {
    const seen: (string | undefined)[] = [];
    registerBackend('asked-for-test', (attribute) => {
      seen.push(attribute('base-url'), attribute('token-url'), attribute('data-extra'));
      return adapter();
    });
    const el = document.createElement('care-provider');
    Object.assign(el, { backend: 'asked-for-test', baseUrl: 'https://care.example', tokenUrl: '/token' });
    el.dataset.extra = 'more';
    (await fixture<HTMLElement>(html`<div></div>`)).append(el);
    await settled();
    expect(seen).to.deep.equal(['https://care.example', '/token', 'more']);
  });

  it('opens the sign-in page for an element that stands anywhere on the page, and renews when the reader is back', async () => {
    const opened: unknown[] = [];
    const real = window.open;
    window.open = (url) => (opened.push(url), null);
    let connected = 0;
    const counting = { name: 'counting', connect: (options: CallOptions) => (connected++, adapter().connect(options)) };
    const host = await fixture<HTMLElement>(html`
      <div><care-provider page sign-in-url="/sign-in" .adapter=${counting}></care-provider><test-asker></test-asker></div>
    `);
    try {
      await asker(host).clients.client!.connect();
      asker(host).dispatchEvent(new SignInEvent());
      expect(opened).to.deep.equal(['/sign-in']);
      window.dispatchEvent(new Event('focus'));
      await settled();
      expect(connected).to.equal(2);
    } finally {
      window.open = real;
    }
  });

  it('leaves signing in to a page that prevents the default', async () => {
    const opened: unknown[] = [];
    const real = window.open;
    window.open = (url) => (opened.push(url), null);
    const el = await fixture<CareProvider>(html`<care-provider sign-in-url="/sign-in"></care-provider>`);
    try {
      el.addEventListener('care-sign-in', (caught) => caught.preventDefault(), { capture: true, once: true });
      el.dispatchEvent(new SignInEvent());
      expect(opened).to.deep.equal([]);
      el.dispatchEvent(new SignInEvent());
      expect(opened).to.deep.equal(['/sign-in']);
    } finally {
      window.open = real;
    }
  });

  it('F28 keeps what is being sent when it is taken out and put back later', async () => {
    const host = await fixture<HTMLElement>(html`<div><care-provider .adapter=${adapter()}><test-asker></test-asker></care-provider></div>`);
    const provider = host.querySelector('care-provider')!;
    const before = asker(provider).clients.client;
    provider.remove();
    await settled();
    host.append(provider);
    await settled();
    expect(asker(provider).clients.client).to.equal(before);
  });

  it('says so when its backend is replaced while something is unsent', async () => {
    const never = { ...adapter(), connect: () => new Promise<never>(() => {}) };
    const codes: string[] = [];
    const note = (event: Event) => codes.push((event as ReportEvent).code);
    const host = await fixture<HTMLElement>(html`<div @care-report=${note}><care-provider .adapter=${never}></care-provider></div>`);
    const provider = host.querySelector('care-provider')!;
    sendMessage(provider.served!, { thread: 'refill' as ThreadId, body: 'on its way' });
    provider.adapter = adapter();
    await settled();
    expect(codes).to.deep.equal(['client-replaced']);
  });

  it('S04 leaves a tag that is taken to its first owner, and says so', () => {
    const codes: string[] = [];
    const note = (event: Event) => codes.push((event as ReportEvent).code);
    document.addEventListener('care-report', note);
    define(class extends HTMLElement { static readonly tagName = 'care-provider'; } as never);
    document.removeEventListener('care-report', note);
    expect(codes).to.deep.equal(['tag-taken']);
  });
});
