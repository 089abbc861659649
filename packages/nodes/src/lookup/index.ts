// Kind `lookup`: what a table says of a text: region of a place, group of an industry, size of a company, or one's own words.
import { defineNode, type Scope } from '@tierflow/compiler';
import { checkLookup } from './check.ts';
import { type LookupConfig, lookupConfig } from './config.ts';
import { lookupForm } from './form.ts';
import { lowerLookup } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { summarizeLookup } from './summary.ts';

export const lookup = defineNode<LookupConfig>({
  kind: 'lookup',
  group: 'data',
  icon: 'map-search',
  version: 1,
  input: 'people',
  schema: lookupConfig,
  defaults: ({ scope }) =>
    lookupConfig.parse({ table: 'china-regions', field: placeColumn(scope), as: scope.has('region') ? 'region_group' : 'region' }),
  ports: () => [{ id: 'out' }],
  check: checkLookup,
  lower: lowerLookup,
  summary: summarizeLookup,
  form: lookupForm,
  messages: { en, 'zh-CN': zh },
  face: 'lookup',
});

/** A text column that sounds like a province, or the first one. */
function placeColumn(scope: Scope): string {
  const texts = [...scope.values()].filter(({ type }) => type === 'string').map(({ name }) => name);
  return texts.find((name) => /province|region|省|地区|区域/i.test(name)) ?? texts[0] ?? 'province';
}
