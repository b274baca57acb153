import { freshPage, metrics, settledMetrics } from './settled.mjs';

/** Puts a contender on a fresh page and waits until nothing more happens.
 *  Resolves to the processor time of the main thread in milliseconds, and the nodes it left in the document. */
export async function measureMount(browser, address, view, rows) {
  const { page, session, problems, close } = await freshPage(browser, address, 'window.bench');
  await page.evaluate((...work) => window.bench.prepare(...work), view, rows);
  await session.send('HeapProfiler.collectGarbage');
  const before = await settledMetrics(session);
  await page.evaluate(() => window.bench.mount(document.getElementById('app')));
  const after = await settledMetrics(session);
  // What was thrown away and not yet cleared is not left in the document.
  await session.send('HeapProfiler.collectGarbage');
  const left = await metrics(session);
  const shown = await page.evaluate((...work) => window.bench.shows(...work), view, rows);
  await close();
  if (!shown) throw new Error(`${address} did not show its ${view} of ${rows}. ${problems.join(' ')}`);
  return { cpu: (after.TaskDuration - before.TaskDuration) * 1000, nodes: left.Nodes - before.Nodes };
}
