const OVERSCAN = 6;

interface WindowOptions<T> {
  /** A row's height in pixels, as far as can be told before it is drawn. */
  readonly height: (item: T) => number;
  /** Whether to begin at the end and stay there. */
  readonly atEnd: boolean;
}

/** Draws only the rows in sight: guesses heights, draws, measures what it drew, and shifts what follows. */
export function showWindow<T>(
  scroller: HTMLElement,
  items: readonly T[],
  row: (item: T) => string,
  { height, atEnd }: WindowOptions<T>,
): void {
  const tops = [0];
  for (const item of items) tops.push(tops.at(-1)! + height(item));
  const [above, list, below] = ['div', 'ul', 'div'].map((tag) => document.createElement(tag)) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  scroller.append(above, list, below);
  let drawn = '';

  const update = (y: number): void => {
    const first = Math.max(0, indexAt(tops, y) - OVERSCAN);
    const end = Math.min(items.length, indexAt(tops, y + scroller.clientHeight) + 1 + OVERSCAN);
    if (drawn !== `${first} ${end}`) {
      drawn = `${first} ${end}`;
      list.innerHTML = items.slice(first, end).map(row).join('');
      correct(tops, first, end, [...list.children].map((child) => (child as HTMLElement).offsetHeight));
    }
    above.style.height = `${tops[first]!}px`;
    below.style.height = `${tops.at(-1)! - tops[end]!}px`;
  };

  update(atEnd ? Math.max(0, tops.at(-1)! - scroller.clientHeight) : 0);
  if (atEnd) scroller.scrollTop = scroller.scrollHeight;
  scroller.addEventListener('scroll', () => update(scroller.scrollTop), { passive: true });
}

/** The last row that begins at or above a height. */
function indexAt(tops: readonly number[], y: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tops[middle]! <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

function correct(tops: number[], first: number, end: number, heights: readonly number[]): void {
  const before = tops[end]!;
  heights.forEach((height, place) => (tops[first + place + 1] = tops[first + place]! + height));
  const shift = tops[end]! - before;
  if (shift !== 0) for (let place = end + 1; place < tops.length; place++) tops[place]! += shift;
}
