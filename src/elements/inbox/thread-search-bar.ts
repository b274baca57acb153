import { html, type TemplateResult } from 'lit';
import type { ElementHost } from '../../controllers/client-controller.js';
import type { InboxWords } from '../../i18n/en/inbox.js';
import type { Later } from '../shared/later.js';
import type { ReaderView } from '../shared/reader-view.js';
import { searchBar } from '../shared/search-bar.js';
import type { Finding } from './finding/finding.js';
import type { InboxView } from './inbox-view.js';

export interface ThreadSearchBarOptions {
  readonly host: ElementHost;
  readonly finding: Later<Finding>;
  readonly view: ReaderView<InboxView>;
  readonly text: InboxWords;
}

/** Over the threads: words to look for, and what else narrows them. What looks for them is fetched when it is used. */
export function threadSearchBar({ host, finding, view, text }: ThreadSearchBarOptions): TemplateResult {
  const known = finding.known;
  const type = async (words: string, isDone: boolean): Promise<void> => {
    const reader = view.client?.reader;
    const found = await finding.ask();
    if (reader === view.client?.reader) return found?.type(words, isDone);
    // What one person looks for is not looked for by who has signed in meanwhile.
    const field = host.shadowRoot!.querySelector('input');
    if (field) field.value = '';
  };
  return searchBar({
    text,
    words: known?.text ?? '',
    isChoosing: known?.isChoosing ?? false,
    more: finding.hasFailed ? html`<p class="found" role="status">${text.noFinding}</p>` : known?.template(view.value),
    onType: type,
    onFilter: () => void finding.ask().then((found) => found?.toggle()),
  });
}
