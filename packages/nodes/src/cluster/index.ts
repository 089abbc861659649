// Kind `cluster`: groups of people who are alike in some measures, found by k-means and frozen.
import { defineNode } from '@tierflow/compiler';
import { checkCluster } from './check.ts';
import { type ClusterConfig, clusterConfig } from './config.ts';
import { defaultCluster } from './defaults.ts';
import { clusterForm } from './form.ts';
import { lowerCluster } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { summarizeCluster } from './summary.ts';

export const cluster = defineNode<ClusterConfig>({
  kind: 'cluster',
  group: 'score',
  icon: 'chart-bubble',
  version: 1,
  input: 'people',
  schema: clusterConfig,
  defaults: defaultCluster,
  ports: () => [{ id: 'out' }],
  check: checkCluster,
  lower: lowerCluster,
  summary: summarizeCluster,
  form: clusterForm,
  messages: { en, 'zh-CN': zh },
  face: 'cluster',
});
