import { AdapterError } from '../../adapter/errors.js';
import { ClientController, type ElementHost } from '../../controllers/client-controller.js';
import { ClockController } from '../../controllers/clock-controller.js';
import { QueryController, type QueryState } from '../../controllers/query-controller.js';
import type { PersonId } from '../../model/id.js';
import type { Person, Subject } from '../../model/person.js';
import type { Reason } from '../../model/reason.js';
import { MedicinesController } from '../shared/fields/medicines-controller.js';
import { type ContactDraft, contactDraft, isBegun, writtenWords } from './contact-draft.js';
import { findRecipient, type FormContent, readFormContent, reasonOf } from './form-content.js';
import { answersMessages, messagingNow } from './gate.js';
import type { AskedResults } from './more/asked-results.js';
import type * as More from './more/form-more.js';
import type { SendingController } from './sending-controller.js';
import { signsOf } from './signs.js';
import { subjectOf } from './subject-of.js';

/** What the form is about: what the practice says, what is chosen and what is written so far. */
export class FormState {
  readonly #clients: ClientController;
  readonly #clock: ClockController;
  readonly #recipient: () => PersonId | undefined;
  readonly content: QueryController<FormContent>;
  readonly #addressee: QueryController<Person | undefined, readonly [PersonId, PersonId]>;
  readonly #medicines: MedicinesController;
  /** What is fetched beside what the practice says; there once that is ready. */
  more!: typeof More;
  /** The results that are asked about; there once that is ready. */
  asked: AskedResults | undefined;
  /** Whether it goes to the practice, because the recipient was refused. */
  isForPractice = false;
  /** The practice's number, when it is known. */
  phone: string | undefined;

  /** @param recipient whom the page names. */
  constructor(host: ElementHost, sending: SendingController, recipient: () => PersonId | undefined) {
    this.#recipient = recipient;
    let leave: (() => void) | undefined;
    this.#clients = new ClientController(host, (client) => {
      leave?.();
      leave = client?.selection.listen(() => host.requestUpdate());
    });
    this.#clock = new ClockController(host);
    this.content = new QueryController<FormContent>(host, {
      args: () => [],
      run: async (client, _, signal) => {
        const fetching = Promise.resolve(this.more ?? import('./more/form-more.js'));
        // Kept also where the practice cannot be read: it is there at the next try.
        fetching.then((more) => (this.more = more)).catch(() => {});
        const content = await readFormContent(client, { signal }, (phone) => (this.phone = phone));
        // A part of ours that cannot be had is told like a practice that cannot be reached.
        await fetching.catch(() => {
          throw new AdapterError('unavailable', 'a part of the form could not be fetched');
        });
        this.asked ??= new this.more.AskedResults(host, this, sending);
        return content;
      },
    });
    this.#addressee = new QueryController<Person | undefined, readonly [PersonId, PersonId]>(host, {
      args: () => {
        const [person, subject] = [this.#addressed, this.subject ?? this.ready?.subjects[0]];
        return person && subject ? [person, subject.id] : undefined;
      },
      run: (client, [person, subject], signal) => findRecipient(client, person, subject, { signal }),
    });
    this.#medicines = new MedicinesController(host, () => {
      const { reason, subject } = this;
      return reason && { fields: reason.fields, subject: subject?.id };
    });
  }

  get ready(): FormContent | undefined {
    const { state } = this.content;
    return state.status === 'ready' ? state.value : undefined;
  }

  get draft(): ContactDraft | undefined {
    const { client } = this.#clients;
    return client && this.ready && contactDraft(client.drafts, this.ready.me.id);
  }

  get reason(): Reason | undefined {
    const { ready, draft } = this;
    return ready && draft && reasonOf(ready, draft.get('reason'));
  }

  /** Words and answers of one's own, as far as they are written. */
  get written(): readonly string[] {
    const { ready, draft } = this;
    return ready && draft ? writtenWords(draft, ready.reasons) : [];
  }

  /** Whom it is about. */
  get subject(): Subject | undefined {
    return this.ready && subjectOf(this.ready.subjects, this.draft?.get('subject'));
  }

  /** Takes whom the page has chosen, until anything is answered: no answer about one person becomes another's. */
  followSelection(): void {
    const { ready, draft } = this;
    const chosen = this.#clients.client?.selection.subject;
    if (chosen && ready && draft && !isBegun(draft, ready.reasons)) draft.set('subject', chosen);
  }

  /** Chooses whom it is about, here and across the page. */
  choose(subject: string): void {
    this.draft?.set('subject', subject);
    this.#clients.client?.selection.choose(subject as PersonId);
  }

  /** To whom it is addressed; nobody, when it is to the practice. */
  get recipient(): QueryState<Person | undefined> {
    const person = this.#addressed;
    if (person && person !== this.asked?.recipient) return this.#addressee.state;
    // Who ordered a result may not be known here, or answer no messages: who reads for the practice does.
    const { addressee } = this;
    return { status: 'ready', value: person && addressee && answersMessages(addressee) ? addressee : undefined };
  }

  /** Who ordered what is asked about, else whom the page names. */
  get #addressed(): PersonId | undefined {
    return this.isForPractice ? undefined : (this.asked?.recipient ?? this.#recipient());
  }

  /** The results it is about. */
  get references(): AskedResults['taken'] {
    return this.asked?.taken ?? [];
  }

  /** Who is asked for, as far as that is known. */
  get addressee(): Person | undefined {
    const { state } = this.#addressee;
    return state.status === 'ready' ? state.value : undefined;
  }

  findRecipientAgain(): void {
    void this.#addressee.refresh();
  }

  /** The signs of danger that are asked. */
  get signs(): readonly string[] {
    const { reason, subject, ready } = this;
    return reason ? signsOf(reason, subject, { now: this.now, zone: ready?.practice?.zone }) : [];
  }

  /** When the practice is open, in words. */
  openHours(lang: string): readonly string[] {
    return this.more.hoursWords(this.ready?.practice, lang);
  }

  /** What the subject takes. */
  get medicines(): readonly string[] {
    return this.#medicines.names;
  }

  /** Milliseconds since the epoch. Whoever is drawn from it is drawn again when the practice opens, or a pause ends. */
  get now(): number {
    const now = this.#clock.now();
    const { opensAt } = messagingNow(this.ready?.practice, now) ?? {};
    if (opensAt) this.#clock.isPast(opensAt);
    return now;
  }

  /** Reads again what the practice says, after it has refused what it said it would take. */
  readAgain(): void {
    this.#clients.client?.changes.announce([{ kind: 'practice' }]);
  }
}
