import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

// Each of these would let text become markup or code, or words leave by a side door.
const FORBIDDEN = [
  "document.body.innerHTML = '';",
  "document.body.outerHTML = '';",
  "document.body.insertAdjacentHTML('beforeend', '');",
  "export { unsafeHTML } from 'lit/directives/unsafe-html.js';",
  "export { unsafeSVG } from 'lit/directives/unsafe-svg.js';",
  "export { unsafeStatic } from 'lit/static-html.js';",
  "export { styleMap } from 'lit/directives/style-map.js';",
  "eval('1');",
  "new Function('return 1');",
  "console.log('x');",
  "globalThis.console.log('x');",
  "localStorage.setItem('a', 'b');",
  "globalThis.localStorage.setItem('a', 'b');",
  "import { html } from 'lit'; export const a = html`<p style=\"color: red\"></p>`;",
  "import { html } from 'lit'; export const a = html`<p .innerHTML=${'x'}></p>`;",
];

describe('what the library may not use', () => {
  // The bans need no types; without them a text can be judged that is in no project.
  const eslint = new ESLint({
    overrideConfigFile: 'test/config/eslint.config.js',
    overrideConfig: [tseslint.configs.disableTypeChecked, { languageOptions: { parserOptions: { project: false } } }],
  });
  const bans = /restricted|console|eval|new-func/;

  for (const code of FORBIDDEN) {
    it(`S16 is refused by the linter: ${code}`, async () => {
      const [result] = await eslint.lintText(`${code}\n`, { filePath: 'src/index.ts' });
      const rules = result!.messages.map(({ ruleId }) => ruleId ?? 'the parser');
      assert.ok(rules.some((rule) => bans.test(rule)), `found ${rules.join(', ') || 'nothing'}`);
    });
  }

  it('S16 is nowhere in the source', async () => {
    const results = await eslint.lintFiles(['src/**/*.ts']);
    assert.ok(results.length > 50);
    const found = results.flatMap(({ filePath, messages }) =>
      messages.filter(({ ruleId }) => bans.test(ruleId ?? '')).map(({ ruleId, line }) => `${filePath}:${line} ${ruleId}`),
    );
    assert.deepEqual(found, []);
  });
});
