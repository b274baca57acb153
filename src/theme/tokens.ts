/** A colour of the palette: what a skin sets, for both schemes, and what it is used for. */
export interface PaletteColor {
  readonly light: string;
  readonly dark: string;
  readonly meaning: string;
  /** The role components read it by, when it is not the name itself. */
  readonly role: string;
}

const color = (role: string, light: string, dark: string, meaning: string): PaletteColor => ({ role, light, dark, meaning });

/**
 * Tier 1: the palette. A skin sets `--care-<name>` on any ancestor; a component never reads it, it reads the role
 * `--care-color-<role>` that the base styles make of it. `npm run check` measures the pairs that stand together.
 */
export const palette = {
  ink: color('text', '#182020', '#e9efee', 'Words to read.'),
  'ink-soft': color('text-soft', '#52605f', '#a6b2b0', 'Roles, times and help.'),
  paper: color('surface', '#ffffff', '#141a1a', 'What everything stands on.'),
  'paper-sunk': color('surface-sunk', '#f3f6f6', '#1c2423', 'A quiet notice; what the pointer is over.'),
  line: color('divider', '#dae1e0', '#333e3d', 'Hairlines between parts.'),
  edge: color('control-border', '#71807e', '#869492', 'The edge of fields and buttons.'),
  brand: color('accent', '#0a5f57', '#7fcec3', 'Links, marks, the focus ring.'),
  'brand-strong': color('accent-hover', '#044841', '#a8e2da', 'The same under the pointer.'),
  'on-brand': color('on-accent', '#ffffff', '#04211d', 'Words on a filled button.'),
  'brand-wash': color('selected', '#e7f3f1', '#17322f', 'Behind what is chosen.'),
  mine: color('mine', '#eff4f3', '#202a29', "Behind the reader's own words."),
  calm: color('done', '#1c6b3c', '#86d1a1', 'What went well.'),
  'calm-wash': color('done-wash', '#e8f4ec', '#162f20', 'Behind what went well.'),
  heed: color('attention', '#7d4e00', '#efbd74', 'What is late, missing or not sent.'),
  'heed-wash': color('attention-wash', '#fcf2e0', '#37290f', 'Behind what is late, missing or not sent.'),
  alarm: color('urgent', '#a11d1b', '#ffa69c', 'Danger to the body, and nothing else.'),
  'alarm-wash': color('urgent-wash', '#fdefed', '#431e1b', 'Behind danger to the body.'),
  'on-alarm': color('on-urgent', '#ffffff', '#2c0504', 'Words on the emergency button.'),
} as const satisfies Record<string, PaletteColor>;

/** What else a skin may set. */
export const knobs = {
  '--care-font': 'The typeface. The device’s own when left out.',
  '--care-font-heading': 'The typeface of headings. The same as the rest when left out.',
  '--care-rem': 'What all sizes hang on: 1rem. Pages whose root is 62.5% set 1.6rem.',
  '--care-radius': 'How round corners are.',
  '--care-border': 'How wide the edges of controls are.',
  '--care-brand-fill': 'The filled button, where the brand colour is too pale for it.',
  '--care-brand-fill-strong': 'The same under the pointer.',
} as const;
