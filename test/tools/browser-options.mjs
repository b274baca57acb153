import { findBrowserOrExit } from './find-browser.mjs';

/** How tests, journeys, stories and benchmarks start Chromium: no sandbox, because CI runs as root, and no traffic. */
export async function browserOptions() {
  return {
    executablePath: await findBrowserOrExit(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}
