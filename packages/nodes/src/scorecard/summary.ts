// The sentence on the card: the weighted sum.
import { decimalText } from '@tierflow/compiler';
import type { LocalText } from '@tierflow/definition';
import { localText } from '@tierflow/flow';
import type { PartConfig, ScorecardConfig } from './config.ts';

export function summarizeScorecard({ config }: { readonly config: ScorecardConfig }): LocalText {
  const sum = (language: 'en' | 'zh-CN'): string =>
    config.parts.map((part) => `${decimalText(part.weight)} × ${nameOf(part, language)}`).join(' + ');
  return { en: `${config.as} = ${sum('en')}`, 'zh-CN': `${config.as} = ${sum('zh-CN')}` };
}

function nameOf(part: PartConfig, language: 'en' | 'zh-CN'): string {
  if (part.title === undefined) return part.field ?? `(${part.expr ?? ''})`;
  const title = localText(part.title);
  return title[language] ?? title.en;
}
