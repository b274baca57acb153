import { ReportEvent } from '../elements/provider/provider-events.js';

interface Tagged extends CustomElementConstructor {
  readonly tagName: string;
}

/**
 * Registers an element's tag. A library that is embedded shares the page with strangers: where the tag is taken the
 * first definition stays, and the page is told by a `care-report` event instead of an exception.
 */
export function define(element: Tagged): void {
  const found = customElements.get(element.tagName);
  if (!found) customElements.define(element.tagName, element);
  else if (found !== element) {
    document.dispatchEvent(new ReportEvent({ code: 'tag-taken', where: element.tagName }));
  }
}
