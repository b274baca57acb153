/** A stylesheet as pages have them, or as they should not. */
export interface HostileSheet {
  readonly name: string;
  readonly css: string;
  /** What the page may well say: the box it gives our elements, direction, zoom, the size that all sizes hang on. */
  readonly declared?: string;
}

const EVERY_INHERITED = `
  font: italic small-caps 900 40px/3 fantasy !important; font-feature-settings: 'smcp' !important;
  letter-spacing: 9px !important; word-spacing: 1em !important; text-transform: uppercase !important;
  text-indent: 5em !important; text-align: right !important; color: red !important; white-space: pre !important;
  word-break: break-all !important; hyphens: auto !important; text-shadow: 2px 2px red !important;
  -webkit-text-fill-color: red !important; -webkit-text-stroke: 2px red !important; cursor: wait !important;
  pointer-events: none !important; user-select: none !important; list-style: square !important; tab-size: 40 !important;
  caret-color: red !important; accent-color: red !important; line-break: anywhere !important; quotes: none !important;
  text-wrap: nowrap !important; text-emphasis: dot red !important; stroke: red !important; fill: red !important;
`;

// After what reset sheets, frameworks and page builders say, shortened to what could do harm; and three out of spite.
export const HOSTILE_SHEETS: readonly HostileSheet[] = [
  { name: 'unsets everything', css: '* { all: unset !important; }' },
  {
    name: 'resets like it was 2011',
    css: `html, body, div, span, h1, h2, h3, p, a, ul, ol, li, dl, dt, dd, form, label, fieldset, legend, table, time, summary, care-inbox {
        margin: 0; padding: 0; border: 0; font-size: 100%; font: inherit; vertical-align: baseline; }
      ol, ul { list-style: none; } blockquote, q { quotes: none; } body { line-height: 1; }
      :focus { outline: 0 !important; }`,
  },
  {
    name: 'begins like Bootstrap 3',
    css: `html { font-size: 10px; -webkit-tap-highlight-color: transparent; } * { box-sizing: border-box; }
      body { font-family: "Helvetica Neue", Arial; font-size: 14px; line-height: 1.42857143; color: #333; background: #fff; }
      a { color: #337ab7; text-decoration: none; } button, input, textarea { font-family: inherit; line-height: inherit; }
      label { display: inline-block; max-width: 100%; font-weight: 700; } .row { margin: 0 -15px; } .row::before { content: " "; display: table; }
      .small { font-size: 85%; } .close { float: right; opacity: .2; } .hidden { display: none !important; } .waiting { display: none; }`,
    declared: 'html { font-size: 10px; }',
  },
  {
    name: 'begins like Bootstrap 5',
    css: `*, ::before, ::after { box-sizing: border-box; } :root { scroll-behavior: smooth; --bs-body-color: #212529; }
      body { margin: 0; font: 1rem/1.5 system-ui; color: var(--bs-body-color); -webkit-text-size-adjust: 100%; }
      h1, h2, h3 { margin: 0 0 .5rem; font-weight: 500; line-height: 1.2; } button { border-radius: 0; text-transform: none; }
      [role=button], button { cursor: pointer; } legend { float: left; width: 100%; font-size: 1.5rem; } .row > * { width: 100%; }
      .button { display: none !important; } .small { font-size: .875em; } .note { border: 9px solid red; }`,
    declared: 'body { margin: 0; }',
  },
  {
    name: 'begins like Tailwind',
    css: `*, ::before, ::after { box-sizing: border-box; border: 0 solid #e5e7eb; margin: 0; padding: 0; --tw-content: ""; }
      html { line-height: 1.5; tab-size: 4; font-family: ui-sans-serif; } button, input, textarea { background: transparent; color: inherit; font: inherit; }
      img, svg, video { display: block; vertical-align: middle; max-width: 100%; height: auto; } ol, ul { list-style: none; }
      ::placeholder { color: #9ca3af; } [hidden] { display: none !important; } .row { flex-direction: column; }`,
    declared: 'body { margin: 0; }',
  },
  {
    name: 'comes from a page builder',
    css: `body * { -webkit-font-smoothing: antialiased; } [class] a { box-shadow: none; text-decoration: none !important; }
      button, [type=button], [type=submit] { background: #c36 !important; border: 1px solid #c36 !important; color: #fff !important; padding: .5rem 1rem !important; }
      svg { fill: currentColor !important; inline-size: 100% !important; } p { margin-block-end: .9rem !important; padding-bottom: 1em; }
      input, textarea { width: 100% !important; border: 1px solid #666 !important; } div:empty { display: none !important; }`,
  },
  {
    name: 'paints by the numbers of a theme',
    css: `body { font: 500 14px/1.7em "Open Sans", Arial; color: #666; -webkit-font-smoothing: antialiased; } body.page, div, section { color: #2ea3f2; }
      h1, h2, h3, h4 { padding-bottom: 10px; line-height: 1em; color: #333; } ol, ul { line-height: 26px; padding: 0 0 23px 1em !important; list-style: disc; }
      textarea, input { padding: 2px !important; color: #4e4e4e !important; } time { color: #999; } bdi { unicode-bidi: normal; direction: ltr; }`,
  },
  { name: 'sets whatever is inherited', css: `body * { ${EVERY_INHERITED} }` },
  {
    name: 'hides, doubles and turns the page round',
    css: 'body { visibility: hidden; zoom: 2; direction: rtl; }',
    declared: 'body { zoom: 2; direction: rtl; }',
  },
  {
    name: 'animates everything',
    css: `@keyframes turns { to { rotate: 360deg; opacity: 0; letter-spacing: 1em; color: red; } }
      body *, body *::before { transition: all 30s !important; animation: none; letter-spacing: 2px; } p, a, button, li { animation: turns 1s infinite !important; }`,
  },
  {
    name: 'hides and distorts our very tags',
    css: `care-inbox, care-thread, care-composer, care-contact-form { visibility: hidden !important; opacity: 0 !important;
        filter: blur(4px) invert(1) !important; transform: scale(9) !important; color: red !important; font-size: 70px !important; }`,
  },
  {
    name: 'gives our tags a strange box',
    css: `body * { padding: 9px !important; border: 3px solid red !important; background: red !important; border-radius: 50% !important; }
      div, ol, ul, li, form, fieldset { display: flex !important; float: left !important; position: relative !important; }`,
    declared: `care-inbox, care-thread, care-composer, care-contact-form, care-provider { padding: 9px !important; border: 3px solid red !important; border-radius: 50% !important; }`,
  },
];
