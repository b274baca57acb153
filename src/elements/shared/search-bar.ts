import { html, type TemplateResult } from 'lit';

export interface SearchBarOptions {
  readonly text: { readonly search: string; readonly filter: string };
  /** What stands in the field. */
  readonly words: string;
  readonly isChoosing: boolean;
  /** What stands under the field. */
  readonly more: unknown;
  /** `isDone`: the reader does not wait for the search to begin by itself. */
  readonly onType: (words: string, isDone: boolean) => unknown;
  readonly onFilter: () => void;
}

/** Over the list: words to look for, and what else narrows it. No words leave by an attribute, an address or an event. */
export function searchBar({ text, words, isChoosing, more, onType, onFilter }: SearchBarOptions): TemplateResult {
  const typed = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
    const form = event.currentTarget as HTMLFormElement;
    onType(form.querySelector('input')!.value, event.type === 'submit');
  };
  return html`<form class="search" role="search" @input=${typed} @submit=${typed}>
    <input
      type="search"
      part="search"
      aria-label=${text.search}
      placeholder=${text.search}
      maxlength="200"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      writingsuggestions="false"
      .value=${words}
    />
    <button class="button" type="button" aria-expanded=${isChoosing} @click=${onFilter}>${text.filter}</button>
    ${more}
  </form>`;
}
