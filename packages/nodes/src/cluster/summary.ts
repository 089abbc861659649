// The sentence on the card.
import type { LocalText } from '@tierflow/definition';
import { localText } from '@tierflow/flow';
import type { ClusterConfig, MeasureConfig } from './config.ts';

export function summarizeCluster({ config }: { readonly config: ClusterConfig }): LocalText {
  const names = (language: 'en' | 'zh-CN') => config.fields.map((measure) => nameOf(measure, language));
  return {
    en: `${config.k} clusters by ${names('en').join(', ')}`,
    'zh-CN': `按 ${names('zh-CN').join('、')} 分为 ${config.k} 群`,
  };
}

function nameOf({ field, expr, title }: MeasureConfig, language: 'en' | 'zh-CN'): string {
  if (title === undefined) return field ?? `(${expr ?? ''})`;
  const text = localText(title);
  return text[language] ?? text.en;
}
