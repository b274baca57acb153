import { ContextProvider } from '@lit/context';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Adapter } from '../../adapter/adapter.js';
import { type Client, createClient } from '../../client/client.js';
import type { Report } from '../../client/report.js';
import { clientContext } from '../../controllers/client-context.js';
import type { PersonId } from '../../model/id.js';
import { safeUrl } from '../../primitives/safe-url.js';
import { findBackend } from './backends.js';
import { leavePage, servePage } from './page-provision.js';
import { ReportEvent } from './provider-events.js';
import { providerStyles } from './provider-styles.js';

/**
 * Gives every element inside it the practice's backend and the reader's session. Draws nothing itself.
 *
 * Set up by attributes alone (`backend`, `base-url`, `token-url`), with an adapter, or with a client of your own.
 *
 * @tag care-provider
 * @slot - Anything: the elements it serves may lie at any depth.
 * @fires {ReportEvent} care-report - Something went wrong. For developers: codes and names, never a value.
 * @fires {SignInEvent} care-sign-in - The reader wants to sign in. Cancelable; otherwise `sign-in-url` opens.
 */
export class CareProvider extends LitElement {
  static readonly tagName = 'care-provider';
  static override styles = providerStyles;

  /** The backend to talk to, as an object. Takes the place of `backend`. */
  @property({ attribute: false }) adapter?: Adapter | undefined;

  /** A client made elsewhere, to share it with scripts of the page. Takes the place of `adapter`. */
  @property({ attribute: false }) client?: Client | undefined;

  /** The kind of backend, such as `rest`. Its `define/backend-*` file has to be imported. */
  @property() backend?: string | undefined;

  /** Where the backend lives, with no slash at the end. */
  @property({ attribute: 'base-url' }) baseUrl?: string | undefined;

  /** Where a session's token is fetched from, on the page's own origin. Never the token itself. */
  @property({ attribute: 'token-url' }) tokenUrl?: string | undefined;

  /** The page where people sign in. Opens in a new window, so that nothing typed here is lost. */
  @property({ attribute: 'sign-in-url' }) signInUrl?: string | undefined;

  /** The page where people write without an account, if the backend takes that. Signed-out readers are offered it. */
  @property({ attribute: 'guest-url' }) guestUrl?: string | undefined;

  /** Whom the page has chosen to act for, by id: a child's own page, say. The reader can choose another. */
  @property() subject?: string | undefined;

  /** Whether it serves all elements of the page that have no nearer provider, wherever they stand. */
  @property({ type: Boolean }) page = false;

  #own: Client | undefined;
  readonly #context = new ContextProvider(this, { context: clientContext });

  /** What it serves with. */
  get served(): Client | undefined {
    return this.#context.value;
  }

  /** Opens a new session after somebody has signed in; what waited for it is sent. */
  async renew(): Promise<void> {
    await this.served?.renew();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('care-sign-in', this.#onSignIn);
    if (this.hasUpdated) this.#offer();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('care-sign-in', this.#onSignIn);
    // The client stays: what is being sent goes on, and whoever puts the provider back finds everything (row F28).
    this.#withdraw();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const settings = ['adapter', 'client', 'backend', 'baseUrl', 'tokenUrl'] as const;
    const isNew = settings.some((name) => changed.has(name));
    if (isNew) this.#changeClient();
    if (this.served && (isNew || changed.has('guestUrl'))) this.served.guestUrl = safeUrl(this.guestUrl);
    if (isNew ? this.subject : changed.has('subject')) this.served?.selection.choose((this.subject || undefined) as PersonId);
    if (this.isConnected) this.#offer();
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #changeClient(): void {
    if (this.#own?.outbox.items().some(({ state }) => state.status !== 'sent')) {
      // Frameworks that make an adapter anew at each rendering would lose what people wrote: they are told.
      this.#report({ code: 'client-replaced', where: 'care-provider' });
    }
    this.#own?.close();
    this.#own = this.client ? undefined : this.#makeClient();
    this.#context.setValue(this.client ?? this.#own);
  }

  #makeClient(): Client | undefined {
    const options = { report: this.#report };
    if (this.adapter) return createClient(this.adapter, options);
    if (!this.backend) return undefined;
    const factory = findBackend(this.backend);
    const own: Record<string, string | undefined> = { 'base-url': this.baseUrl, 'token-url': this.tokenUrl };
    if (factory) return createClient(factory((name) => own[name] ?? this.getAttribute(name) ?? undefined), options);
    this.#report({ code: 'unknown-backend' });
    return undefined;
  }

  #offer(): void {
    if (!this.page) return this.#withdraw();
    document.documentElement.addEventListener('care-sign-in', this.#onSignIn);
    if (!servePage(this)) this.#report({ code: 'second-page-provider', where: 'care-provider' });
  }

  #withdraw(): void {
    document.documentElement.removeEventListener('care-sign-in', this.#onSignIn);
    leavePage(this);
  }

  readonly #report = (report: Report): void => {
    this.dispatchEvent(new ReportEvent(report));
  };

  readonly #onSignIn = (event: Event): void => {
    // On the page's root, what comes from inside a provider is that provider's business.
    const nearest = event.composedPath().find((target) => target instanceof CareProvider);
    const url = safeUrl(this.signInUrl);
    if (event.defaultPrevented || !url || (nearest ?? this) !== this) return;
    open(url, '_blank', 'noopener,noreferrer');
    // Whoever comes back to this window has signed in elsewhere, or has not: asking tells.
    addEventListener('focus', () => void this.renew(), { once: true });
  };
}
