import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { openBrowser } from '../journeys/visitor.js';
import { startHosts, type Host, type Seen } from './page/host.js';

const TAGS = ['inbox', 'thread', 'composer', 'contact-form', 'results', 'appointment-picker', 'appointments'].map((tag) => `care-${tag}`);

const STRICT = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
const POLICIES: Readonly<Record<string, string>> = {
  'strict': STRICT,
  'strict with Trusted Types': `${STRICT}; require-trusted-types-for 'script'; trusted-types lit-html`,
  'of nonces only': "default-src 'none'; script-src 'nonce-n1' 'strict-dynamic'; img-src 'self'; base-uri 'none'",
  "like WordPress's": "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: https:",
  'that is a sandbox': `sandbox allow-scripts; default-src 'none'; script-src http:; img-src http:`,
};

const POLLUTIONS: Readonly<Record<string, string>> = {
  'Array.prototype.toJSON': 'Array.prototype.toJSON = function () { return "[" + this.join() + "]"; };',
  'String.prototype.toJSON': 'String.prototype.toJSON = function () { return "x" + this; };',
  'an enumerable key on Array.prototype': 'Array.prototype.each = function () {};',
  'an enumerable key on Function.prototype': 'Function.prototype.bindAsEventListener = function () {};',
  'methods on Element.prototype': 'Element.prototype.hide = Element.prototype.show = function () { return this; };',
  'Array.from, slower but right': 'const from = Array.from; Array.from = function (...all) { return from.apply(Array, all); };',
  'window.$ and window._': 'window.$ = window._ = window.jQuery = () => null;',
  'window.process and window.global': 'window.process = { env: {} }; window.global = window;',
  'window.define as AMD has it': 'window.define = () => {}; window.define.amd = {};',
};

describe('a page that is not ours', () => {
  let browser: Browser;
  let hosts: Awaited<ReturnType<typeof startHosts>>;
  before(async () => {
    [browser, hosts] = await Promise.all([openBrowser(), startHosts()]);
  });
  after(() => Promise.all([browser.close(), hosts.close()]));

  async function works(host: Host): Promise<Seen> {
    const seen = await hosts.open(browser, host, TAGS);
    assert.deepEqual(seen.errors, []);
    assert.deepEqual(TAGS.filter((tag) => !(seen.drawn[tag]! > 5)), [], 'drew nothing');
    assert.deepEqual(seen.requests.filter((url) => !url.startsWith(hosts.url) && !url.startsWith('data:')), []);
    return seen;
  }

  for (const [name, policy] of Object.entries(POLICIES)) {
    it(`S06 S07 shows every element under a policy ${name}, which it never breaks, and asks nobody else`, async () => {
      assert.deepEqual((await works({ policy })).violations, []);
    });
  }

  for (const [name, first] of Object.entries(POLLUTIONS)) {
    it(`S03 shows every element where the page has set ${name}`, async () => {
      await works({ first });
    });
  }

  it('S04 shows every element where its script is there twice', async () => {
    await works({ copies: 2 });
  });
  it('S04 throws nothing where the page has a tag of that name', async () => {
    const first = "customElements.define('care-inbox', class extends HTMLElement {});";
    const { drawn, errors } = await hosts.open(browser, { first }, TAGS.filter((tag) => tag !== 'care-inbox'));
    assert.deepEqual(errors, []);
    assert.ok(Object.values(drawn).every((count) => count > 5), JSON.stringify(drawn));
  });
});
