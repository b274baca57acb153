import { type CSSResult, unsafeCSS } from 'lit';
import { palette } from './tokens.js';

const roles = (value: (name: string, light: string, dark: string) => string): string =>
  Object.entries(palette)
    .map(([name, { role, light, dark }]) => `--care-color-${role}:var(--care-${name},${value(name, light, dark)});`)
    .join('');

/** Forced colours: the system paints. Washes vanish, so that a bar, an icon and a word carry every state. */
const SYSTEM: Readonly<Record<string, string>> = {
  divider: 'CanvasText',
  'control-border': 'ButtonBorder',
  accent: 'LinkText',
  'accent-hover': 'LinkText',
};

const system = Object.values(palette)
  .map(({ role }) => {
    const paper = /^(surface|selected|mine|on-)|wash$/.test(role);
    return `--care-color-${role}:${SYSTEM[role] ?? (paper ? 'Canvas' : 'CanvasText')};`;
  })
  .join('');

/** Tier 2, made from tier 1. Written out from one table, so that the palette stands in one place. */
// The table is ours and holds constants only: nothing of a page or a backend comes near it.
export const roleStyles: CSSResult = unsafeCSS(
  `.care{${roles((_, light, dark) => `light-dark(${light},${dark})`)}}` +
    `@supports not (color:light-dark(#000,#fff)){.care{color-scheme:light;${roles((_, light) => light)}}}` +
    `@media (forced-colors:active){.care{${system}}}`,
);
