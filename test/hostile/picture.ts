import { everything } from '../support/conversation.js';

// What a reader could see of a difference: how text looks, what is painted, and whether it can be used.
const LOOKS = [
  'color', 'background-color', 'font-family', 'font-size', 'font-style', 'font-weight', 'font-variant-caps', 'font-feature-settings',
  'line-height', 'letter-spacing', 'word-spacing', 'word-break', 'hyphens', 'text-align', 'text-indent', 'text-transform', 'text-shadow',
  'text-decoration-line', 'text-wrap-mode', 'white-space-collapse', 'direction', 'unicode-bidi', 'visibility', 'opacity', 'filter',
  'transform', 'rotate', 'display', 'cursor', 'pointer-events', 'user-select', 'list-style-type', 'caret-color', 'accent-color',
  '-webkit-text-fill-color', '-webkit-text-stroke-width', 'border-top-width', 'border-top-color', 'border-top-left-radius',
  'outline-style', 'box-shadow', 'overflow-x', 'tab-size', 'stroke', 'fill', 'writing-mode', 'text-emphasis-style',
] as const;

/** How everything inside our elements stands and looks, by its place: where nothing differs, no pixel does. */
export function pictureOf(element: HTMLElement): string[] {
  const ground = element.shadowRoot!.querySelector('.care')!.getBoundingClientRect();
  const tags = new Map<string, number>();
  return Array.from(everything(element)).flatMap((part) => {
    // The box of one of our tags in another is as inner as the rest; the outer one's is the page's.
    if (part === element || part.localName === 'style') return [];
    const { left, top, width, height } = part.getBoundingClientRect();
    const box = [left - ground.left, top - ground.top, width, height].map((length) => Math.round(length * 2) / 2).join(' ');
    const isShown = part.getClientRects().length > 0;
    const count = (tags.get(part.localName) ?? 0) + 1;
    tags.set(part.localName, count);
    const style = getComputedStyle(part);
    const looks = LOOKS.map((name) => `${name}: ${style.getPropertyValue(name)}`);
    return [`box: ${isShown ? box : 'none'}`, ...looks].map((line) => `${part.localName}.${part.getAttribute('class') ?? ''} ${count} ${line}`);
  });
}

/** What differs, one line for each kind of difference. */
export function differences(calm: readonly string[], storm: readonly string[]): string[] {
  if (calm.length !== storm.length) return [`${storm.length} instead of ${calm.length}`];
  return storm.flatMap((line, index) => (line === calm[index] ? [] : [`${line}, instead of ${calm[index]!.split(': ')[1]}`]));
}
