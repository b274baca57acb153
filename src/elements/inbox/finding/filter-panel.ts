import { html, nothing, type TemplateResult } from 'lit';
import type { CallOptions } from '../../../adapter/call-options.js';
import type { ThreadFilter } from '../../../adapter/ports/messages.js';
import type { Client } from '../../../client/client.js';
import { listCareTeam, listStaff } from '../../../client/people.js';
import { listReasons } from '../../../client/reasons.js';
import type { CommonWords } from '../../../i18n/en/common.js';
import type { InboxWords } from '../../../i18n/en/inbox.js';
import type { InboxFindingWords } from '../../../i18n/en/inbox-finding.js';
import type { PersonId } from '../../../model/id.js';
import type { Person } from '../../../model/person.js';
import type { Thread } from '../../../model/thread.js';

export interface FilterPanelOptions {
  readonly text: InboxFindingWords;
  readonly inbox: InboxWords;
  readonly common: CommonWords;
  /** The threads on show: they name people and practices too. */
  readonly threads: readonly Thread[];
  readonly filter: ThreadFilter;
  readonly onNarrow: (conditions: ThreadFilter) => void;
  /** Somebody the reader writes for was chosen, or everybody again. */
  readonly onActFor: (subject: PersonId | undefined) => void;
}

export type FilterPanel = (options: FilterPanelOptions) => TemplateResult;

/** One thing a list can be narrowed to: its id, and what it is called. */
type Option = readonly [id: string, name: string];

/**
 * Reads what a reader's list can be narrowed to, and answers with what draws it. What cannot be read is left out. A
 * patient who chooses one of those they write for acts for them until they choose all again.
 */
export async function readFilterPanel(client: Client, options: CallOptions): Promise<FilterPanel> {
  const { me, subjects } = await client.connect();
  const isStaff = me.kind === 'staff';
  const team = isStaff ? listStaff(client, options) : listCareTeam(client, me.id, options);
  const [reasons, people] = await Promise.all([itemsOf(listReasons(client, options)), itemsOf(team)]);
  options.signal.throwIfAborted();
  // What was seen can still be chosen when the list no longer shows it.
  const seen = new Map<string, Thread>();

  return ({ text, inbox, common, threads, filter, onNarrow, onActFor }) => {
    for (const thread of threads) seen.set(thread.id, thread);
    const all = [...seen.values()];
    const persons = [...subjects, ...all.map(({ subject }) => subject), ...people, ...all.flatMap(({ custody }) => custody.holder ?? [])];
    const named = ({ id, name }: Person): Option => [id, id === me.id ? common.you : name.trim() || common.somebody];
    const choice = ({ key, options, onChoose = () => {} }: Choice) => select(text, key, filter[key], options, (id) => {
      onChoose(id);
      onNarrow({ [key]: id || undefined });
    });
    return html`
      ${choice({
        key: 'state',
        options: [
          ['yours', isStaff ? inbox.withPractice : inbox.yourTurn],
          ['theirs', isStaff ? inbox.withPatient : inbox.withPractice],
          ['open', text.open],
          ['closed', inbox.closed],
        ],
      })}
      ${choice({
        key: 'reason',
        options: [...reasons, ...all.flatMap(({ reason }) => reason ?? [])].map(({ id, label }) => [id, label]),
      })}
      ${choice({
        key: 'person',
        options: persons.map(named),
        onChoose: (chosen) => {
          const subject = subjects.find(({ id }) => id === chosen);
          if (subject || !chosen) onActFor(subject?.id);
        },
      })}
      ${choice({ key: 'practice', options: all.map(({ practice }) => [practice.id, practice.name]) })}
    `;
  };
}

interface Choice {
  readonly key: 'state' | 'reason' | 'person' | 'practice';
  /** One that is named twice stands once. */
  readonly options: readonly Option[];
  readonly onChoose?: (id: string) => void;
}

/** Something to choose, where there is more than one thing to choose from. */
function select(
  text: InboxFindingWords,
  key: Choice['key'],
  chosen: string | undefined,
  options: readonly Option[],
  onChoose: (id: string) => void,
): TemplateResult | typeof nothing {
  const once = new Map(options.toReversed());
  if (once.size < 2) return nothing;
  const chosenNow = (event: Event): void => {
    // Around it they listen for words that are typed.
    event.stopPropagation();
    onChoose((event.currentTarget as HTMLSelectElement).value);
  };
  return html`<div class="field">
    <label for=${key}>${text[key]}</label>
    <select id=${key} @input=${chosenNow}>
      <option value="" .selected=${!chosen}>${text.any}</option>
      ${[...once].toReversed().map(([id, name]) => html`<option value=${id} .selected=${id === chosen}>${name}</option>`)}
    </select>
  </div>`;
}

async function itemsOf<T>(list: Promise<{ readonly items: readonly T[] }>): Promise<readonly T[]> {
  return (await list.catch(() => ({ items: [] }))).items;
}
