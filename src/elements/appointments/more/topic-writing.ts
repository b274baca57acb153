import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../../a11y/announcer.js';
import { readAppointment, setTopic } from '../../../client/appointments.js';
import type { Client } from '../../../client/client.js';
import type { ElementHost } from '../../../controllers/client-controller.js';
import type { AppointmentsMoreWords } from '../../../i18n/en/appointments-more.js';
import type { Appointment } from '../../../model/appointment.js';
import { normalText, textLength } from '../../../model/text-length.js';
import { icon } from '../../../primitives/icon.js';
import { alertIcon } from '../../../primitives/icons.js';
import { lengthBudget } from '../../../primitives/length-budget.js';
import { CarefulWrite } from '../../shared/careful-write.js';
import { textArea } from '../../shared/fields/text-area.js';
import { nameOf } from '../../shared/person-words.js';
import { viewKey } from '../appointments-view.js';
import type { Visiting } from '../visiting.js';
import { tellEnd, undecided, writeLine } from './write-line.js';

/** How long it may be, in code points. */
const BUDGET = 750;

/** What is being written, about which visit, by whom. */
interface Draft {
  readonly key: string;
  text: string;
  /** What it said when it was begun, or was last seen to say. */
  said: string;
  version: string | undefined;
  /** Whether it was changed meanwhile, by somebody else. */
  isStale: boolean;
}

export interface TopicOptions {
  readonly client: Client;
  readonly words: AppointmentsMoreWords;
  readonly close: () => void;
}

/** Where a patient writes what they want to talk about. */
export class TopicWriting {
  readonly #host: ElementHost;
  readonly #write: CarefulWrite<Appointment>;
  #draft: Draft | undefined;

  constructor(host: ElementHost) {
    this.#host = host;
    this.#write = new CarefulWrite(host);
  }

  /** Begins, or goes on with what was begun. */
  begin(visit: Appointment, visiting: Visiting): void {
    const key = keyOf(visit, visiting);
    if (this.#draft?.key === key) return;
    const said = visit.topic ?? '';
    this.#draft = { key, text: said, said, version: visit.version, isStale: false };
    this.#write.reset();
  }

  template(visit: Appointment, visiting: Visiting, options: TopicOptions): TemplateResult | typeof nothing {
    const draft = this.#draft;
    // What one person has begun is nothing to the next who signs in.
    if (draft?.key !== keyOf(visit, visiting)) return nothing;
    const { words, close } = options;
    const { state } = this.#write;
    if (state === 'unsure') return writeLine(state, { words, unsure: words.unsureSaved })!;
    const after = (saved: Appointment | undefined): Promise<void> => this.#end(visit, saved, draft, options);
    if (state === 'undecided') return undecided(visiting, words, () => void this.#write.again().then(after));
    const length = textLength(draft.text);
    const isOver = length > BUDGET;
    const who = visit.practitioner?.name.trim() ? nameOf(visit.practitioner, '') : words.reader;
    const isHeld = state === 'busy' || isOver;
    return html`<div class="stack close writing">
      ${draft.isStale ? stale(draft, words) : nothing}
      <div class="field">
        <label for="topic">${words.topic}</label>
        ${textArea({
          id: 'topic',
          value: draft.text,
          required: false,
          problem: undefined,
          over: isOver,
          help: words.topicHelp(who),
          more: ['topic-length'],
          spellcheck: 'false',
          write: (text) => {
            draft.text = text;
            this.#host.requestUpdate();
          },
        })}
        <p class="soft small" id="topic-help">${words.topicHelp(who)}</p>
        ${lengthBudget({
          id: 'topic-length',
          length,
          budget: BUDGET,
          count: isOver ? words.over(length - BUDGET) : words.left750(BUDGET - length),
          note: isOver ? words.tooLong : '',
        })}
      </div>
      ${writeLine(state, { words, unsure: '' })}
      <div class="row">
        <button
          class="button"
          type="button"
          aria-disabled=${isHeld ? 'true' : nothing}
          @click=${() => (isOver ? announce(words.tooLong) : void this.#save(visit, draft, options).then(after))}
        >
          ${state === 'busy' ? words.saving : draft.isStale ? words.saveMine : words.save}
        </button>
        <button class="button quiet" type="button" @click=${() => this.#drop(close)}>${words.doNotChange}</button>
      </div>
    </div>`;
  }

  #drop(close: () => void): void {
    this.#draft = undefined;
    close();
  }

  #save({ id }: Appointment, { text, version }: Draft, { client }: TopicOptions): Promise<Appointment | undefined> {
    return this.#write.run(client, (on, write) => setTopic(on, { appointment: id, topic: text }, { ...write, ifVersion: version }));
  }

  async #end(visit: Appointment, saved: Appointment | undefined, draft: Draft, options: TopicOptions, isAgain = false): Promise<void> {
    const { words, client, close } = options;
    const { error } = this.#write;
    if (saved) {
      announce(words.saved);
      return this.#drop(close);
    }
    if (error?.code !== 'stale') return tellEnd(this.#write, words);
    const now = await readAppointment(client, visit.id, { signal: new AbortController().signal }).catch(() => undefined);
    if (!now || this.#draft !== draft) return;
    this.#write.reset();
    draft.version = now.version;
    const said = now.topic ?? '';
    // Something else of the visit was changed, or somebody wrote the very same.
    if (!isAgain && (said === draft.said || said === normalText(draft.text))) {
      return this.#save(visit, draft, options).then((again) => this.#end(visit, again, draft, options, true));
    }
    draft.said = said;
    draft.isStale = true;
    announce(said ? words.stale : words.staleEmpty);
    this.#host.requestUpdate();
  }
}

const keyOf = ({ id }: Appointment, { view }: Visiting): string => `${viewKey(view)} ${id}`;

function stale({ said }: Draft, words: AppointmentsMoreWords): TemplateResult {
  return html`<p class="state heed">${icon(alertIcon)} <span>${said ? words.stale : words.staleEmpty}</span></p>
    ${said ? html`<p class="told" dir="auto">${said}</p>` : nothing}`;
}
