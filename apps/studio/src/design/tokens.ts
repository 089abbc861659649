// The colours of the product, light and dark. This is the only list: the style sheet's variables and the contrast test are made from it.

/** A colour per scheme: [light, dark]. */
type Pair = readonly [light: string, dark: string];

export const colors = {
  canvas: ['#F4F6F8', '#0F1319'],
  'canvas-dot': ['#DDE2E8', '#222B37'],
  surface: ['#FFFFFF', '#181E27'],
  sunken: ['#EDF0F3', '#12171F'],
  line: ['#D5DAE1', '#2C3542'],
  'line-strong': ['#7E8796', '#6B7789'],
  ink: ['#161B26', '#E9EDF3'],
  'ink-2': ['#4A5362', '#B3BCCA'],
  'ink-3': ['#5F6979', '#8D98A8'],
  accent: ['#0B5FCC', '#6AA8FF'],
  'on-accent': ['#FFFFFF', '#0B1524'],
  'accent-soft': ['#E3EEFC', '#17304F'],
  ok: ['#187544', '#4FC98A'],
  warn: ['#9A5B00', '#F0B04C'],
  err: ['#C22F2F', '#FF7B7B'],
  'tier-1': ['#11258D', '#EDF3FC'],
  'tier-2': ['#055575', '#A3CEFE'],
  'tier-3': ['#0D7878', '#19D2B1'],
  'tier-4': ['#259F41', '#4FA952'],
  'tier-5': ['#B3850C', '#8F6907'],
  'on-tier-1': ['#FFFFFF', '#0B1524'],
  'on-tier-2': ['#FFFFFF', '#0B1524'],
  'on-tier-3': ['#FFFFFF', '#0B1524'],
  'on-tier-4': ['#161B26', '#0B1524'],
  'on-tier-5': ['#161B26', '#FFFFFF'],
  unassigned: ['#9AA3B0', '#7C8796'],
  'kind-data': ['#4A5362', '#6B7789'],
  'kind-filter': ['#0B5FCC', '#2F6FD0'],
  'kind-score': ['#7A3FB8', '#8A55C8'],
  'kind-combine': ['#0C7A76', '#14837D'],
  'kind-tier': ['#A14D00', '#B0621A'],
  'kind-act': ['#B42363', '#B9356F'],
  'kind-canvas': ['#3F4FB5', '#5563D6'],
  glyph: ['#FFFFFF', '#FFFFFF'],
  /** The flow of people on edges without a tier. */
  ribbon: ['#7E8796', '#6B7789'],
} as const satisfies Record<string, Pair>;

export type ColorName = keyof typeof colors;

/** The style variable of a colour. */
export function color(name: ColorName): string {
  return `var(--tf-${name})`;
}

/** How many steps the tier ramp has. */
export const tierSteps = 5;

/** Step of the ramp, 1 to 5, for a tier's place among all (0 best): the ramp is spread over the tiers there are. */
export function tierStep(place: number, of: number): number {
  if (of <= 1) return 1;
  return Math.min(tierSteps, Math.max(1, 1 + Math.round((place * (tierSteps - 1)) / (of - 1))));
}

/** Colour of a tier and of the letter on it. */
export function tierColor(place: number, of: number): { readonly fill: string; readonly text: string } {
  const step = tierStep(place, of) as 1 | 2 | 3 | 4 | 5;
  return { fill: color(`tier-${step}`), text: color(`on-tier-${step}`) };
}

/** Letters of one width; the names of Linux come before the generic one, which a browser without settings takes for any font. */
export const monospace = "ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'Liberation Mono', 'DejaVu Sans Mono', monospace";
