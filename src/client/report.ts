/** What a developer is told when something goes wrong. Codes and names, never a value and never a patient's word. */
export interface Report {
  /**
   * An adapter error's code, or what the library noticed: `unreadable` (an item was left out), `storage` (nothing can be
   * kept), `listener-failed` (a listener of the page threw), `tag-taken`, `second-page-provider`, `unknown-backend`,
   * `client-replaced` (a provider was given another backend while something was unsent).
   */
  readonly code: string;
  /** The call or tag it happened in: `messages.listThreads`, `care-inbox`. */
  readonly where?: string | undefined;
  /** The path of the field that was wrong: `items.3.author.name`. */
  readonly field?: string | undefined;
}
