import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';

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
  "setTimeout('alert()', 1);",
  "console.log('x');",
  "globalThis.console.log('x');",
  "localStorage.setItem('a', 'b');",
  "globalThis.localStorage.setItem('a', 'b');",
  "import { html } from 'lit'; export const a = html`<p style=\"color: red\"></p>`;",
  "import { html } from 'lit'; export const a = html`<p .innerHTML=${'x'}></p>`;",
];

describe('what the library may not use', () => {
  const eslint = new ESLint({ overrideConfigFile: 'test/config/eslint.config.js' });

  for (const code of FORBIDDEN) {
    it(`S16 is refused by the linter: ${code}`, async () => {
      // The rules know types, so the text needs the place of a file that belongs to the project.
      const [result] = await eslint.lintText(`${code}\n`, { filePath: 'src/index.ts' });
      const rules = result!.messages.map(({ ruleId }) => ruleId ?? 'the parser');
      const bans = /restricted|console|eval|new-func|implied/;
      assert.ok(rules.some((rule) => bans.test(rule)), `found ${rules.join(', ') || 'nothing'}`);
    });
  }

  it('S16 is nowhere in the source', async () => {
    const results = await eslint.lintFiles(['src/**/*.ts']);
    assert.ok(results.length > 50);
    assert.deepEqual(results.flatMap(({ filePath, messages }) => messages.map(({ ruleId, line }) => `${filePath}:${line} ${ruleId}`)), []);
  });
});
