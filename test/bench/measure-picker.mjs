import { freshPage, settledMetrics } from './settled.mjs';

/** Shows a picker on a fresh page, and turns to the next month.
 *  Resolves to the processor time of the main thread for each, in milliseconds. */
export async function measurePicker(browser, address, contender) {
  const { page, session, close } = await freshPage(browser, address, 'window.picker');
  await page.evaluate((name) => window.picker.prepare(name), contender);
  await session.send('HeapProfiler.collectGarbage');
  const before = await settledMetrics(session);
  await page.evaluate(() => window.picker.mount());
  const shown = await settledMetrics(session);
  const first = await page.evaluate(() => window.picker.shown());
  await page.evaluate(() => window.picker.next());
  const turned = await settledMetrics(session);
  const second = await page.evaluate(() => window.picker.shown());
  await close();
  // Times that can be taken without another press, of two months: else there is nothing to compare.
  const isShown = first.slots >= 40 && second.slots >= 40 && first.month !== second.month;
  if (!isShown) throw new Error(`${contender} did not show its times: ${JSON.stringify([first, second])}`);
  return {
    mount: (shown.TaskDuration - before.TaskDuration) * 1000,
    next: (turned.TaskDuration - shown.TaskDuration) * 1000,
  };
}
