import { after, before, describe } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { type FhirDemo, startFhirDemo } from '../../demo/fhir/start-fhir-demo.js';
import { openBrowser } from './visitor.js';

/** The demo on FHIR and a browser to look at it with. There once the tests run. */
export interface FhirStage {
  readonly demo: FhirDemo;
  readonly browser: Browser;
}

/** Declares a journey through the demo on FHIR. */
export function onFhirDemo(title: string, tests: (stage: FhirStage) => void): void {
  let stage: FhirStage | undefined;
  describe(title, () => {
    before(async () => void (stage = { demo: await startFhirDemo(), browser: await openBrowser() }));
    after(async () => {
      await stage?.browser.close();
      await stage?.demo.close();
    });
    tests({
      get demo() {
        return stage!.demo;
      },
      get browser() {
        return stage!.browser;
      },
    });
  });
}
