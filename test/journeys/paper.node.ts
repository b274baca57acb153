import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { onDemo } from './each-demo.js';
import { byMouse } from './hands.js';
import { see } from './screen.js';
import { visit } from './visitor.js';

/** What a frame of the page had on it when it was printed. */
interface Printed {
  readonly text: string;
  readonly stops: number;
  readonly color: string;
}

onDemo('A patient keeps a conversation', (stage) => {
  it('F30 on paper: every message whole, with name, role and date, and nothing to press', { timeout: 60_000 }, async () => {
    const { page, heard } = await visit(stage.browser, 'about:blank');
    // No printer here: what would be printed is told to the page that asked for it.
    await page.evaluateOnNewDocument(() => {
      globalThis.print = () => {
        const { body } = document;
        (top as unknown as { printed: Printed }).printed = {
          text: body.innerText.replace(/[\u2066-\u2069]/g, ''),
          stops: document.querySelectorAll('a, button, input, textarea').length,
          color: getComputedStyle(document.documentElement).color,
        };
      };
    });
    await page.goto(`${stage.demo.siteUrl}/`);
    const sam = byMouse(page);
    await sam.press(/^button Medical question/, 'care-inbox');
    await sam.press(/^summary Print or download/, 'care-inbox');
    await sam.press(/^button Print$/, 'care-inbox');
    await page.waitForFunction(() => 'printed' in globalThis);
    const { text, stops, color } = await page.evaluate(() => (globalThis as unknown as { printed: Printed }).printed);
    assert.match(text, /Medical question/);
    assert.match(text, /Sam Okafor[\s\S]*Since I moved a sofa[\s\S]*from Monday\?/);
    assert.match(text, /Dr\. Grace Lee, family physician[\s\S]*Alder Street Family Practice/i);
    assert.match(text, /June Carter.*passed this to Dr\. Grace Lee/);
    assert.match(text, /20\d\d at \d+:\d\d\s[ap]m/, 'with the whole date');
    assert.match(text, /\nSam Okafor\n/, 'laid out in lines: a frame that is not drawn prints as a blank sheet');
    assert.equal(stops, 0);
    assert.equal(color, 'rgb(0, 0, 0)', 'light, whatever the screen is');
    assert.deepEqual(heard.errors, []);
  });

  it('in a file that says the same and whose name says nothing', { timeout: 60_000 }, async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'carethread-paper-'));
    test.after(() => rmSync(folder, { recursive: true }));
    const { page, context, heard } = await visit(stage.browser, `${stage.demo.siteUrl}/`);
    const session = await page.createCDPSession();
    const { id } = context;
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder, ...(id && { browserContextId: id }) });
    const sam = byMouse(page);
    await sam.press(/^button Medical question/, 'care-inbox');
    await sam.press(/^summary Print or download/, 'care-inbox');
    await sam.press(/^button Download as text/, 'care-inbox');
    await see(page, /Downloaded\./, 'care-inbox');
    await sam.press(/^button Download as data/, 'care-inbox');
    const files = await twoFilesIn(folder);
    assert.doesNotMatch(files.join(), /medical|question|back|okafor|lee/i);
    const text = readFileSync(join(folder, files.find((name) => name.endsWith('.txt'))!), 'utf8');
    assert.match(text, /Sam Okafor[\s\S]*Since I moved a sofa/);
    assert.match(text, /Dr\. Grace Lee/);
    const data = JSON.parse(readFileSync(join(folder, files.find((name) => name.endsWith('.json'))!), 'utf8')) as {
      entries: { type: string; body?: string }[];
    };
    const bodies = data.entries.filter(({ type }) => type === 'message').map(({ body }) => body);
    assert.match(bodies[0]!, /^Since I moved a sofa/);
    assert.deepEqual([heard.errors, heard.logs], [[], []]);
    const strangers = heard.requests.map((line) => new URL(line.split(' ')[1]!)).filter(({ hostname }) => hostname && hostname !== '127.0.0.1');
    assert.deepEqual(strangers, []);
  });
});

async function twoFilesIn(folder: string): Promise<readonly string[]> {
  for (let tries = 0; tries < 100; tries++, await new Promise((resolve) => setTimeout(resolve, 100))) {
    const files = readdirSync(folder).filter((name) => /\.(txt|json)$/.test(name));
    if (files.length === 2) return files;
  }
  throw new Error(`There are not two files: ${readdirSync(folder).join()}`);
}
