import { ContextProvider } from '@lit/context';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Adapter } from '../../adapter/adapter.js';
import { type Client, createClient } from '../../client/client.js';
import { clientContext } from '../../controllers/client-context.js';
import { findBackend } from './backends.js';
import { ReportEvent } from './provider-events.js';
import { providerStyles } from './provider-styles.js';

/** The provider that serves the whole page; there can be one. */
let pageProvider: CareProvider | undefined;

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

  /** Whether it serves all elements of the page that have no nearer provider, wherever they stand. */
  @property({ type: Boolean }) page = false;

  #own: Client | undefined;
  readonly #context = new ContextProvider(this, { context: clientContext });
  #pageContext: ContextProvider<typeof clientContext, HTMLElement> | undefined;

  /** Opens a new session after somebody has signed in; what waited for it is sent. */
  renew(): void {
    this.#context.value?.renew();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('care-sign-in', this.#onSignIn);
    if (this.hasUpdated) this.#provide();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('care-sign-in', this.#onSignIn);
    // Moved in the page, not removed: the client and what it is sending stay (row F28).
    queueMicrotask(() => {
      if (!this.isConnected) this.#letGo();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const settings = ['adapter', 'client', 'backend', 'baseUrl', 'tokenUrl', 'page'] as const;
    if (!settings.some((name) => changed.has(name))) return;
    this.#letGo();
    this.#provide();
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #provide(): void {
    if (this.#context.value) return;
    const client = this.client ?? (this.#own = this.#makeClient());
    this.#context.setValue(client);
    if (this.page) this.#serveThePage(client);
  }

  #makeClient(): Client | undefined {
    const report = (what: { code: string }) => this.dispatchEvent(new ReportEvent(what));
    if (this.adapter) return createClient(this.adapter, { report });
    if (!this.backend) return undefined;
    const factory = findBackend(this.backend);
    if (factory) return createClient(factory((name) => this.getAttribute(name) ?? undefined), { report });
    report({ code: 'unknown-backend' });
    return undefined;
  }

  #serveThePage(client: Client | undefined): void {
    if (pageProvider && pageProvider !== this) {
      this.dispatchEvent(new ReportEvent({ code: 'second-page-provider', where: 'care-provider' }));
      return;
    }
    pageProvider = this;
    this.#pageContext ??= new ContextProvider(document.documentElement, { context: clientContext });
    this.#pageContext.setValue(client);
    // The root was there all along: elements that asked before now are told to ask again.
    this.#pageContext.hostConnected();
  }

  #letGo(): void {
    this.#context.setValue(undefined);
    this.#own?.close();
    this.#own = undefined;
    if (pageProvider !== this) return;
    this.#pageContext?.setValue(undefined);
    pageProvider = undefined;
  }

  readonly #onSignIn = (event: Event): void => {
    if (!event.defaultPrevented && this.signInUrl) open(this.signInUrl, '_blank', 'noopener');
  };
}
