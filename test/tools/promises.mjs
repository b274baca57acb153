// `npm run promises`: writes the table of what is promised and which tests show it, from the tests' own titles.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { filesIn } from './files.mjs';

export const PAGE = 'stories/docs/promises.mdx';

/** The title of a test, a group or a story's play, with whatever is put into it left as it is written. */
const TITLE = /\b(?:it|test|describe|suite|promise)(?:\.\w+)?\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/gs;

/** How many titles carry each row's id, file by file: `F03` → `test/client/outbox.node.ts` → 4. */
function shownBy() {
  const shown = new Map();
  for (const path of [...filesIn('test', '.test.ts', '.node.ts'), ...filesIn('src/conformance', '-suite.ts', 'traits.ts')]) {
    for (const [, , title] of readFileSync(path, 'utf8').matchAll(TITLE)) {
      for (const [id] of title.matchAll(/\b[FIA]\d\d\b|\bS\d\d\b/g)) {
        const files = shown.get(id) ?? new Map();
        shown.set(id, files.set(path, (files.get(path) ?? 0) + 1));
      }
    }
  }
  return shown;
}

/** The page as it should be, and the ids that tests name and nobody has put into words. */
export function promises() {
  const groups = JSON.parse(readFileSync('test/tools/promises.json', 'utf8'));
  const shown = shownBy();
  const known = new Set(Object.values(groups).flatMap(({ rows }) => Object.keys(rows)));
  const unknown = [...shown.keys()].filter((id) => !known.has(id)).sort();
  return { page: pageOf(groups, shown), unknown };
}

function pageOf(groups, shown) {
  const tables = Object.values(groups).map(({ title, rows }) => {
    const lines = Object.entries(rows).map(([id, words]) => `| ${id} | ${words} | ${cellOf(shown.get(id))} |`);
    return [`## ${title}`, '', '| | Promise | Shown by |', '|---|---|---|', ...lines].join('\n');
  });
  return `import { Meta } from '@storybook/addon-docs/blocks';

<Meta title="Promises" />

# What is promised, and what shows it

Each promise has an id, and the title of each test that shows it begins with it. This page is made from those titles by
\`npm run promises\`; \`npm run check\` fails when it is out of date. A promise without a test is not kept yet.

${tables.join('\n\n')}
`;
}

function cellOf(files) {
  if (!files) return 'nothing yet';
  return [...files].map(([path, count]) => `\`${path}\`${count > 1 ? ` (${count})` : ''}`).join(', ');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(PAGE, promises().page);
