import { css } from 'lit';

/** Under the words to look for: what else can be chosen, and how many that leaves. */
export const findingStyles = css`
  .filters,
  .found {
    grid-column: 1 / -1;
  }
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5em), 1fr));
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
`;
