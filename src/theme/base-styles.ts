import { css, type CSSResultGroup } from 'lit';
import { roleStyles } from './role-styles.js';

const sharedStyles = css`
  /* The box belongs to the page: size, margin, place. What hides or distorts us from outside does not. */
  :host {
    display: block;
    min-inline-size: 0;
    color-scheme: inherit;
    visibility: visible !important;
    opacity: 1 !important;
    filter: none !important;
    transform: none !important;
  }
  :host([hidden]) {
    display: none !important;
  }

  /* The page's selectors cannot reach in here, and what it inherits to us ends here. */
  .care {
    all: initial;
    display: block;
    container-type: inline-size;
    /* A container says nothing of its own width: where the page asks for one, such as in a dialog, it would be none. */
    contain-intrinsic-inline-size: min(17em, 80vi);
    color-scheme: inherit;
    --_rem: var(--care-rem, 1rem);
    --care-text-xs: calc(0.8125 * var(--_rem));
    --care-text-s: calc(0.9375 * var(--_rem));
    --care-text-m: calc(1.0625 * var(--_rem));
    --care-text-l: calc(1.25 * var(--_rem));
    --care-text-xl: calc(1.5625 * var(--_rem));
    --care-space-1: calc(0.25 * var(--_rem));
    --care-space-2: calc(0.5 * var(--_rem));
    --care-space-3: calc(0.75 * var(--_rem));
    --care-space-4: var(--_rem);
    --care-space-5: calc(1.5 * var(--_rem));
    --care-space-6: calc(2.5 * var(--_rem));
    --care-measure: calc(37 * var(--_rem));
    --care-row-padding: var(--care-space-3);
    --care-control-height: max(44px, calc(2.75 * var(--_rem)));
    --care-icon: calc(1.25 * var(--_rem));
    --care-bar: 3px;
    --_radius: var(--care-radius, calc(0.375 * var(--_rem)));
    --_border: var(--care-border, 1px);
    --_font: var(
      --care-font,
      -apple-system,
      BlinkMacSystemFont,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      'Liberation Sans',
      Arial,
      sans-serif
    );
    --care-fast: 120ms;
    --care-gentle: 220ms;
    color: var(--care-color-text);
    font: var(--care-text-m) / 1.5 var(--_font);
    text-align: start;
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
  }
  .care *,
  .care *::before,
  .care *::after {
    box-sizing: border-box;
  }
  .care :where(h2, h3, h4, p, ul, ol, dl, dd, fieldset) {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  :where(ul, ol) {
    list-style: none;
  }
  :where(h2, h3, h4, legend) {
    padding: 0;
    font-family: var(--care-font-heading, var(--_font));
    font-size: var(--care-text-m);
    font-weight: 600;
    line-height: 1.25;
    text-wrap: balance;
  }
  :where(h2) {
    font-size: var(--care-text-xl);
    letter-spacing: -0.012em;
  }
  :where(h3) {
    font-size: var(--care-text-l);
  }
  a {
    color: var(--care-color-accent);
    text-underline-offset: 0.18em;
  }
  a:hover {
    color: var(--care-color-accent-hover);
    text-decoration-thickness: 2px;
  }
  b,
  strong {
    font-weight: 600;
  }
  time {
    font-variant-numeric: tabular-nums;
    unicode-bidi: isolate;
  }
  .soft {
    color: var(--care-color-text-soft);
    font-weight: 400;
  }
  .small {
    font-size: var(--care-text-s);
  }
  .said {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* Rhythm: 8 inside a thought, 24 between thoughts, 40 between parts. */
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--care-space-5);
    align-content: start;
  }
  .close {
    gap: var(--care-space-2);
  }
  .near {
    gap: var(--care-space-4);
  }
  .parts {
    gap: var(--care-space-6);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--care-space-2) var(--care-space-4);
    align-items: center;
  }

  .icon {
    flex: none;
    inline-size: var(--care-icon);
    block-size: var(--care-icon);
    vertical-align: -0.22em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon.turns:dir(rtl) {
    scale: -1 1;
  }

  /* One ring for everything, off the edge, never removed. */
  :focus-visible {
    outline: 3px solid var(--care-color-accent);
    outline-offset: 2px;
    border-radius: max(2px, var(--_radius));
  }
  @media (prefers-reduced-motion: reduce) {
    .care {
      --care-fast: 0ms;
      --care-gentle: 0ms;
    }
  }
  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }
  @media print {
    .care {
      color-scheme: light;
    }
    button,
    textarea,
    .budget {
      display: none !important;
    }
  }
`;

/** What every element begins with. Its template is one `<div class="care">`. */
export const baseStyles: CSSResultGroup = [sharedStyles, roleStyles];
