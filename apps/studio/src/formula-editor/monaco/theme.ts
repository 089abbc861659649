// The editor in the product's colours: the one list of tokens, light and dark.
import type { editor } from 'monaco-editor/editor/editor.api';
import { type ColorName, colors } from '../../design/tokens.ts';

export type Scheme = 'light' | 'dark';

/** What kinds of words are drawn in; every one of them is readable on the surface, in both schemes. */
export const inks = {
  field: 'ink',
  variable: 'tier-2',
  function: 'accent',
  string: 'ok',
  'string.escape': 'ok',
  regexp: 'ok',
  number: 'warn',
  constant: 'warn',
  keyword: 'accent',
  operator: 'ink-2',
  delimiter: 'ink-2',
  comment: 'ink-3',
} as const satisfies Record<string, ColorName>;

/** Brackets by depth. */
export const bracketInks = ['ink-2', 'accent', 'warn'] as const satisfies readonly ColorName[];

export function themeName(scheme: Scheme): string {
  return `tierflow-${scheme}`;
}

export function themeOf(scheme: Scheme): editor.IStandaloneThemeData {
  const at = scheme === 'light' ? 0 : 1;
  const color = (name: ColorName): string => colors[name][at];
  const brackets = Array.from({ length: 6 }, (_, depth) => [
    `editorBracketHighlight.foreground${depth + 1}`,
    color(bracketInks[depth % bracketInks.length] ?? 'ink-2'),
  ]);
  return {
    base: scheme === 'light' ? 'vs' : 'vs-dark',
    inherit: false,
    rules: [
      { token: '', foreground: hex(color('ink')) },
      ...Object.entries(inks).map(([token, name]) => ({
        token,
        foreground: hex(color(name)),
        ...(token === 'keyword' ? { fontStyle: 'bold' } : {}),
      })),
    ],
    colors: {
      ...surfaces(color),
      ...Object.fromEntries(brackets),
      'editorBracketHighlight.unexpectedBracket.foreground': color('err'),
    },
  };
}

function surfaces(color: (name: ColorName) => string): Record<string, string> {
  return {
    foreground: color('ink'),
    focusBorder: color('accent'),
    errorForeground: color('err'),
    descriptionForeground: color('ink-2'),
    'icon.foreground': color('ink-2'),
    'editor.background': color('surface'),
    'editor.foreground': color('ink'),
    'editor.selectionBackground': `${color('accent')}40`,
    'editor.inactiveSelectionBackground': `${color('accent')}20`,
    'editorCursor.foreground': color('ink'),
    'editorBracketMatch.background': color('accent-soft'),
    'editorBracketMatch.border': color('accent'),
    'editorError.foreground': color('err'),
    'editorWarning.foreground': color('warn'),
    'editorInfo.foreground': color('accent'),
    'editorLightBulb.foreground': color('warn'),
    'editorLightBulbAutoFix.foreground': color('accent'),
    'editorWidget.background': color('surface'),
    'editorWidget.foreground': color('ink'),
    'editorWidget.border': color('line'),
    'editorHoverWidget.background': color('surface'),
    'editorHoverWidget.foreground': color('ink'),
    'editorHoverWidget.border': color('line'),
    'editorHoverWidget.statusBarBackground': color('sunken'),
    'editorHoverWidget.highlightForeground': color('accent'),
    'editorSuggestWidget.background': color('surface'),
    'editorSuggestWidget.foreground': color('ink'),
    'editorSuggestWidget.border': color('line'),
    'editorSuggestWidget.selectedBackground': color('accent-soft'),
    'editorSuggestWidget.selectedForeground': color('ink'),
    'editorSuggestWidget.selectedIconForeground': color('ink'),
    'editorSuggestWidget.highlightForeground': color('accent'),
    'editorSuggestWidget.focusHighlightForeground': color('accent'),
    'editorActionList.background': color('surface'),
    'editorActionList.foreground': color('ink'),
    'editorActionList.focusBackground': color('accent-soft'),
    'editorActionList.focusForeground': color('ink'),
    'list.focusBackground': color('accent-soft'),
    'list.focusForeground': color('ink'),
    'list.hoverBackground': color('sunken'),
    'list.highlightForeground': color('accent'),
    ...details(color),
  };
}

/** Scroll bars, links, signs of kinds, places to fill in, keys. */
function details(color: (name: ColorName) => string): Record<string, string> {
  return {
    'scrollbarSlider.background': `${color('line-strong')}60`,
    'scrollbarSlider.hoverBackground': `${color('line-strong')}90`,
    'scrollbarSlider.activeBackground': color('line-strong'),
    'scrollbar.shadow': '#00000000',
    'widget.shadow': '#00000026',
    'textLink.foreground': color('accent'),
    'textLink.activeForeground': color('accent'),
    'textCodeBlock.background': color('sunken'),
    'textPreformat.foreground': color('ink'),
    'symbolIcon.functionForeground': color('accent'),
    'symbolIcon.fieldForeground': color('ink-2'),
    'symbolIcon.variableForeground': color('tier-2'),
    'symbolIcon.snippetForeground': color('ink-2'),
    'editor.snippetTabstopHighlightBackground': color('sunken'),
    'editor.snippetFinalTabstopHighlightBorder': color('line-strong'),
    'keybindingLabel.background': color('sunken'),
    'keybindingLabel.foreground': color('ink-2'),
    'keybindingLabel.border': color('line'),
    'keybindingLabel.bottomBorder': color('line'),
  };
}

function hex(color: string): string {
  return color.slice(1);
}
