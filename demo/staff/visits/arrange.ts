import { type Client, confirmRequest, declineRequest, listServices, newSendKey, readAppointment } from 'carethread/client';
import { type Appointment, type Service, SlotId } from 'carethread/model';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { actForm, linesField } from '../forms/form-parts.js';
import { failureWords, moment } from '../words.js';
import { openOwnTimes, ownTime } from './own-time.js';
import { whyNot } from './why-not.js';
import { kindWords, nameOf, whenWords, wishWords } from './visit-words.js';

/** A visit that a patient asks or waits for: what they wish, a time for it, or why there is none. */
export class StaffArrange extends LitElement {
  @property({ attribute: false }) client?: Client | undefined;
  @property({ attribute: false }) request?: Appointment | undefined;

  /** What became of the request meanwhile: the desk hands down what it was when it was chosen, again and again. */
  @state() private latest: Appointment | undefined;
  @state() private service: Service | undefined;
  @state() private isDeclining = false;
  @state() private isBusy = false;
  /** What came of the last act. */
  @state() private outcome = '';

  /** The act under way. None: what it was about is no longer looked at. */
  #act: object | undefined;

  // A page's own part, in the page's own styles.
  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get('request') as Appointment | undefined;
    if (!changed.has('request') || before?.id === this.request?.id) return;
    this.outcome = '';
    this.service = this.latest = this.#act = undefined;
    this.isBusy = this.isDeclining = false;
    void this.#readService();
  }

  override render(): TemplateResult | typeof nothing {
    const request = this.latest ?? this.request;
    if (!request) return nothing;
    const { subject, label, status } = request;
    const isOpen = status === 'requested' || status === 'waiting';
    return html`<div class="review">
      <h2 tabindex="-1"><bdi>${subject.name}</bdi>${isOpen ? (status === 'waiting' ? ' waits for' : ' asks for') : nothing}: ${label}</h2>
      <p class="outcome" role="status" tabindex="-1">${this.outcome}</p>
      ${this.#facts(request)} ${isOpen ? (this.isDeclining ? this.#declining() : this.#booking(request)) : nothing}
    </div>`;
  }

  #facts({ wishes, kind, practitioner, topic, answerBy, starts }: Appointment): TemplateResult {
    const fact = (term: string, said: unknown): unknown => (said ? html`<dt>${term}</dt><dd>${said}</dd>` : nothing);
    return html`<div class="report">
      <dl>
        ${fact('Booked for', starts && whenWords(starts))}
        ${fact('Times that would suit', wishes.map((wish) => wishWords(wish)).join('\n'))}
        ${fact('How and with whom', [kindWords(kind), nameOf(practitioner)].filter(Boolean).join(', '))}
        ${fact('What they want to talk about', topic && html`<bdi>${topic}</bdi>`)}
        ${fact('They read that we answer by', answerBy && moment(answerBy))}
      </dl>
    </div>`;
  }

  #booking({ subject }: Appointment): TemplateResult {
    const { service, client } = this;
    if (!service) return html`<p class="soft">Getting the free times…</p>`;
    const choice = { subject: subject.id, service: service.id };
    const canPick = service.booking === 'direct';
    const fields = html`
      ${canPick
        ? html`<staff-times .client=${client} .choice=${choice}></staff-times>
            <details class="more"><summary>Another time</summary>${ownTime(service)}</details>`
        : ownTime(service)}
    `;
    const form = { isBusy: this.isBusy, cancel: () => void this.dispatchEvent(new CustomEvent('left')), submit: () => {} };
    return html`
      ${actForm('Book it', form, fields, (value) => void this.#book(value))}
      <p class="buttons"><button type="button" @click=${() => void this.#ask(true)}>We have no time for it</button></p>
    `;
  }

  #declining(): TemplateResult {
    const form = { isBusy: this.isBusy, cancel: () => void this.#ask(false), submit: () => {} };
    const field = linesField('note', 'Why not, or what to do instead? The patient reads this.', { isRequired: true });
    return actForm('Tell the patient', form, field, (value) => {
      const note = value('note');
      if (note) void this.#do('Noted. The patient reads why.', (client, request, options) => declineRequest(client, { appointment: request.id, note }, options));
    });
  }

  async #book(value: (name: string) => string): Promise<void> {
    const { service } = this;
    const chosen = value('slot');
    const hasOwn = Boolean(value('day') && value('time'));
    if (!service || !(hasOwn || chosen)) {
      this.outcome = 'Choose a time.';
      this.querySelector<HTMLElement>('[name=slot], [name=day]')?.focus();
      return;
    }
    await this.#do('Booked. The patient reads when.', async (through, request, options) => {
      // What was filled in goes before what was chosen: it was more work.
      const [own] = hasOwn ? await openOwnTimes(through, service, value, options) : [];
      const slot = own ?? SlotId.parse(chosen);
      return confirmRequest(through, { appointment: request.id, slot }, options);
    });
  }

  async #do(
    done: string,
    effect: (client: Client, request: Appointment, options: ReturnType<typeof optionsFor>) => Promise<Appointment>,
  ): Promise<void> {
    const { client, latest: request = this.request } = this;
    if (!client || !request || this.isBusy) return;
    this.isBusy = true;
    const act = (this.#act = {});
    const options = optionsFor(request);
    const [outcome, next] = await effect(client, request, options).then(
      (changed) => [done, changed] as const,
      // A colleague may have been quicker, or somebody has taken the time: what there is now is shown.
      async (error: unknown) =>
        [whyNot(error), await readAppointment(client, request.id, options).catch(() => request)] as const,
    );
    // Somebody slow to answer leads nobody back from what they look at now.
    if (this.#act !== act || this.request?.id !== request.id) return;
    this.outcome = outcome;
    this.latest = next;
    this.isBusy = false;
    if (outcome !== done) this.querySelector('staff-times')?.look();
    await this.updateComplete;
    this.querySelector<HTMLElement>('.outcome')?.focus();
  }

  async #ask(isDeclining: boolean): Promise<void> {
    this.isDeclining = isDeclining;
    this.outcome = '';
    await this.updateComplete;
    this.querySelector<HTMLElement>(isDeclining ? 'textarea' : 'h2')?.focus();
  }

  async #readService(): Promise<void> {
    const { client, request } = this;
    if (!client || !request) return;
    try {
      const { items } = await listServices(client, request.subject.id, { signal: new AbortController().signal });
      if (this.request?.id === request.id) this.service = items.find(({ id }) => id === request.service);
    } catch (error) {
      if (this.request?.id === request.id) this.outcome = failureWords(error);
    }
  }
}

const optionsFor = ({ version }: Appointment) => ({
  signal: new AbortController().signal,
  key: newSendKey(),
  ifVersion: version,
});

declare global {
  interface HTMLElementTagNameMap {
    'staff-arrange': StaffArrange;
  }
}
