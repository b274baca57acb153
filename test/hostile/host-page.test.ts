import { expect, waitUntil } from '@open-wc/testing';
import { shown } from '../support/conversation.js';

/** A page of somebody else's: a bit of everything that a page has. */
const HOST = `<!doctype html><html lang="en"><head><title>A practice</title><style>p { color: teal; }</style></head><body>
  <h1>Alder Street</h1><p class="note care button row">Words <a href="#x">a link</a> <b>bold</b> <time>now</time></p>
  <form><fieldset><legend>One</legend><label class="choice">Two <input value="3"></label><textarea>4</textarea>
  <select><option>5</option></select><button class="button main">Go</button></fieldset></form>
  <table><tr><td>6</td></tr></table><ul><li>7</li></ul><details open><summary>8</summary>9</details>
  <svg class="icon" width="9" height="9"><path d="M0 0h9"></path></svg><div hidden>10</div><dialog open>11</dialog>
</body></html>`;

/** What Lit and Zod leave in the window, to find other copies of themselves. We leave nothing there. */
const LIT = ['litElementVersions', 'litHtmlVersions', 'litPropertyMetadata', 'reactiveElementVersions'];
const KNOWN_GLOBALS = [...LIT, '__zod_globalConfig', '__zod_globalRegistry'];

type Realm = Window & typeof globalThis;

async function hostPage(): Promise<Realm> {
  const frame = document.createElement('iframe');
  frame.srcdoc = HOST;
  frame.style.cssText = 'inline-size: 900px; block-size: 700px';
  document.body.append(frame);
  await new Promise((resolve) => (frame.onload = resolve));
  return frame.contentWindow as Realm;
}

/** Loads modules of ours in a page, as a script of the page would, and waits until they have run. */
async function load(realm: Realm, code: string): Promise<void> {
  const script = realm.document.createElement('script');
  script.type = 'module';
  script.textContent = `${code}; document.currentLoad();`;
  await new Promise<void>((resolve) => {
    Object.assign(realm.document, { currentLoad: resolve });
    realm.document.head.append(script);
  });
  script.remove();
  delete (realm.document as { currentLoad?: unknown }).currentLoad;
}

const TAGS = ['care-inbox', 'care-thread', 'care-composer', 'care-contact-form'];

const MOUNT = `
  import '/src/define/all.ts';
  import { memoryAdapter, memoryBackend } from '/src/adapters/memory/memory-adapter.ts';
  import { alderStreet, SIGN_INS } from '/src/adapters/memory/scenarios.ts';
  const provider = document.createElement('care-provider');
  provider.adapter = memoryAdapter({ backend: memoryBackend(alderStreet), me: SIGN_INS.sam });
  for (const tag of ${JSON.stringify(TAGS)}) {
    const element = document.createElement(tag);
    if (tag !== 'care-contact-form') element.setAttribute('thread', 'refill');
    provider.append(element);
  }
  document.body.append(provider)`;

/** Every computed style of every element that was on the page before us. */
const stylesOf = (realm: Realm, elements: readonly Element[]): string[] =>
  elements.flatMap((element) =>
    [undefined, '::before', '::after', '::selection'].map((pseudo) => {
      const style = realm.getComputedStyle(element, pseudo);
      return Array.from(style, (name) => `${element.localName}${pseudo ?? ''} ${name}: ${style.getPropertyValue(name)}`).join('\n');
    }),
  );

/** Every property of every built-in prototype and constructor, by what stands there. */
function builtInsOf(realm: Realm): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const name of Object.getOwnPropertyNames(realm)) {
    const value: unknown = (realm as unknown as Record<string, unknown>)[name];
    if (typeof value !== 'function') continue;
    for (const [of, holder] of [[name, value], [`${name}.prototype`, value.prototype as unknown]] as const) {
      if (typeof holder !== 'object' && typeof holder !== 'function') continue;
      if (holder === null) continue;
      for (const key of Reflect.ownKeys(holder)) {
        const property = Object.getOwnPropertyDescriptor(holder, key)!;
        found.set(`${of}.${String(key)}`, property.get ?? property.set ?? property.value);
      }
    }
  }
  return found;
}

describe('a page that has our elements on it', function () {
  this.timeout(60_000);
  let realm: Realm;
  afterEach(() => realm.frameElement?.remove());

  it('S02 keeps its own look, globals, built-ins, title, address and sheets', async () => {
    realm = await hostPage();
    const elements = [...realm.document.querySelectorAll('*')];
    const [styles, builtIns] = [stylesOf(realm, elements), builtInsOf(realm)];
    const globals = new Set(Reflect.ownKeys(realm));
    const { title, URL: address, cookie } = realm.document;
    const head = realm.document.head.childElementCount;

    await load(realm, MOUNT);
    const isThere = (tag: string) => realm.document.querySelector(tag)!.shadowRoot!.querySelectorAll('.care *').length > 9;
    await waitUntil(() => TAGS.every(isThere), 'our elements are there', { timeout: 10_000 });
    await shown();

    // What grows is as tall as what is in it: the page's own height is not a style of ours.
    const grows = /^(html|body).* (height|block-size|perspective-origin|transform-origin|-webkit-locale): /;
    const lines = (all: readonly string[]) => all.flatMap((text) => text.split('\n')).filter((line) => !grows.test(line));
    const [before, now] = [lines(styles), lines(stylesOf(realm, elements))];
    expect(now.filter((line, index) => line !== before[index]).slice(0, 5)).to.deep.equal([]);

    const added = Reflect.ownKeys(realm).filter((key) => !globals.has(key));
    expect(added.filter((key) => !KNOWN_GLOBALS.includes(String(key)))).to.deep.equal([]);
    const builtInsNow = builtInsOf(realm);
    const patched = [...builtIns].filter(([name, value]) => !Object.is(builtInsNow.get(name), value)).map(([name]) => name);
    expect(patched).to.deep.equal([]);

    expect([realm.document.title, realm.document.URL, realm.document.cookie]).to.deep.equal([title, address, cookie]);
    expect(realm.document.head.childElementCount).to.equal(head);
    expect(realm.document.adoptedStyleSheets).to.have.length(0);
    expect(realm.history.length).to.equal(history.length);
    expect([realm.localStorage.length, realm.sessionStorage.length]).to.deep.equal([localStorage.length, sessionStorage.length]);
  });

  it('S02 changes nothing at all by importing the classes', async () => {
    realm = await hostPage();
    const [globals, html] = [new Set(Reflect.ownKeys(realm)), realm.document.body.outerHTML];
    await load(realm, `import '/src/index.ts'`);
    await shown();
    expect(Reflect.ownKeys(realm).filter((key) => !globals.has(key) && !KNOWN_GLOBALS.includes(String(key)))).to.deep.equal([]);
    expect(realm.document.body.outerHTML).to.equal(html);
    expect(realm.customElements.get('care-inbox')).to.equal(undefined);
  });
});
