import { html } from '@open-wc/testing';
import '../../src/define/appointment-picker.js';
import '../../src/elements/appointment-picker/more/moved.js';
import '../../src/elements/appointment-picker/more/picker-more.js';
import { AdapterError, type AdapterErrorCode } from '../../src/adapter/errors.js';
import type { MemoryAdapterOptions } from '../../src/adapters/memory/memory-adapter.js';
import type { Appointment } from '../../src/model/appointment.js';
import type { AppointmentId, ServiceId } from '../../src/model/appointment-id.js';
import type { PersonId } from '../../src/model/id.js';
import type { CareAppointmentPicker } from '../../src/elements/appointment-picker/appointment-picker.js';
import { find, open, type Opening, type Reading, shown, wordsOf } from '../support/conversation.js';

export interface Asked {
  readonly service?: string;
  readonly moves?: string;
  readonly subject?: string;
}

/** Opens a picker and waits for the free times. */
export async function picker(
  { service = 'blood-pressure', moves, subject }: Asked = {},
  opening: Opening = {},
): Promise<Reading<CareAppointmentPicker>> {
  const reading = await open<CareAppointmentPicker>(
    html`<care-appointment-picker
      .service=${(service || undefined) as ServiceId | undefined}
      .moves=${moves as AppointmentId | undefined}
      .subjectId=${subject as PersonId | undefined}
    ></care-appointment-picker>`,
    opening,
  );
  await shown();
  return reading;
}

export const days = (element: Element): HTMLButtonElement[] => find<HTMLButtonElement>(element, '[part=day]');
export const day = (element: Element, iso: string): HTMLButtonElement => find<HTMLButtonElement>(element, `[data-day="${iso}"]`)[0]!;
export const freeDays = (element: Element): string[] => find(element, '[part=day].free').map(({ dataset }) => dataset.day!);
export const month = (element: Element): string => wordsOf(find(element, '.head h3')[0]!);
export const slots = (element: Element): HTMLInputElement[] => find<HTMLInputElement>(element, '.slots input');
export const turn = (element: Element, by: 'back' | 'on'): HTMLButtonElement =>
  find<HTMLButtonElement>(element, '.head button').at(by === 'on' ? -1 : 0)!;
export const sendButton = (element: Element): HTMLButtonElement => find<HTMLButtonElement>(element, '[part=send]')[0]!;
export const focused = (element: HTMLElement): Element | null => element.shadowRoot!.activeElement;

/** Chooses a free time of the day that is shown. */
export async function pick(element: Element, place = 0): Promise<void> {
  slots(element)[place]!.click();
  await shown();
}

/** Writes what to talk about. */
export async function talk(element: Element, words: string): Promise<void> {
  const [field] = find<HTMLTextAreaElement>(element, '#talk');
  field!.value = words;
  field!.dispatchEvent(new InputEvent('input'));
  await shown();
}

export async function press(element: Element): Promise<void> {
  sendButton(element).focus();
  sendButton(element).click();
  await shown();
}

export async function key(target: Element, name: string, options: KeyboardEventInit = {}): Promise<void> {
  target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true, ...options }));
  await shown();
}

/** Calls of some methods fail, the first so many times. */
export function fails(method: string, code: AdapterErrorCode, { field, times = Infinity }: { field?: string; times?: number } = {}) {
  let left = times;
  const before: MemoryAdapterOptions['before'] = (call) => {
    if (call.method === method && left-- > 0) throw new AdapterError(code, 'for the test', { field });
  };
  return before;
}

/** The booked visits that a reader has at the backend. */
export async function bookedOf(reading: Reading<CareAppointmentPicker>, subject = 'sam-okafor'): Promise<readonly Appointment[]> {
  const { appointments } = await reading.client.connect();
  const { signal } = new AbortController();
  const page = await appointments!.listAppointments({ subject: subject as PersonId, when: 'coming' }, { signal });
  return page.items.filter(({ status }) => status === 'booked');
}
