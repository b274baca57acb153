import { expect, fixture, html } from '@open-wc/testing';
import { closestLang } from '../../src/i18n/closest-lang.js';

describe('the language that applies to an element', () => {
  const page = document.documentElement;
  const before = page.lang;
  afterEach(() => (page.lang = before));

  it('is the nearest one that is said', async () => {
    const outer = await fixture(html`<div lang="fr"><p lang="es-MX"><span></span></p></div>`);
    expect(closestLang(outer.querySelector('span')!)).to.equal('es-MX');
    expect(closestLang(outer)).to.equal('fr');
  });

  it('is looked for through shadow roots, slot by slot and host by host', async () => {
    const host = await fixture(html`<div lang="ar"></div>`);
    const middle = document.createElement('div');
    const inner = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(middle);
    middle.attachShadow({ mode: 'open' }).append(inner);
    expect(closestLang(inner)).to.equal('ar');
  });

  it('is the page’s, and English where the page says none', async () => {
    const element = await fixture(html`<div></div>`);
    page.lang = 'pt-br';
    expect(closestLang(element)).to.equal('pt-BR');
    page.lang = '';
    expect(closestLang(element)).to.equal('en');
  });

  for (const wrong of ['not a language', 'x', '*', '日本', 'a'.repeat(1000), '<script>']) {
    it(`I13 is English for ${wrong.slice(0, 20)}, and nothing throws`, async () => {
      const element = await fixture(html`<div lang=${wrong}></div>`);
      expect(closestLang(element)).to.equal('en');
      expect(() => new Intl.DateTimeFormat(closestLang(element))).not.to.throw();
    });
  }
});
