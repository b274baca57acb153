import { type Client, newSendKey, openSlots } from 'carethread/client';
import { type PersonId, type Service, type SlotId, VisitKind } from 'carethread/model';
import { html, nothing, type TemplateResult } from 'lit';
import { instantOf, kindWords } from './visit-words.js';

/** As many times in a row as fit a working day. */
const MOST = 24;

/** Fields for a time that is not open yet: with whom, how, and when; and how many in a row, where that is asked. */
export function ownTime({ practitioners, kinds }: Service, { askCount = false } = {}): TemplateResult {
  return html`<div class="question own">
    <label>
      With
      <select name="practitioner">
        ${practitioners.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
      </select>
    </label>
    <label>
      How
      <select name="kind">
        ${kinds.map((kind) => (kindWords(kind) ? html`<option value=${kind}>${kindWords(kind)}</option>` : nothing))}
      </select>
    </label>
    <label>Day <input type="date" name="day" /></label>
    <label>Time <input type="time" name="time" step="300" /></label>
    ${askCount
      ? html`<label>How many in a row? <input type="number" name="count" min="1" max=${MOST} value="1" inputmode="numeric" /></label>`
      : nothing}
  </div>`;
}

/** Opens the times that were filled in, for booking. None: nothing was. */
export async function openOwnTimes(
  client: Client,
  { id, minutes = 15, places }: Service,
  value: (name: string) => string,
  { signal }: { readonly signal: AbortSignal },
): Promise<readonly SlotId[]> {
  const first = instantOf(value('day'), value('time'));
  if (!first) return [];
  const count = Math.min(MOST, Math.max(1, Math.floor(Number(value('count'))) || 1));
  const starts = Array.from({ length: count }, (_, place) => new Date(Date.parse(first) + place * minutes * 60_000).toISOString());
  const kind = VisitKind.parse(value('kind'));
  const place = kind === 'in-person' ? places[0]?.id : undefined;
  const times = { service: id, practitioner: value('practitioner') as PersonId, kind, place, starts };
  const { items } = await openSlots(client, times, { signal, key: newSendKey() });
  return items.map((slot) => slot.id);
}
