// Functions of the table for customer lifetime value: models of when people buy, and of what they spend. A history is three
// numbers: repeat purchases, time of the last one, time watched; both times since the first purchase, in the model's unit.
import { type FunctionSpec, type Options, spec } from './function-spec.ts';

const lifetime: Options = { missing: 'own', raises: 'number.out-of-range' };

const alive = (model: string, parameters: string): FunctionSpec =>
  spec(
    ['numbers', 'number', 'number', 'number'],
    'number',
    [
      `Probability that a customer with a history still buys, by a ${model} model (${parameters}). Missing if a part of the history is missing or the model is empty; a history or model that cannot be is an error of the row.`,
      `按 ${model} 模型（${parameters}）计算某购买历史的客户仍活跃的概率。历史有缺失或模型为空则缺失；不可能的历史或模型是该行的错误。`,
    ],
    lifetime,
  );

const purchases = (model: string, parameters: string): FunctionSpec =>
  spec(
    ['numbers', 'number', 'number', 'number', 'number', 'number', 'number'],
    'number',
    [
      `Purchases expected of a customer with a history within a horizon, by a ${model} model (${parameters}); with a step and a rate, those in step k divided by (1 + rate) to the power of k. Missing and errors as for the probability.`,
      `按 ${model} 模型（${parameters}）计算某购买历史的客户在给定期限内的预期购买次数；给出步长和折现率时，第 k 步的次数除以 (1 + 折现率) 的 k 次方。缺失与错误规则同概率函数。`,
    ],
    { ...lifetime, required: 5 },
  );

export const lifetimeFunctions = {
  bgnbdAlive: alive('BG/NBD', 'r, alpha, a, b'),
  bgnbdPurchases: purchases('BG/NBD', 'r, alpha, a, b'),
  paretoNbdAlive: alive('Pareto/NBD', 'r, alpha, s, beta'),
  paretoNbdPurchases: purchases('Pareto/NBD', 'r, alpha, s, beta'),
  gammaGammaMean: spec(
    ['numbers', 'number', 'number'],
    'number',
    [
      'Expected amount of a purchase of a customer with a number of repeat purchases and their mean amount, by a Gamma-Gamma model (p, q, gamma); without repeat purchases what all spend, whatever the mean. Missing if what is needed is missing or the model is empty.',
      '按 Gamma-Gamma 模型（p, q, gamma）由复购次数及其平均金额计算客户单次购买的预期金额；没有复购时为全体的预期金额，与平均金额无关。所需的值缺失或模型为空则缺失。',
    ],
    lifetime,
  ),
} as const satisfies Record<string, FunctionSpec>;
