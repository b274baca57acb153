import { expect, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { busyStreet } from '../../src/adapters/memory/scenarios.js';
import '../../src/define/all.js';
import { find, open, shown } from '../support/conversation.js';
import { HOSTILE_SHEETS } from './hostile-sheets.js';
import { differences, pictureOf } from './picture.js';

const ELEMENTS: Readonly<Record<string, TemplateResult>> = {
  'care-inbox': html`<care-inbox thread="refill"></care-inbox>`,
  'care-thread': html`<care-thread thread="refill"></care-thread>`,
  'care-composer': html`<care-composer thread="refill"></care-composer>`,
  'care-contact-form': html`<care-contact-form></care-contact-form>`,
};

/** Runs something on a page that has a stylesheet of its own. */
async function under<T>(css: string, look: () => T): Promise<T> {
  const sheet = document.createElement('style');
  sheet.textContent = css;
  document.head.append(sheet);
  await shown();
  try {
    return look();
  } finally {
    sheet.remove();
    await shown();
  }
}

async function onPage(template: TemplateResult): Promise<HTMLElement> {
  const { element } = await open(template, { scenario: busyStreet });
  // A place that no sheet of the page takes away: what stands in it is the matter here.
  element.closest('div')!.style.cssText = 'display: block !important; inline-size: 800px !important; float: none !important; padding: 0 !important; border: 0 !important; direction: inherit;';
  await shown();
  for (const reason of find(element, '[name=reason]').slice(0, 1)) reason.click();
  // What is out of view has a guessed height until a frame has drawn it: when that is, is no matter of the page's sheets.
  const drawn = new CSSStyleSheet();
  drawn.replaceSync('* { content-visibility: visible !important; }');
  for (const { shadowRoot } of [element, ...find(element, '*')]) shadowRoot?.adoptedStyleSheets.push(drawn);
  await shown();
  return element;
}

describe('elements on a page with stylesheets of its own', function () {
  this.timeout(240_000);
  afterEach(() => scrollTo(0, 0));

  for (const [tag, template] of Object.entries(ELEMENTS)) {
    it(`S01 <${tag}> stands and looks the same under ${HOSTILE_SHEETS.length} of them`, async () => {
      const element = await onPage(template);
      expect(pictureOf(element).length).to.be.greaterThan(400);
      for (const { name, css, declared = '' } of HOSTILE_SHEETS) {
        const calm = await under(declared, () => pictureOf(element));
        const storm = await under(css, () => pictureOf(element));
        expect(differences(calm, storm).slice(0, 8), `a page that ${name}`).to.deep.equal([]);
        const { visibility, opacity, filter, transform } = await under(css, () => ({ ...getComputedStyle(element) }));
        expect([visibility, opacity, filter, transform], name).to.deep.equal(['visible', '1', 'none', 'none']);
      }
    });
  }

  it('S01 sees a difference when there is one', async () => {
    const element = await onPage(ELEMENTS['care-composer']!);
    const calm = pictureOf(element);
    const storm = await under('care-composer { direction: rtl; }', () => pictureOf(element));
    expect(differences(calm, storm).length).to.be.greaterThan(0);
  });
});
