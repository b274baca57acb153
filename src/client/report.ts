/** What a developer is told when something goes wrong. Codes and names, never a value and never a patient's word. */
export interface Report {
  /** An adapter error's code, or what the client noticed: `unreadable`, `storage`, `tag-taken`, `second-page-provider`. */
  readonly code: string;
  /** The call or tag it happened in: `messages.listThreads`, `care-inbox`. */
  readonly where?: string | undefined;
  /** The path of the field that was wrong: `items.3.author.name`. */
  readonly field?: string | undefined;
}
