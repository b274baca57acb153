import type { Slot } from '../../../src/model/slot.js';

const time = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' });
const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric' });

/** The limit for the picker: a month and a day's free times on a page written by hand, with all times at hand. */
export function showPicker(root: HTMLElement, slots: readonly Slot[]): void {
  const byDay = new Map<string, Slot[]>();
  for (const slot of slots) {
    const key = keyOf(new Date(slot.starts));
    byDay.set(key, [...(byDay.get(key) ?? []), slot]);
  }
  const first = new Date(slots[0]!.starts);
  let [year, place, chosen] = [first.getFullYear(), first.getMonth(), ''];
  root.innerHTML = `<div class="picker"><div><button class="back">Back</button><h2></h2><button class="next">Next</button>
    <table><tbody></tbody></table></div><div class="slots"></div></div>`;
  const body = root.querySelector('tbody')!;
  const drawSlots = (): void => {
    const free = byDay.get(chosen) ?? [];
    root.querySelector('.slots')!.innerHTML = free
      .map(({ id, starts }) => `<label><input type="radio" name="slot" value="${id}"> ${time.format(new Date(starts))}</label>`)
      .join('');
  };
  const draw = (): void => {
    const before = new Date(year, place, 1).getDay();
    const days = new Date(year, place + 1, 0).getDate();
    let cells = `<tr>${'<td></td>'.repeat(before)}`;
    chosen = '';
    for (let day = 1; day <= days; day++) {
      const key = `${year}-${place}-${day}`;
      const isFree = byDay.has(key);
      if (isFree) chosen ||= key;
      cells += `<td><button data-key="${key}"${isFree ? '' : ' disabled'}>${day}</button></td>`;
      if ((before + day) % 7 === 0) cells += '</tr><tr>';
    }
    root.querySelector('h2')!.textContent = month.format(new Date(year, place));
    body.innerHTML = `${cells}</tr>`;
    drawSlots();
  };
  root.querySelector<HTMLElement>('.next')!.onclick = () => {
    [year, place] = place === 11 ? [year + 1, 0] : [year, place + 1];
    draw();
  };
  body.onclick = ({ target }) => {
    const { key } = (target as HTMLElement).dataset;
    if (!key) return;
    chosen = key;
    drawSlots();
  };
  draw();
}

const keyOf = (date: Date): string => `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
