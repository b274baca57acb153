/** One entry on paper. */
export interface RecordEntry {
  /** What stands over it, such as who wrote it, with role and practice. */
  readonly who: string;
  readonly when: string;
  /** What was asked and answered, or measured. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly paragraphs: readonly string[];
}

/** What is kept on paper, as it is read by whoever it is given to: nobody is "you". */
export interface PaperRecord {
  readonly title: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly entries: readonly RecordEntry[];
}

const STYLES = `
  html { color-scheme: only light; background: #fff; color: #000; font: 11pt/1.5 system-ui, sans-serif; }
  body { margin: 0; overflow-wrap: anywhere; }
  h1 { margin: 0 0 .5em; font-size: 16pt; line-height: 1.25; }
  dl, p { margin: 0; }
  dl > div { display: flex; flex-wrap: wrap; gap: 0 .6em; }
  dt { color: #444; }
  dd { margin: 0; white-space: pre-wrap; unicode-bidi: plaintext; }
  ol { margin: 1.5em 0 0; padding: 0; list-style: none; border-block-start: 1px solid #000; }
  li { padding-block: 1em; border-block-end: 1px solid #bbb; break-inside: avoid-page; }
  h2 { margin: 0; font-size: 11pt; break-after: avoid; unicode-bidi: plaintext; }
  time { display: block; margin-block-end: .4em; color: #444; }
  li > p { white-space: pre-wrap; unicode-bidi: plaintext; }
  li > :is(p, dl) + p { margin-block-start: .6em; }
`;

/** A sheet of paper beside the page: a frame without layout prints blank, and what is hidden by sight alone is laid out. */
const FRAME = `
  .care-print {
    position: fixed !important;
    inset: 0 auto auto -300vw !important;
    inline-size: 210mm !important;
    block-size: 297mm !important;
    border: 0 !important;
    visibility: hidden !important;
  }
`;

let frameSheet: CSSStyleSheet | undefined;

/** How the words on a page run. */
export interface Page {
  readonly lang: string;
  /** `ltr` or `rtl`, as where it is shown on the screen. */
  readonly direction: string;
  /** What a file may be called that the browser makes of it: nothing of what was written. */
  readonly name: string;
}

/**
 * Prints a record in a frame of its own, so that nothing else of the page is on the paper. Its styles are adopted, which
 * a strict content security policy allows. The frame goes when printing is done, or with the signal.
 */
export async function printRecord(record: PaperRecord, page: Page, signal: AbortSignal): Promise<void> {
  if (!frameSheet) {
    frameSheet = new CSSStyleSheet();
    frameSheet.replaceSync(FRAME);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, frameSheet];
  }
  const frame = document.createElement('iframe');
  signal.addEventListener('abort', () => frame.remove());
  frame.className = 'care-print';
  frame.title = page.name;
  frame.setAttribute('aria-hidden', 'true');
  document.body.append(frame);
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!view) throw new Error('there is no frame to print from');
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(STYLES);
  view.document.adoptedStyleSheets = [sheet];
  fill(view.document, record, page);
  view.addEventListener('afterprint', () => frame.remove());
  // Firefox lays a new frame out with the next frame only.
  await new Promise((resolve) => setTimeout(resolve, 50));
  if (signal.aborted) return;
  view.focus();
  view.print();
}

/** Writes a record into a document. Text is text. */
export function fill(page: Document, { title, facts, entries }: PaperRecord, { lang, direction, name }: Page): void {
  page.documentElement.lang = lang;
  page.documentElement.dir = direction;
  const add = (to: Element, name: string, text = ''): HTMLElement => {
    const element = page.createElement(name);
    element.textContent = text;
    to.append(element);
    return element;
  };
  const list = (to: Element, pairs: RecordEntry['facts']): void => {
    if (pairs.length === 0) return;
    const all = add(to, 'dl');
    for (const [label, value] of pairs) {
      const pair = add(all, 'div');
      add(pair, 'dt', label);
      add(pair, 'dd', value);
    }
  };
  page.title = name;
  add(page.body, 'h1', title);
  list(page.body, facts);
  const talk = add(page.body, 'ol');
  for (const { who, when, facts: asked, paragraphs } of entries) {
    const item = add(talk, 'li');
    // What only happened has nothing under it.
    add(item, asked.length + paragraphs.length > 0 ? 'h2' : 'p', who);
    add(item, 'time', when);
    list(item, asked);
    for (const text of paragraphs) add(item, 'p', text);
  }
}
