// The component library dressed in the product's tokens.
import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';
import { type ColorName, colors, monospace } from './tokens.ts';

/** Ten steps around the accent; step 6 is the light accent, step 4 the dark one. */
const accent: MantineColorsTuple = [
  '#E3EEFC',
  '#C7DDF9',
  '#A3CEFE',
  '#85B8FF',
  '#6AA8FF',
  '#2F7FE6',
  '#0B5FCC',
  '#0A55B7',
  '#084A9F',
  '#063B80',
];

/** The library's greys for dark surfaces: text, borders, hover, cards, body. */
const dark: MantineColorsTuple = [
  '#E9EDF3',
  '#B3BCCA',
  '#8D98A8',
  '#6B7789',
  '#2C3542',
  '#222B37',
  '#181E27',
  '#181E27',
  '#12171F',
  '#0F1319',
];
const gray: MantineColorsTuple = [
  '#F4F6F8',
  '#EDF0F3',
  '#DDE2E8',
  '#D5DAE1',
  '#C3CAD4',
  '#9AA3B0',
  '#5F6979',
  '#4A5362',
  '#2E3643',
  '#161B26',
];

/** Text on the accent: white on the dark blue of light pages, ink on the light blue of dark ones. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  const accented = input.variant === 'filled' && (input.color === undefined || input.color === 'accent');
  return accented ? { ...resolved, color: 'var(--tf-on-accent)' } : resolved;
};

export const theme = createTheme({
  variantColorResolver,
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  colors: { accent, dark, gray },
  fontFamily: "'Inter Variable', 'Noto Sans SC Variable', system-ui, sans-serif",
  fontFamilyMonospace: monospace,
  headings: { fontFamily: "'Inter Variable', 'Noto Sans SC Variable', system-ui, sans-serif", fontWeight: '650' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '24px' },
  radius: { xs: '3px', sm: '6px', md: '6px', lg: '10px', xl: '12px' },
  defaultRadius: 'sm',
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false, transitionProps: { duration: 120 }, multiline: true, maw: 320, fz: 12 } },
    Button: { defaultProps: { size: 'xs' }, styles: { root: { fontWeight: 600 } } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Modal: { defaultProps: { centered: true, radius: 'xl' }, styles: { title: { fontSize: 16, fontWeight: 650 } } },
    Menu: { defaultProps: { shadow: 'md', radius: 'lg', transitionProps: { duration: 120 } } },
  },
});

/** Tokens as style variables, and the library's own greys replaced by them. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...tokenVariables(0), ...libraryVariables },
  dark: { ...tokenVariables(1), ...libraryVariables },
});

function tokenVariables(scheme: 0 | 1): Record<string, string> {
  const names = Object.keys(colors) as ColorName[];
  return Object.fromEntries(names.map((name) => [`--tf-${name}`, colors[name][scheme]]));
}

/** A status colour of the library as one of ours: words and outlines in it, surfaces in a breath of it. */
function statusVariables(name: string, token: ColorName): Record<string, string> {
  const ink = `var(--tf-${token})`;
  return {
    [`--mantine-color-${name}-text`]: ink,
    [`--mantine-color-${name}-outline`]: ink,
    [`--mantine-color-${name}-light`]: `color-mix(in srgb, ${ink} 12%, transparent)`,
    [`--mantine-color-${name}-light-hover`]: `color-mix(in srgb, ${ink} 18%, transparent)`,
    [`--mantine-color-${name}-light-color`]: ink,
  };
}

const libraryVariables: Record<string, string> = {
  '--mantine-color-body': 'var(--tf-surface)',
  '--mantine-color-text': 'var(--tf-ink)',
  '--mantine-color-dimmed': 'var(--tf-ink-3)',
  '--mantine-color-placeholder': 'var(--tf-ink-3)',
  '--mantine-color-error': 'var(--tf-err)',
  '--mantine-color-default': 'var(--tf-surface)',
  '--mantine-color-default-hover': 'var(--tf-sunken)',
  '--mantine-color-default-color': 'var(--tf-ink)',
  '--mantine-color-default-border': 'var(--tf-line)',
  '--mantine-color-anchor': 'var(--tf-accent)',
  '--mantine-color-disabled': 'var(--tf-sunken)',
  '--mantine-color-disabled-color': 'var(--tf-ink-3)',
  '--mantine-color-gray-light-hover': 'var(--tf-sunken)',
  '--mantine-color-gray-light-color': 'var(--tf-ink-2)',
  '--mantine-color-accent-light': 'var(--tf-accent-soft)',
  '--mantine-color-accent-light-color': 'var(--tf-accent)',
  ...statusVariables('red', 'err'),
  ...statusVariables('yellow', 'warn'),
  ...statusVariables('green', 'ok'),
};
