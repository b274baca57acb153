import { css } from 'lit';
import type { ElementHost } from '../../../controllers/client-controller.js';
import { choiceStyles } from '../../../theme/choice-styles.js';

const moreStyles = css`
  .filters,
  .found {
    grid-column: 1 / -1;
  }
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 10.5em), 1fr));
    gap: var(--care-space-2) var(--care-space-3);
  }
  .found {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--care-space-3);
    align-items: center;
    justify-content: space-between;
    font-weight: 600;
  }
  .panel {
    max-inline-size: 37em;
    padding-block: var(--care-space-5);
    border-block: 1px solid var(--care-color-divider);
  }
  .panel > h3 {
    justify-self: start;
  }
  .panel > h3 + p {
    margin-block-start: calc(-1 * var(--care-space-4));
  }
`;

/** What is fetched when needed brings its styles along; twice would change nothing. */
export function addMoreStyles({ shadowRoot }: ElementHost): void {
  const more = [choiceStyles.styleSheet!, moreStyles.styleSheet!];
  const others = shadowRoot!.adoptedStyleSheets.filter((sheet) => !more.includes(sheet));
  shadowRoot!.adoptedStyleSheets = [...others, ...more];
}
