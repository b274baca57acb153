import { expect, fixtureCleanup } from '@open-wc/testing';
import type { Adapter } from '../../src/adapter/adapter.js';
import { memoryAdapter, memoryBackend } from '../../src/adapters/memory/memory-adapter.js';
import { alderStreet, SIGN_INS } from '../../src/adapters/memory/scenarios.js';
import '../../src/define/contact-form.js';
import { mutated } from '../support/bad-input.js';
import { FormOnPage, uncaught } from '../support/contact-form.js';
import { settled } from '../support/shown.js';

describe('<care-contact-form> given answers that drift', () => {
  it('F12 F13 survives 1,000 answers that are not what they should be', async function () {
    this.timeout(240_000);
    const heard = uncaught();
    const random = numbers(7);
    const shown = new Map<string, number>();
    for (let turn = 0; turn < 1000; turn++) {
      const adapter = memoryAdapter({ backend: memoryBackend(alderStreet), me: SIGN_INS.rosa });
      const page = new FormOnPage({ adapter: spoiled(adapter, random) });
      await page.show();
      page.root.querySelector<HTMLElement>('#control-reason label')?.click();
      await page.element.updateComplete;
      if (page.root.querySelector('#control-body')) {
        for (const group of page.root.querySelectorAll('[role=radiogroup]')) {
        const labels = [...group.querySelectorAll('label')];
        // A yes to a sign of danger sends nothing.
        (group.id === 'control-signs' ? labels.at(-1) : labels[0])?.click();
      }
        page.body.value = 'words';
        page.body.dispatchEvent(new Event('input'));
        page.send.click();
        await settled(page.element);
      }
      const what = page.root.querySelector('form') ? 'form' : page.root.querySelector('.note.done') ? 'sent' : 'note';
      expect(page.root.querySelector('form, .note'), `turn ${turn}`).not.to.equal(null);
      shown.set(what, (shown.get(what) ?? 0) + 1);
      page.client.close();
      fixtureCleanup();
    }
    heard.stop();
    expect(heard.found).to.deep.equal([]);
    // Were all of them refused, or none, this would show nothing.
    for (const what of ['form', 'sent', 'note']) expect(shown.get(what) ?? 0, what).to.be.greaterThan(20);
  });
});

/** An adapter whose answers have parts lost, doubled, nested, added or turned into something else. */
function spoiled(adapter: Adapter, random: () => number): Adapter {
  const spoil = async <T>(answer: Promise<T>): Promise<T> => {
    const good = await answer;
    return random() < 0.5 ? good : (mutated(good, random) as T);
  };
  return {
    name: 'spoiled',
    async connect(options) {
      const { me, subjects, missing, ...ports } = await adapter.connect(options);
      return {
        ...ports,
        ...(await spoil(Promise.resolve({ me, subjects, missing }))),
        practice: {
          readPractice: (call) => spoil(ports.practice!.readPractice(call)),
          listReasons: (call) => spoil(ports.practice!.listReasons(call)),
        },
        contact: { ...ports.contact!, send: (request, write) => spoil(ports.contact!.send(request, write)) },
      };
    },
  };
}

/** Numbers from 0 up to 1 that are the same every time (Park and Miller). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
