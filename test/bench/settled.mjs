const SETTLED = 400;
const TIMEOUT = 60_000;

/** Opens an address in a browser context of its own, ready to be measured once `ready` holds there. */
export async function freshPage(browser, address, ready) {
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
  await page.waitForFunction(ready);
  return { page, session, problems, close: () => context.close() };
}

/** The page's counters once they have stopped moving. */
export async function settledMetrics(session) {
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

/** The page's counters now. */
export async function metrics(session) {
  const { metrics: list } = await session.send('Performance.getMetrics');
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}
