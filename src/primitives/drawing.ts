import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';

/** A shape of a drawing, its attributes, and what is in it. */
export interface Shape {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly inside?: readonly (Shape | string)[];
}

export interface DrawingOptions {
  readonly name: 'line' | 'trend';
  /** Says all that is drawn. */
  readonly label: string;
  /** In pixels at the usual size of text. */
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export function shape(name: string, attributes: Shape['attributes'], ...inside: readonly (Shape | string)[]): Shape {
  return { name, attributes, inside };
}

/** A length in pixels at the usual size of text, which grows with it. `size`: of the text that it is said of. */
export const em = (pixels: number, size = 13): string => `${Math.round((pixels / size) * 1000) / 1000}em`;

/**
 * A picture. Its shapes are made by hand: there are many, none changes by itself, and a template would keep a comment
 * beside each.
 */
export function drawing({ name, label, height, shapes }: DrawingOptions): TemplateResult {
  const drawn = guard([JSON.stringify(shapes)], () => {
    const all = document.createDocumentFragment();
    all.append(...shapes.map(made));
    return all;
  });
  return html`<svg class="drawn ${name}" part=${name} height=${em(height)} role="img" aria-label=${label}>${drawn}</svg>`;
}

function made({ name, attributes, inside = [] }: Shape): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, `${value}`);
  element.append(...inside.map((one) => (typeof one === 'string' ? one : made(one))));
  return element;
}
