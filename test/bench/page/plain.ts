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

const entryHeight = (entry: Entry): number =>
  entry.type === 'event' ? 32 : 56 + 22 * Math.ceil(entry.body.length / 60);

const text = (value: string): string => value.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
