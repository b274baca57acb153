import { everything } from '../support/conversation.js';

const CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
const ISOLATED = new Set(['isolate', 'isolate-override', 'plaintext']);

const nameOf = (part: Element): string => `${part.localName}.${part.getAttribute('class') ?? ''}`;
const parentOf = (node: Node): Element | null => node.parentElement ?? (node.getRootNode() as ShadowRoot).host ?? null;

/** Parts that reach out of their element at either side, or that can be scrolled sideways. */
export function sidewaysIn(element: HTMLElement): string[] {
  const { left, right } = element.getBoundingClientRect();
  const page = document.documentElement;
  const out = Array.from(everything(element)).flatMap((part) => {
    const box = part.getBoundingClientRect();
    const isSaid = part.closest('.said, [hidden]') !== null;
    // The path of an icon and what is only read out have no width of their own.
    if (isSaid || box.width === 0 || part instanceof SVGElement || isClipped(part, element)) return [];
    const scrolls = part.scrollWidth > part.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(part).overflowX);
    return box.left < left - 1 || box.right > right + 1 || scrolls ? [nameOf(part)] : [];
  });
  return page.scrollWidth > page.clientWidth ? [...out, 'the page'] : out;
}

/** Whether what is around it ends it with an ellipsis. */
function isClipped(part: Element, element: Element): boolean {
  for (let at = parentOf(part); at && at !== element; at = parentOf(at)) {
    if (getComputedStyle(at).textOverflow === 'ellipsis') return true;
  }
  return false;
}

/** Text with marks that turn the direction round, where they would turn words beside it, too. */
export function unisolatedIn(element: HTMLElement): string[] {
  return Array.from(everything(element)).flatMap((part) =>
    Array.from(part.childNodes).flatMap((node) => {
      const text = node.nodeType === Node.TEXT_NODE ? node.textContent! : '';
      if (!CONTROLS.test(text) || part.localName === 'style' || part.localName === 'textarea') return [];
      const ground = groundOf(part);
      const beside = (ground?.textContent ?? '').replace(text, '');
      const inside = /^[^\p{L}]*\u2068[^\u2069]*\u2069[^\p{L}]*$/u.test(text);
      return /[\p{L}\p{N}]/u.test(beside) && !inside ? [`${nameOf(part)} in ${nameOf(ground!)}`] : [];
    }),
  );
}

/** The nearest part around that text is put in order for by itself. */
function groundOf(part: Element): Element | null {
  for (let at: Element | null = part; at; at = parentOf(at)) {
    const { display, unicodeBidi } = getComputedStyle(at);
    if (ISOLATED.has(unicodeBidi) || (display !== 'inline' && display !== 'contents')) return at;
  }
  return null;
}
