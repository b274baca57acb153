import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { packagedChromium } from './packaged-chromium.mjs';

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable'];

const ON_A_MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const ON_WINDOWS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

const INSTALLED = {
  darwin: ON_A_MAC.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((folder) =>
    ON_WINDOWS.map((path) => join(process.env[folder] ?? '', path)),
  ),
};

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function systemBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...candidates, ...(INSTALLED[process.platform] ?? [])].find(runs);
}

async function playwrightBrowser() {
  try {
    const { chromium } = await import('playwright-core');
    const path = chromium.executablePath();
    return runs(path) ? path : undefined;
  } catch {
    return undefined; // Playwright is not among our dependencies; whoever has it need not install a second browser.
  }
}

/** The path of a Chromium: CHROME_PATH, else an installed one, else Playwright's, else the one in our packages. */
export async function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen && runs(chosen)) return chosen;
  if (chosen) throw new Error(`CHROME_PATH=${chosen} cannot be run.`);
  const found = systemBrowser() ?? (await playwrightBrowser()) ?? (await packagedChromium());
  if (found) return found;
  throw new Error('No browser found: install Chrome, Chromium or Edge, or set CHROME_PATH to one.');
}

/** The same, for a command: says in one line how to get a browser, and ends. */
export async function findBrowserOrExit() {
  return findBrowser().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
