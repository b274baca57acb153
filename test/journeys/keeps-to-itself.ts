import assert from 'node:assert/strict';
import type { Visitor } from './visitor.js';

/**
 * What was said in a journey stands on no other server (S07) and in nothing that others could read (S08): no address, no
 * title, no store, no log. `canaries` are words that only its people have written.
 */
export async function keepsToItself(visitors: readonly Visitor[], origins: readonly string[], canaries: RegExp): Promise<void> {
  for (const { page, heard } of visitors) {
    const urls = heard.requests.map((line) => line.split(' ')[1]!).filter((url) => !url.startsWith('data:'));
    assert.deepEqual(urls.filter((url) => !origins.includes(new URL(url).origin)), [], 'every request goes to the page or its backend');
    assert.deepEqual(heard.errors, []);
    const places = await page.evaluate(() => [
      document.title,
      location.href,
      JSON.stringify(history.state),
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
      performance.getEntries().map((entry) => entry.name).join(' '),
      document.documentElement.outerHTML,
    ]);
    assert.doesNotMatch(JSON.stringify([places, heard.requests, heard.logs]), canaries);
  }
}
