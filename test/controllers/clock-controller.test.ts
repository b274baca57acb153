import { expect, fixture, html } from '@open-wc/testing';
import { html as lit, LitElement } from 'lit';
import { memoryAdapter, memoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import { createClient } from '../../src/client/client.js';
import { ClockController } from '../../src/controllers/clock-controller.js';
import '../../src/define/provider.js';
import { handClock } from '../support/clock.js';

const DUE = '2026-11-23T23:00:00Z';
const DAY = 86_400_000;

class Promised extends LitElement {
  readonly clock = new ClockController(this);
  drawn = 0;
  override render() {
    this.drawn++;
    return lit`${this.clock.isPast(DUE) ? 'late' : 'promised'}`;
  }
}
customElements.define('test-promised', Promised);

/** An element that shows a promise, on a device whose clock can be set while it runs. It is 22:34, due at 23:00. */
async function promised() {
  const steady = handClock('2026-11-23T22:34:00Z');
  let off = 0;
  const clock = { now: () => steady.now() + off, after: steady.after };
  const client = createClient(memoryAdapter({ backend: memoryBackend(alderStreet), me: SIGN_INS.sam }), { clock });
  const provider = await fixture(html`<care-provider .client=${client}><test-promised></test-promised></care-provider>`);
  const element = provider.querySelector<Promised>('test-promised')!;
  const says = () => element.shadowRoot!.textContent.trim();
  return { element, says, advance: steady.advance, set: (to: number) => void (off = to), waiting: () => steady.waiting };
}

describe('ClockController', () => {
  it('draws again when the moment comes, and not before', async () => {
    const { element, says, advance } = await promised();
    const { drawn } = element;
    await advance(25 * 60_000);
    expect([says(), element.drawn]).to.deep.equal(['promised', drawn]);
    await advance(61_000);
    expect([says(), element.drawn]).to.deep.equal(['late', drawn + 1]);
  });

  it('F15 is late within a minute when the clock of the device is set forward, and waits on when it is set back', async () => {
    const forward = await promised();
    forward.set(DAY);
    await forward.advance(60_000);
    expect(forward.says()).to.equal('late');
    const back = await promised();
    back.set(-DAY);
    await back.advance(30 * 60_000);
    expect(back.says()).to.equal('promised');
    back.set(0);
    await back.advance(60_000);
    expect(back.says()).to.equal('late');
  });

  it('F28 leaves no timer behind', async () => {
    const { element, advance, waiting } = await promised();
    await advance(60_000);
    const before = waiting();
    element.remove();
    expect(waiting()).to.equal(before - 1);
  });
});
