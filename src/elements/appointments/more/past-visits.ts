import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { listAppointments } from '../../../client/appointments.js';
import { type PagedList, withMore } from '../../../client/paged-list.js';
import type { ElementHost } from '../../../controllers/client-controller.js';
import { QueryController } from '../../../controllers/query-controller.js';
import type { AppointmentsMoreWords } from '../../../i18n/en/appointments-more.js';
import type { Appointment } from '../../../model/appointment.js';
import type { PersonId } from '../../../model/id.js';
import { note } from '../../../primitives/note.js';
import { phoneButton } from '../../../primitives/phone-link.js';
import { NextPage } from '../../shared/next-page.js';
import type { ReaderView } from '../../shared/reader-view.js';
import { type AppointmentsView, viewKey, visitId } from '../appointments-view.js';
import { whatOf, whenOf } from '../visit-card.js';
import { fact } from '../visit-facts.js';
import type { Visiting } from '../visiting.js';

interface PastView {
  readonly key: string;
  readonly subject: PersonId;
  readonly visits: PagedList<Appointment>;
}

/** Visits that are behind, with what to do after them: read when they are asked for. */
export class PastVisits {
  readonly #host: ElementHost;
  readonly #query: QueryController<PastView, readonly string[]>;
  readonly #next: NextPage<Appointment, PastView>;
  /** For whom they were asked for. */
  #of: string | undefined;

  constructor(host: ElementHost, view: ReaderView<AppointmentsView>) {
    this.#host = host;
    this.#query = new QueryController<PastView, readonly string[]>(host, {
      args: () => {
        const { value } = view;
        return value?.subject && viewKey(value) === this.#of ? [value.subject, this.#of] : undefined;
      },
      run: async (client, [subject, key], signal, previous) => {
        const query = { subject: subject as PersonId, when: 'past' } as const;
        let visits: PagedList<Appointment> = { items: [], unreadable: 0 };
        do {
          visits = withMore(visits, await listAppointments(client, { ...query, after: visits.next }, { signal }), visitId);
        } while (visits.next !== undefined && visits.items.length < (previous?.visits.items.length ?? 0));
        return { key: key!, subject: query.subject, visits };
      },
      concerns: ({ kind }) => kind === 'appointment',
    });
    this.#next = new NextPage(host, {
      query: this.#query,
      idOf: visitId,
      keyOf: ({ key }) => key,
      listOf: ({ visits }) => visits,
      withList: (past, visits) => ({ ...past, visits }),
      read: (client, { subject }, after, signal) => listAppointments(client, { subject, when: 'past', after }, { signal }),
    });
  }

  template(visiting: Visiting, words: AppointmentsMoreWords): TemplateResult {
    const { text, view, common, phone } = visiting;
    const { state } = this.#query;
    if (this.#of !== viewKey(view)) {
      const show = (): void => void this.#show(viewKey(view));
      return html`<div class="row"><button class="button quiet" type="button" @click=${show}>${text.past}</button></div>`;
    }
    const again = html`<button class="button" type="button" @click=${() => void this.#query.refresh()}>${common.tryAgain}</button>`;
    return html`<section class="stack near past" aria-labelledby="past">
      <h3 id="past" tabindex="-1">${words.pastTitle}</h3>
      ${state.status === 'pending' ? html`<p class="soft" role="status">${words.pastWaiting}</p>` : nothing}
      ${state.status === 'error'
        ? note({ tone: 'attention', text: words.pastFailed, actions: html`${again} ${phoneButton(phone, common.call)}` })
        : nothing}
      ${state.status === 'ready' ? this.#list(state.value, visiting, words) : nothing}
    </section>`;
  }

  #list({ visits }: PastView, visiting: Visiting, words: AppointmentsMoreWords): TemplateResult {
    const { text, common, phone } = visiting;
    const { items, unreadable } = visits;
    const isAsking = this.#next.state === 'asking';
    return html`${items.length === 0 && unreadable === 0 ? html`<p>${words.pastNone}</p>` : nothing}
      <div>${repeat(items, visitId, (visit, place) => pastCard(visit, place, visiting, words))}</div>
      ${unreadable > 0
        ? note({ tone: 'attention', text: text.unreadable(unreadable), actions: phoneButton(phone, common.call) })
        : nothing}
      ${visits.next === undefined
        ? nothing
        : html`${this.#next.state === 'failed' ? html`<p role="status">${words.noMore}</p>` : nothing}
            <div class="row">
              <button class="button" type="button" aria-disabled=${isAsking ? 'true' : nothing} @click=${this.#next.ask}>
                ${isAsking ? words.loadingMore : words.showMore}
              </button>
            </div>`}`;
  }

  async #show(of: string): Promise<void> {
    this.#of = of;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.shadowRoot!.querySelector<HTMLElement>('#past')?.focus();
  }
}

function pastCard(visit: Appointment, place: number, visiting: Visiting, words: AppointmentsMoreWords): TemplateResult {
  const { starts, status, instructions, note: said, topic, movedTo } = visit;
  const state = words.statuses[status === 'cancelled' && movedTo ? 'moved' : status];
  const title = `past-${place}`;
  const what = html`<p>${whatOf(visit, visiting)}</p>`;
  const isWrong = status === 'withdrawn';
  return html`<article class="appointment" part="appointment" aria-labelledby=${title}>
    <div class="stack close">
      <h4 id=${title}>${starts ? whenOf(visit, visiting) : whatOf(visit, visiting)}</h4>
      ${starts ? what : nothing} ${state ? html`<p class="state">${state}</p>` : nothing}
    </div>
    ${isWrong
      ? nothing
      : html`<dl class="facts">
          ${instructions ? fact(words.instructions, html`<span class="told" dir="auto">${instructions}</span>`) : nothing}
          ${said ? fact(visiting.text.from, html`<span class="told" dir="auto">${said}</span>`) : nothing}
          ${topic ? fact(visiting.text.topic, html`<span class="told" dir="auto">${topic}</span>`) : nothing}
        </dl>`}
  </article>`;
}
