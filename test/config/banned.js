// What the library's source may not use (row S16): ways for text to become markup or code, words that leave by a side
// door, and what a strict content security policy blocks.

const MARKUP = 'Text is text: markup from anywhere but our own templates is never interpreted.';
const LEAK = 'What patients wrote leaves neither through the console nor through storage that the page can read.';

export const BANNED_GLOBALS = [
  { name: 'console', message: LEAK },
  { name: 'localStorage', message: LEAK },
  { name: 'sessionStorage', message: LEAK },
  { name: 'Function', message: MARKUP },
];

export const BANNED_PROPERTIES = [
  ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'createContextualFragment', 'srcdoc'].map(
    (property) => ({ property, message: MARKUP }),
  ),
  ...['console', 'localStorage', 'sessionStorage'].map((property) => ({ property, message: LEAK })),
];

export const BANNED_IMPORTS = {
  paths: [
    { name: 'zod', message: 'Use zod/mini: 5 kB against 93 kB, and the whole of zod trips Trusted Types.' },
    { name: 'lit/static-html.js', message: MARKUP },
  ],
  patterns: [
    { group: ['lit/directives/unsafe-*'], message: MARKUP },
    { group: ['lit/directives/style-map*'], message: 'A strict content security policy blocks it. Use a class.' },
  ],
};

export const BANNED_SYNTAX = [
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle=/]',
    message: 'A strict content security policy blocks style attributes. Use a class, or set a custom property.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\.(inner|outer)HTML=/]',
    message: MARKUP,
  },
  { selector: 'ExportDefaultDeclaration', message: 'A name at the export is a name at every import.' },
];
