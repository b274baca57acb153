import MagicString from 'magic-string';
import { parseSync, Visitor } from 'vite';

// A run of spaces shows as one space, so it may become one and not none.
const squeezeMarkup = (text) => text.replace(/<!--(?!\?).*?-->/gs, '').replace(/\s+/g, ' ');

const squeezeStyles = (text) =>
  text
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}');

const SQUEEZE = { html: squeezeMarkup, svg: squeezeMarkup, css: squeezeStyles };

/** A build plugin that takes comments and spaces out of Lit's templates and styles; minifiers leave strings alone. */
export function minifyLiterals() {
  return {
    name: 'minify-literals',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/.*\.ts$/, code: /\b(html|svg|css)`/ },
      handler(code, id) {
        const edited = new MagicString(code);
        new Visitor({
          TaggedTemplateExpression({ tag, quasi }) {
            const squeeze = tag.type === 'Identifier' ? SQUEEZE[tag.name] : undefined;
            if (squeeze) for (const part of quasi.quasis) replace(edited, code, part, squeeze);
          },
        }).visit(parseSync(id, code).program);
        return { code: edited.toString(), map: edited.generateMap({ hires: true }) };
      },
    },
  };
}

function replace(edited, code, { start, value: { raw } }, squeeze) {
  if (raw === '') return;
  // Whether a part's range includes its quotes is the parser's business: look for the text itself.
  const from = code.indexOf(raw, start);
  edited.update(from, from + raw.length, squeeze(raw));
}
