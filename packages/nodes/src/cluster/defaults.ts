// A first config: recency, frequency and amount where they are there, else the first numbers.
import type { DefaultsContext } from '@tierflow/compiler';
import { type ClusterConfig, clusterConfig } from './config.ts';

const telling = [/recency|天数/i, /frequency|orders|次数/i, /monetary|amount|spend|total|revenue|金额|消费/i];
const MOST = 4;

export function defaultCluster({ scope }: DefaultsContext): ClusterConfig {
  const numbers = [...scope.values()].filter((info) => info.type === 'number').map((info) => info.name);
  const found = telling.flatMap((pattern) => numbers.find((name) => pattern.test(name)) ?? []);
  const names = found.length >= 2 ? [...new Set(found)] : numbers.slice(0, MOST);
  const money = names.find((name) => telling[2]?.test(name) === true);
  return clusterConfig.parse({
    fields: (names.length === 0 ? ['amount'] : names).map((field) => ({ field })),
    ...(money === undefined ? {} : { orderBy: money }),
  });
}
