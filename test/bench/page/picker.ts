import { manySlots } from '../../../src/adapters/memory/many.js';
import { memoryAdapter, memoryBackend } from '../../../src/adapters/memory/memory-adapter.js';
import { sam } from '../../../src/adapters/memory/people.js';
import '../../../src/define/appointment-picker.js';
import type { Slot } from '../../../src/model/slot.js';
import { showPicker } from './plain-picker.js';

const [DAYS, SLOTS] = [90, 40];

declare global {
  interface Window {
    picker: {
      prepare(contender: string): void;
      mount(): void;
      next(): void;
      /** The month that is shown, and how many of its times can be taken without another press. */
      shown(): { readonly month: string; readonly slots: number };
    };
  }
}

const app = document.getElementById('app')!;
let mount: () => void;

/** A month and a day's free times, of 90 days with 40 each: by our element, and by hand with all times at hand. */
window.picker = {
  prepare(contender) {
    // What the browser does once, before it says its first date, is nobody's work here.
    new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(0);
    const scenario = manySlots(DAYS, SLOTS);
    if (contender === 'plain') {
      const slots = scenario.visits!(Date.now()).slots as readonly Slot[];
      mount = () => showPicker(app, slots);
    } else {
      const provider = document.createElement('care-provider');
      provider.adapter = memoryAdapter({ backend: memoryBackend(scenario), me: sam.id });
      provider.append(document.createElement('care-appointment-picker'));
      mount = () => app.append(provider);
    }
  },
  mount: () => mount(),
  next: () => root().querySelector<HTMLElement>('.next, .head button:last-of-type')!.click(),
  shown: () => ({
    month: root().querySelector('.picker h2, .head h3')?.textContent ?? '',
    slots: [...root().querySelectorAll('input[type=radio]')].filter((one) => one.getBoundingClientRect().height > 0).length,
  }),
};

function root(): ParentNode {
  return document.querySelector('care-appointment-picker')?.shadowRoot ?? document;
}
