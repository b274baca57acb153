import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'puppeteer-core';
import { build } from 'vite';

/** A page that is not ours. `policy` is its Content-Security-Policy; `first` is what its own script did before ours. */
export interface Host {
  readonly policy?: string;
  readonly first?: string;
  readonly copies?: number;
}

/** What a page saw: which elements drew something, what it refused, what was thrown, what was asked of whom. */
export interface Seen {
  readonly drawn: Readonly<Record<string, number>>;
  readonly violations: readonly string[];
  readonly errors: readonly string[];
  readonly requests: readonly string[];
}

const SAYS = `window.violations = []; addEventListener('securitypolicyviolation', (event) =>
  window.violations.push(event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample));`;

/** Builds our elements once, as a site that bundles them would, and serves them to any host. */
export async function startHosts() {
  const built = await build({
    configFile: false, logLevel: 'silent',
    build: { write: false, target: 'es2022', modulePreload: false, rolldownOptions: { input: 'test/hostile/page/elements.ts' } },
  });
  if (!('output' in built)) throw new Error('Nothing was built.');
  const files = new Map(built.output.map((file) => [`/${file.fileName}`, 'code' in file ? file.code : String(file.source)]));
  const entry = [...built.output].find((file) => file.type === 'chunk' && file.isEntry)!.fileName;
  let host: Host = {};

  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://host').pathname;
    if (path === '/') {
      if (host.policy) response.setHeader('content-security-policy', host.policy);
      const ours = Array.from({ length: host.copies ?? 1 }, (_, copy) => `<script nonce="n1" type="module" src="/${entry}?${copy}"></script>`);
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><html lang="en"><title>A practice</title><link rel="icon" href="/icon">
        <script nonce="n1" src="/first.js"></script><body>${ours.join('')}</body></html>`);
      return;
    }
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('content-type', 'text/javascript; charset=utf-8');
    response.end(path === '/first.js' ? `${SAYS}${host.first ?? ''}` : (files.get(path) ?? ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  return {
    url,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
    /** Opens a host and waits until `tags` drew something, or ten seconds. */
    async open(browser: Browser, of: Host, tags: readonly string[]): Promise<Seen> {
      host = of;
      const page = await browser.newPage();
      const errors: string[] = [], requests: string[] = [];
      page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)));
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(url);
      const look = `(() => { const drawn = {}; for (const tag of ${JSON.stringify(tags)})
        drawn[tag] = document.querySelector(tag)?.shadowRoot?.querySelectorAll('.care *').length ?? 0; return drawn; })()`;
      await page.waitForFunction(`Object.values(${look}).every((count) => count > 5)`, { timeout: 10_000 }).catch(() => undefined);
      const drawn = (await page.evaluate(look)) as Record<string, number>;
      const violations = (await page.evaluate('window.violations')) as string[];
      await page.close();
      return { drawn, violations, errors, requests };
    },
  };
}
