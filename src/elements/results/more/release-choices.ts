import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../../a11y/announcer.js';
import { readRelease, setRelease } from '../../../client/results.js';
import type { ElementHost } from '../../../controllers/client-controller.js';
import { QueryController } from '../../../controllers/query-controller.js';
import type { ResultsMoreWords } from '../../../i18n/en/results-more.js';
import type { PersonId } from '../../../model/id.js';
import type { Release, ReleasePreferences, ResultKindId } from '../../../model/release.js';
import { icon } from '../../../primitives/icon.js';
import { alertIcon, checkIcon } from '../../../primitives/icons.js';
import { choiceGroup } from '../../shared/fields/choice-templates.js';
import { isolated, nameOf } from '../../shared/person-words.js';
import type { ResultsView } from '../results-view.js';

const RELEASES = ['at-once', 'until-opened', 'until-comment'] as const satisfies readonly Release[];

/** How saving a choice went, and for which kind and whom. */
interface Said {
  readonly kind: ResultKindId;
  readonly subject: string;
  readonly hasFailed: boolean;
}

/** When results are shown, kind by kind. A choice is saved as it is made. */
export class ReleaseChoices {
  readonly #host: ElementHost;
  readonly #kinds: QueryController<ReleasePreferences, readonly string[]>;
  /** Chosen and not yet saved. */
  readonly #saving = new Map<string, Release>();
  #said: Said | undefined;

  /** @param shown is what stands on the page while the choices are open. */
  constructor(host: ElementHost, shown: () => ResultsView | undefined) {
    this.#host = host;
    this.#kinds = new QueryController<ReleasePreferences, readonly string[]>(host, {
      args: () => {
        const view = shown();
        return view?.subject && [view.subject, view.me.id];
      },
      run: (client, [subject], signal) => readRelease(client, subject as PersonId, { signal }),
    });
  }

  template({ subjects, subject }: ResultsView, words: ResultsMoreWords): TemplateResult {
    const { state } = this.#kinds;
    const person = subjects.find(({ id }) => id === subject);
    const name = person && person.relationship !== 'self' ? nameOf(person, '…') : undefined;
    return html`<p>${words.releaseText(name)}</p>
      ${state.status === 'pending' ? html`<p class="soft">${words.releaseWaiting}</p>` : nothing}
      ${state.status === 'error' ? html`<p>${words.noRelease}</p>` : nothing}
      ${state.status === 'ready' && state.value.kinds.length === 0 ? html`<p>${words.noKinds}</p>` : nothing}
      ${state.status === 'ready' && subject ? state.value.kinds.map((kind) => this.#kind(kind, subject, words)) : nothing}`;
  }

  #kind({ id, label, explanation, release }: ReleasePreferences['kinds'][number], subject: PersonId, words: ResultsMoreWords): TemplateResult {
    const said = this.#said?.kind === id && this.#said.subject === subject ? this.#said : undefined;
    const words_ = said && (said.hasFailed ? words.notSaved : words.saved(isolated(label)));
    return html`<div class="stack close">
      ${choiceGroup({
        id: `release-${id}`,
        legend: label,
        help: explanation,
        options: RELEASES.map((value) => ({ value, label: words.release[value] })),
        chosen: [this.#saving.get(`${subject} ${id}`) ?? release],
        choose: ([value]) => value && void this.#choose(id, label, subject, value as Release, words),
      })}
      ${said ? html`<p class=${said.hasFailed ? 'state heed' : 'state'}>${icon(said.hasFailed ? alertIcon : checkIcon)} ${words_}</p>` : nothing}
    </div>`;
  }

  async #choose(kind: ResultKindId, label: string, subject: PersonId, release: Release, words: ResultsMoreWords): Promise<void> {
    const { client } = this.#kinds;
    const key = `${subject} ${kind}`;
    if (!client) return;
    this.#saving.set(key, release);
    this.#said = undefined;
    this.#host.requestUpdate();
    let hasFailed = false;
    try {
      const value = await setRelease(client, { subject, kind, release }, { signal: new AbortController().signal });
      // Somebody else may be chosen meanwhile.
      if (this.#kinds.state.status === 'ready' && this.#saving.get(key) === release) this.#kinds.set({ status: 'ready', value });
    } catch {
      hasFailed = true;
    }
    // A later choice for the same kind is on its way.
    if (this.#saving.get(key) !== release) return;
    this.#saving.delete(key);
    this.#said = { kind, subject, hasFailed };
    announce(hasFailed ? words.notSaved : words.saved(label));
    this.#host.requestUpdate();
  }
}
