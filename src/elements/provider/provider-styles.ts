import { css } from 'lit';

/** No box of its own: a page's layout goes through it. */
export const providerStyles = css`
  :host {
    display: contents;
  }
`;
