import { announce } from '../../../a11y/announcer.js';
import { type AskedResult, type Asking, askingOf } from '../../../client/asking.js';
import { ClientController, type ElementHost } from '../../../controllers/client-controller.js';
import type { PersonId, ResultId } from '../../../model/id.js';
import type { Person, Subject } from '../../../model/person.js';
import type { Reason } from '../../../model/reason.js';
import { isolated } from '../../shared/person-words.js';
import { type ContactDraft, isBegun } from '../contact-draft.js';
import type { FormContent } from '../form-content.js';
import { answersMessages } from '../gate.js';
import type { SendingController } from '../sending-controller.js';
import { moreWords } from './more-words.js';

/** What is gone to when something is asked about, and when nothing more precise is left. */
export const HEADING = '[part=heading]';

/** The id of the group that lists them. */
export const REFERENCES = 'control-references';

/** The first reason that takes results: it is the one to ask about a result for. */
const askingReason = (reasons: readonly Reason[]): Reason | undefined => reasons.find(({ references }) => references.includes('result'));

/** What the form is about. */
interface FormAbout {
  readonly ready: FormContent | undefined;
  readonly draft: ContactDraft | undefined;
  readonly reason: Reason | undefined;
  readonly subject: Subject | undefined;
  /** Who is asked for, as far as that is known. */
  readonly addressee: Person | undefined;
  choose(subject: PersonId): void;
}

/** Takes the results that are asked about on this page into the form's message. */
export class AskedResults {
  readonly #host: ElementHost;
  readonly #state: FormAbout;
  readonly #sending: SendingController;
  #asking: Asking | undefined;
  /** What the form has looked at. Undefined: it has not looked yet. */
  #known: readonly ResultId[] | undefined;
  /** Those that the message is about. */
  #taken: readonly ResultId[] = [];

  constructor(host: ElementHost, state: FormAbout, sending: SendingController) {
    this.#host = host;
    this.#state = state;
    this.#sending = sending;
    let leave: (() => void) | undefined;
    new ClientController(host, (client) => {
      leave?.();
      this.#asking = client && askingOf(client);
      leave = this.#asking?.serve(() => host.requestUpdate());
    });
  }

  get #all(): readonly AskedResult[] {
    return this.#asking?.results ?? [];
  }

  /** Those that are asked about, and that the message is not about: of one person, whom the newest is about. */
  get due(): readonly AskedResult[] {
    const due = this.#all.filter(({ id }) => !this.#taken.includes(id));
    return due.filter(({ subject }) => subject === due.at(-1)!.subject);
  }

  /** Those that the message is about, as long as it is for that and about that person. */
  get taken(): readonly AskedResult[] {
    const { reason, subject } = this.#state;
    const isFor = reason?.references.includes('result');
    return isFor ? this.#all.filter((one) => one.subject === subject?.id && this.#taken.includes(one.id)) : [];
  }

  /** Who ordered them, if one person did. */
  get recipient(): PersonId | undefined {
    const [first, ...others] = this.taken;
    return others.every(({ recipient }) => recipient === first?.recipient) ? first?.recipient : undefined;
  }

  /** Who ordered them, and answers no messages: the question goes to who reads for the practice. */
  get silent(): Person | undefined {
    const { addressee } = this.#state;
    return this.recipient && addressee && !answersMessages(addressee) ? addressee : undefined;
  }

  /** Why those due cannot be taken now. */
  get obstacle(): 'untaken' | 'under-way' | 'begun' | undefined {
    const { ready, draft, reason, subject } = this.#state;
    const [one] = this.due;
    if (!ready || !draft || !one) return undefined;
    const wanted = askingReason(ready.reasons);
    if (!wanted || !ready.subjects.some(({ id }) => id === one.subject)) return 'untaken';
    if (this.#sending.isUnderWay(draft)) return 'under-way';
    const isOther = (reason && reason !== wanted) || (subject && subject.id !== one.subject);
    return isOther && isBegun(draft, ready.reasons) ? 'begun' : undefined;
  }

  /** Looks what has become of them. What is new is said, and leads to the form's heading. */
  follow(lang: string, changed: (focusNext: string) => void): void {
    const { subject, ready, draft } = this.#state;
    if (!ready || !draft) return;
    for (const id of this.#sending.takeSent()) this.remove(id);
    // Chosen to be about somebody else: what the message was about is not theirs.
    for (const one of this.#all) if (this.#taken.includes(one.id) && one.subject !== subject?.id) this.remove(one.id);
    const ids = this.#all.map(({ id }) => id);
    // What was taken out can be asked about once more.
    this.#taken = this.#taken.filter((id) => ids.includes(id));
    const isNews = this.#known && ids.some((id) => !this.#known!.includes(id));
    this.#known = ids;
    const { obstacle } = this;
    if (!obstacle && this.due.length > 0) this.take();
    if (!isNews) return;
    const words = moreWords(lang);
    changed(HEADING);
    void this.#host.updateComplete.then(() => this.#host.scrollIntoView());
    announce(obstacle ? words.asked[obstacle].title : words.aboutNow(this.taken.map(({ label }) => isolated(label))));
  }

  /** Makes the message one about them. What it was about somebody else is dropped. */
  take(): void {
    const { ready, draft } = this.#state;
    const [one] = this.due;
    const reason = one && ready && askingReason(ready.reasons);
    if (!reason) return;
    this.#sending.beginAnother();
    for (const { id, subject } of this.#all) if (subject !== one.subject) this.remove(id);
    this.#taken = this.#all.map(({ id }) => id);
    draft?.set('reason', reason.id);
    this.#state.choose(one.subject);
  }

  /** Goes on without those that are due. */
  leave(): void {
    for (const { id } of this.due) this.#asking?.remove(id);
  }

  remove(id: ResultId): void {
    this.#asking?.remove(id);
  }
}
