const SETTLED = 400;
const TIMEOUT = 60_000;

/** Puts a contender on a fresh page and waits until nothing more happens.
 *  Resolves to the processor time of the main thread in milliseconds, and the nodes it left in the document. */
export async function measureMount(browser, address, view, rows) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.setViewport({ width: 1280, height: 800 });
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  // Ticks of the thread, not of the wall: a neighbour who is busy costs us nothing.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });

  await page.goto(address);
  await page.waitForFunction('window.bench');
  await page.evaluate((...work) => window.bench.prepare(...work), view, rows);
  await session.send('HeapProfiler.collectGarbage');
  const before = await settledMetrics(session);
  await page.evaluate(() => window.bench.mount(document.getElementById('app')));
  const after = await settledMetrics(session);
  // What was thrown away and not yet cleared is not left in the document.
  await session.send('HeapProfiler.collectGarbage');
  const left = await metrics(session);
  const shown = await page.evaluate((...work) => window.bench.shows(...work), view, rows);
  await context.close();
  if (!shown) throw new Error(`${address} did not show its ${view} of ${rows}. ${problems.join(' ')}`);
  return { cpu: (after.TaskDuration - before.TaskDuration) * 1000, nodes: left.Nodes - before.Nodes };
}

/** The page's counters once they have stopped moving. */
async function settledMetrics(session) {
  const end = Date.now() + TIMEOUT;
  let last = await metrics(session);
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, SETTLED));
    const now = await metrics(session);
    // Asking costs a little as well.
    if (now.TaskDuration - last.TaskDuration < 0.002 || Date.now() > end) return now;
    last = now;
  }
}

async function metrics(session) {
  const { metrics: list } = await session.send('Performance.getMetrics');
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}
