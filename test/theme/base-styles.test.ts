import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { baseStyles } from '../../src/theme/base-styles.js';
import { choiceStyles } from '../../src/theme/choice-styles.js';
import { controlStyles } from '../../src/theme/control-styles.js';
import { noteStyles } from '../../src/theme/note-styles.js';
import { palette } from '../../src/theme/tokens.js';

class Sample extends LitElement {
  static override styles = [baseStyles, controlStyles, choiceStyles, noteStyles];

  override render(): TemplateResult {
    return html`<div class="care">
      <p>Words <a href="#there">and a link</a></p>
      <button class="button main" type="button">Send</button>
      <button class="button main" type="button" aria-disabled="true">Held</button>
      <label class="choice"><input type="radio" name="one" /><span class="what">One</span></label>
      <label class="option"><input type="radio" name="one" /><span class="what">Two</span></label>
    </div>`;
  }
}
customElements.define('test-sample', Sample);

const inside = (element: Element, selector: string): HTMLElement => element.shadowRoot!.querySelector<HTMLElement>(selector)!;
const look = (element: Element, selector = '.care'): CSSStyleDeclaration => getComputedStyle(inside(element, selector));
const colour = (hex: string): string => `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;
const on = (page: string): Promise<HTMLElement> =>
  fixture(html`<div class="page"><style>${page}</style><test-sample></test-sample></div>`);
const sample = async (page: string): Promise<Element> => (await on(page)).querySelector('test-sample')!;

const HOSTILE = [
  '* { all: unset !important; }',
  'body, body * { color: red !important; font: 40px serif !important; letter-spacing: 9px !important; }',
  '.page { font-size: 4px; line-height: 9; text-transform: uppercase; word-spacing: 1em; text-indent: 5em; }',
  '.page { visibility: hidden; white-space: pre; cursor: wait; user-select: none; text-align: right; }',
  '.page * { visibility: hidden; opacity: 0 !important; filter: blur(4px) !important; transform: scale(9) !important; }',
  'p, a, button, label, div { display: none !important; color: red !important; }',
  '.care, .button, .row { display: none !important; background: red !important; }',
  '*, *::before, *::after { box-sizing: content-box !important; animation: none; border: 9px solid red; }',
];

describe('the ground that elements stand on', function () {
  this.timeout(20_000);

  const shown = ['color', 'fontSize', 'fontFamily', 'lineHeight', 'letterSpacing', 'textTransform', 'visibility'] as const;
  const more = ['wordSpacing', 'textIndent', 'whiteSpace', 'cursor', 'textAlign', 'boxSizing', 'fontWeight'] as const;
  const looks = (element: Element) =>
    ['.care', 'p', 'a', '.button', '.choice'].flatMap((selector) => {
      const style = look(element, selector);
      return [...shown, ...more].map((name) => `${selector} ${name}: ${style[name]}`);
    });

  for (const page of HOSTILE) {
    it(`S01 looks the same on a page that says ${page}`, async () => {
      // Measured first: a sheet of the page is a sheet for everything on it.
      const calm = looks(await sample(''));
      const storm = await sample(page);
      expect(looks(storm)).to.deep.equal(calm);
      const { opacity, filter, transform } = getComputedStyle(storm);
      expect([opacity, filter, transform]).to.deep.equal(['1', 'none', 'none']);
    });
  }

  it('leaves its box to the page, and hides when it is told to', async () => {
    const page = await on('test-sample { inline-size: 300px; margin: 7px; }');
    const element = page.querySelector('test-sample')!;
    expect(getComputedStyle(element).width).to.equal('300px');
    expect(getComputedStyle(element).margin).to.equal('7px');
    element.toggleAttribute('hidden', true);
    expect(getComputedStyle(element).display).to.equal('none');
  });

  it('takes the page’s direction and scheme', async () => {
    const element = await sample('.page { direction: rtl; color-scheme: dark; }');
    expect(look(element).direction).to.equal('rtl');
    expect(look(element).color).to.equal(colour(palette.ink.dark));
    expect(look(await sample('.page { color-scheme: light; }')).color).to.equal(colour(palette.ink.light));
  });

  it('is light on a page that does not speak of schemes', async () => {
    const element = await sample('.page { color-scheme: normal; }');
    expect(look(element).color).to.equal(colour(palette.ink.light));
  });

  it('wears the skin of the page: palette, font, radius, and the size all sizes hang on', async () => {
    const skin = `--care-ink: #123456; --care-font: monospace; --care-radius: 9px; --care-rem: 10px; --care-brand-fill: #654321`;
    const element = await sample(`.page { ${skin}; --care-color-text: red; --_rem: 50px; }`);
    expect(look(element).color).to.equal(colour('#123456'));
    expect(look(element).fontFamily).to.equal('monospace');
    expect(look(element).fontSize).to.equal('10.625px');
    expect(look(element, '.button').borderRadius).to.equal('9px');
    expect(look(element, '.button').backgroundColor).to.equal(colour('#654321'));
  });

  it('A06 gives every control and every choice 44 px', async () => {
    const element = await sample('.page { --care-rem: 10px; }');
    for (const selector of ['.button', '.choice', '.option']) {
      expect(inside(element, selector).getBoundingClientRect().height, selector).to.be.at.least(44);
    }
  });

  it('says that a button is held by its edge, and leaves it where the keyboard finds it', async () => {
    const element = await sample('');
    expect(look(element, "[aria-disabled='true']").borderStyle).to.equal('dashed');
    expect(inside(element, "[aria-disabled='true']").tabIndex).to.equal(0);
  });

  it('marks what is chosen by more than colour, and moves nothing by it', async () => {
    const element = await sample('');
    const option = inside(element, '.option');
    const [before, row] = [option.getBoundingClientRect(), inside(element, '.choice').getBoundingClientRect()];
    inside(element, '.option input').click();
    expect(getComputedStyle(option).outlineStyle).to.equal('solid');
    expect(option.getBoundingClientRect().width).to.equal(before.width);
    inside(element, '.choice input').click();
    expect(getComputedStyle(inside(element, '.choice'), '::before').borderInlineStartWidth).to.equal('3px');
    expect(inside(element, '.choice').getBoundingClientRect().height).to.equal(row.height);
  });
});
