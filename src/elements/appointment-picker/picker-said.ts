import type { AppointmentPickerWords } from '../../i18n/en/appointment-picker.js';
import type { CommonWords } from '../../i18n/en/common.js';
import type { SlotTimes } from '../shared/slot-words.js';

/** How the picker speaks. */
export interface PickerSaid {
  readonly text: AppointmentPickerWords;
  readonly common: CommonWords;
  readonly times: SlotTimes;
}
