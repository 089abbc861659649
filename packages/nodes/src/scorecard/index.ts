// Kind `scorecard`: one score from several weighted parts.
import { defineNode } from '@tierflow/compiler';
import { checkScorecard } from './check.ts';
import { type ScorecardConfig, scorecardConfig } from './config.ts';
import { scorecardForm } from './form.ts';
import { lowerScorecard } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { summarizeScorecard } from './summary.ts';

export const scorecard = defineNode<ScorecardConfig>({
  kind: 'scorecard',
  group: 'score',
  icon: 'scale',
  version: 1,
  input: 'people',
  schema: scorecardConfig,
  defaults: ({ scope }) => {
    const numbers = [...scope.values()].filter((info) => info.type === 'number');
    const scores = ['R', 'F', 'M'].filter((name) => scope.get(name)?.type === 'number');
    const fields = scores.length === 3 ? scores : numbers.slice(0, 2).map((info) => info.name);
    const weights = fields.length === 3 ? [0.3, 0.3, 0.4] : fields.map(() => 0.5);
    const parts = fields.map((field, at) => ({ field, weight: weights[at] ?? 1, scale: 'none', better: 'higher' }) as const);
    return {
      parts: parts.length > 0 ? parts : [{ expr: '1', weight: 1, scale: 'none', better: 'higher' }],
      missing: 'missing',
      as: 'score',
    };
  },
  ports: () => [{ id: 'out' }],
  check: checkScorecard,
  lower: lowerScorecard,
  summary: summarizeScorecard,
  form: scorecardForm,
  messages: { en, 'zh-CN': zh },
  face: 'scorecard',
});
