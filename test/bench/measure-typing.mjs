const KEYS = 40;
const WARM_UP = 10;

/** Types into the composer of a thread with so many messages shown.
 *  Resolves to the processor time of the main thread per key, in milliseconds. */
export async function measureTyping(browser, address, messages) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(address);
  await page.waitForFunction('window.bench');
  await page.evaluate((count) => {
    window.bench.prepare('thread', count);
    window.bench.mount(document.getElementById('app'));
  }, messages);
  await showAll(page, messages);
  await page.evaluate(() => window.bench.deep('textarea')[0].focus());
  for (let key = 0; key < WARM_UP; key++) await page.keyboard.press('a');
  await quiet(session);
  const before = await taskDuration(session);
  for (let key = 0; key < KEYS; key++) await page.keyboard.press('a');
  await quiet(session);
  const after = await taskDuration(session);
  const typed = await page.evaluate(() => window.bench.deep('textarea')[0].value.length);
  await context.close();
  if (typed !== KEYS + WARM_UP) throw new Error(`typed ${typed} of ${KEYS + WARM_UP} keys with ${messages} messages shown`);
  return ((after - before) * 1000) / KEYS;
}

/** Presses "Show earlier" until all are shown. */
async function showAll(page, messages) {
  for (let tries = 0; tries < 200; tries++) {
    const count = await page.evaluate(() => {
      const earlier = window.bench.deep('button').find((button) => /earlier/i.test(button.textContent));
      earlier?.click();
      return window.bench.deep('[part~=message]').length;
    });
    if (count >= messages * 0.9) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${messages} messages were not shown`);
}

async function quiet(session) {
  for (let last = await taskDuration(session), now; ; last = now) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    now = await taskDuration(session);
    if (now - last < 0.002) return;
  }
}

async function taskDuration(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value;
}
