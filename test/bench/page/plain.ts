import type { ScenarioResult } from '../../../src/adapters/memory/results/scenario-result.js';
import type { Scenario, ScenarioThread } from '../../../src/adapters/memory/scenario.js';
import type { Entry } from '../../../src/model/message.js';
import { register, scenarioFor, type View } from './contender.js';
import { showWindow } from './window.js';

const time = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

let view: View;
let scenario: Scenario;

/** The limit: the same data on a page written by hand, with all of it at hand and only the rows in sight drawn. */
register({
  prepare(which, rows) {
    view = which;
    scenario = scenarioFor(which, rows);
  },
  mount(root) {
    const scroller = document.createElement('div');
    scroller.className = 'scroller';
    root.append(scroller);
    if (view === 'inbox') showWindow(scroller, scenario.threads, threadRow, { height: () => 84, atEnd: false });
    else if (view === 'results') showWindow(scroller, scenario.results!, resultRow, { height: () => 150, atEnd: false });
    else showWindow(scroller, scenario.threads[0]!.entries, entryRow, { height: entryHeight, atEnd: true });
  },
});

function threadRow({ title, entries, turn }: ScenarioThread): string {
  const last = entries.findLast((entry) => entry.type === 'message')!;
  if (last.type !== 'message') return '';
  const { author, body, sentAt } = last;
  return `<li class="thread"><button>
    <span class="mark">${text(author.name[0] ?? '')}</span><strong>${text(title)}</strong>
    <time datetime="${sentAt}">${time.format(new Date(sentAt))}</time>
    <span>${text(author.name)}, ${text(author.title ?? '')}</span><em>${turn === 'patient' ? 'Your turn' : ''}</em>
    <span class="snippet">${text(body.slice(0, 120))}</span></button></li>`;
}

function entryRow(entry: Entry): string {
  if (entry.type === 'event') return `<li class="event">${text(entry.actor.name)}: ${text(entry.note ?? '')}</li>`;
  const { author, sentAt, body } = entry;
  return `<li class="message ${author.kind}"><header><strong>${text(author.name)}</strong>
    <span>${text(author.title ?? '')}</span> <time datetime="${sentAt}">${time.format(new Date(sentAt))}</time></header>
    <p>${text(body)}</p></li>`;
}

function resultRow({ name, takenAt, measurements }: ScenarioResult): string {
  const { code, value, ranges } = measurements[0]!;
  const [low, high] = [Number(ranges[0]!.low), Number(ranges[0]!.high)];
  const before = scenario.results!.filter((other) => other.measurements[0]!.code === code).toReversed();
  const numbers = before.map((other) => Number(other.measurements[0]!.value!.number));
  const [least, most] = [Math.min(...numbers, low), Math.max(...numbers, high)];
  const y = (number: number) => 60 - ((number - least) / (most - least)) * 56;
  const points = numbers.map((number, place) => `${8 + place * 22},${y(number).toFixed(1)}`);
  return `<li class="result"><h3>${text(name)}</h3><time datetime="${takenAt!}">${time.format(new Date(takenAt!))}</time>
    <p><b>${text(value!.number!)}</b> ${text(value!.unit!)} <span>usual ${low} to ${high}</span></p>
    <svg width="260" height="64" role="img" aria-label="Over time: ${numbers.join(', ')}"><rect width="260" y="${y(high)}"
    height="${y(low) - y(high)}" fill="#e8f4ec"/><polyline points="${points.join(' ')}" fill="none" stroke="#182020"/></svg></li>`;
}

const entryHeight = (entry: Entry): number =>
  entry.type === 'event' ? 32 : 56 + 22 * Math.ceil(entry.body.length / 60);

const text = (value: string): string => value.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
