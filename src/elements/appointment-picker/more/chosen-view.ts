import { html, nothing, type TemplateResult } from 'lit';
import type { QueryState } from '../../../controllers/query-controller.js';
import type { PickerMoreWords } from '../../../i18n/en/appointment-picker-more.js';
import type { Slot } from '../../../model/slot.js';
import { dayIn } from '../../../model/zoned-time.js';
import { isolated } from '../../shared/person-words.js';
import { timeWords } from '../../shared/slot-words.js';
import { personWords } from '../../shared/visit-words.js';
import { monthWords } from '../month-words.js';
import type { PickerSaid } from '../picker-said.js';
import type { PickerHost, PickerState } from '../picker-state.js';
import type { Acting } from './acting.js';
import { clashNote, type ComingVisits, uncheckedNote } from './clashes.js';
import { readOn, zoneLine } from './day-foot.js';
import { holdView } from './hold-view.js';
import type { Holding } from './holding.js';
import { otherWay, type Ways } from './no-times.js';

export interface ChosenOptions {
  readonly host: PickerHost;
  readonly state: PickerState;
  readonly said: PickerSaid;
  readonly words: PickerMoreWords;
  readonly acting: Acting;
  readonly holding: Holding;
  readonly coming: QueryState<ComingVisits>;
  readonly ways: Ways;
  /** The field for what to talk about, and what became of booking. */
  readonly topic: unknown;
  readonly outcome: unknown;
  readonly book: () => void;
}

/** Under the times of a day: what is still to be said, and the button that books. */
export function chosenView(options: ChosenOptions): TemplateResult {
  const { state, said, words, acting, holding, ways, topic, outcome } = options;
  const { slot, setting } = state;
  const { times } = said;
  const time = slot && isolated(timeWords(slot.starts, times));
  const isKept = time && setting!.can.hold && !acting.isOpen;
  return html`${zoneLine(state, times)} ${slot ? clashes(slot, options) : readOn(state, words)}
    <div class="stack near">
      ${isKept ? holdView(holding, time, words, setting!.can.extend) : nothing} ${topic} ${slot ? withWhom(slot, options) : nothing} ${outcome}
      <div class="row">${slot ? bookButton(slot, time!, options) : nothing} ${acting.isBusy ? nothing : otherWay(ways)}</div>
    </div>`;
}

function bookButton(slot: Slot, time: string, { host, said: { times }, words, acting, book }: ChosenOptions): TemplateResult {
  const { isBusy } = acting;
  const label = times.words.at(monthWords(times.lang).weekday(dayIn(times.zone, Date.parse(slot.starts))), time);
  return html`<button class="button main" part="send" type="button" aria-disabled=${isBusy ? 'true' : nothing} @click=${book}>
    ${isBusy ? words.sending : (host.moves ? words.move : words.book)(label)}
  </button>`;
}

/** With whom and where it is, as far as that has not been chosen. */
function withWhom({ practitioner, place }: Slot, { state, said: { times } }: ChosenOptions): unknown {
  const { isAnyWho, isAnywhere } = state;
  const who = isAnyWho && practitioner && personWords(practitioner, times.words);
  const said = [who && times.words.with(who), isAnywhere && place && isolated(place.name)].filter(Boolean).join(', ');
  return said ? html`<p class="small">${said}</p>` : nothing;
}

function clashes(slot: Slot, { host, state, said: { times }, words, coming }: ChosenOptions): unknown {
  if (coming.status === 'error') return uncheckedNote(words);
  if (coming.status === 'pending') return nothing;
  const { items, isWhole } = coming.value;
  const clash = clashNote({ slot, appointments: items, me: state.setting!.me.id, moves: host.moves, words, times });
  return clash === nothing && !isWhole ? uncheckedNote(words) : clash;
}
