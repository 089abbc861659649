// The sentence on the card.
import type { LocalText } from '@tierflow/definition';
import type { Answer, LookupConfig } from './config.ts';
import { answerTitles } from './place-answers.ts';

export function summarizeLookup({ config }: { readonly config: LookupConfig }): LocalText {
  const { table, as } = config;
  const field = read(config.field);
  switch (table) {
    case 'china-regions': {
      const asked = [config, ...config.more].map((one): Answer => one.show);
      const said = (language: 'en' | 'zh-CN') => asked.map((one) => answerTitles[one][language] ?? '');
      return { en: `${said('en').join(', ')} of the place in ${field.en}`, 'zh-CN': `${field['zh-CN']} 的${said('zh-CN').join('、')}` };
    }
    case 'industries':
      return { en: `Industry group of ${field.en}`, 'zh-CN': `${field['zh-CN']} 的行业大类` };
    case 'company-size':
      return { en: `Company size as ${as}`, 'zh-CN': `企业规模，记为 ${as}` };
    default:
      return { en: `${field.en} in an own table, as ${as}`, 'zh-CN': `在自有对照表中查 ${field['zh-CN']}，记为 ${as}` };
  }
}

function read(field: LookupConfig['field']): { readonly en: string; readonly 'zh-CN': string } {
  return typeof field === 'string' ? { en: field, 'zh-CN': field } : { en: 'a formula', 'zh-CN': '公式' };
}
