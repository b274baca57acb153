import { defaultReporter, summaryReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { browserOptions } from '../tools/browser-options.mjs';
import { countReporter } from '../tools/wtr-count-reporter.mjs';
import { oxcPlugin } from '../tools/wtr-oxc.mjs';
import { startOnRequest, stopAtTheEnd } from '../tools/wtr-reference-server.mjs';

const chromium = chromeLauncher({
  launchOptions: await browserOptions(),
  // Headless Chromium hides every tab but the front one, and a hidden tab has neither focus nor animation frames.
  createPage: async ({ context }) => {
    const page = await context.newPage();
    const session = await page.createCDPSession();
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    return page;
  },
});

/** `npx wtr --config test/config/web-test-runner.config.mjs [files]`: the tests that need a browser. */
export default {
  rootDir: process.cwd(),
  files: 'test/**/*.test.ts',
  nodeResolve: { exportConditions: ['production', 'default'] },
  middleware: [startOnRequest],
  plugins: [oxcPlugin(), stopAtTheEnd],
  browsers: [chromium],
  concurrency: 1,
  browserStartTimeout: 60_000,
  // A file that goes through hundreds of bad inputs takes its time on a busy machine. Each test has a limit of its own.
  testsFinishTimeout: 900_000,
  reporters: [process.env.CI ? summaryReporter() : defaultReporter(), countReporter()],
};
