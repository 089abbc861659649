// Kind `basket`: what is bought together, and so what somebody who bought one thing has not bought yet.
import { defineNode } from '@tierflow/compiler';
import { checkBasket } from './check.ts';
import { type BasketConfig, basketConfig } from './config.ts';
import { defaultBasket } from './defaults.ts';
import { basketForm } from './form.ts';
import { lowerBasket } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { summarizeBasket } from './summary.ts';

export const basket = defineNode<BasketConfig>({
  kind: 'basket',
  group: 'score',
  icon: 'basket',
  version: 1,
  input: 'people',
  schema: basketConfig,
  defaults: defaultBasket,
  ports: () => [{ id: 'out' }],
  check: checkBasket,
  lower: lowerBasket,
  summary: summarizeBasket,
  form: basketForm,
  messages: { en, 'zh-CN': zh },
  face: 'basket',
});
