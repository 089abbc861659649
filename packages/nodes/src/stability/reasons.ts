// Why a customer has the tier they have: the reasons and their words.
import type { LabelValue } from '@tierflow/compiler';

export type Reason = 'new' | 'unknown' | 'unchanged' | 'up' | 'down' | 'margin' | 'stay' | 'grace' | 'step' | 'override' | 'no-score';

const titles: Readonly<Record<Reason, LabelValue['title']>> = {
  new: { en: 'New: no tier before', 'zh-CN': '新：之前没有等级' },
  unknown: { en: 'As new: the tier before is gone', 'zh-CN': '视为新：原等级已不存在' },
  unchanged: { en: 'Unchanged', 'zh-CN': '不变' },
  up: { en: 'Up', 'zh-CN': '升级' },
  down: { en: 'Down', 'zh-CN': '降级' },
  margin: { en: 'Held: within the margin', 'zh-CN': '保持：分数在缓冲之内' },
  stay: { en: 'Held: minimum stay', 'zh-CN': '保持：未满最短停留' },
  grace: { en: 'Held: grace', 'zh-CN': '保持：宽限期内' },
  step: { en: 'Held: one step at a time', 'zh-CN': '保持：每次只降一级' },
  override: { en: 'Decided by hand', 'zh-CN': '人工指定' },
  'no-score': { en: 'No score', 'zh-CN': '没有得分' },
};

/** Every reason with its words. */
export const reasonValues: readonly LabelValue[] = Object.entries(titles).map(([value, title]) => ({
  value,
  ...(title === undefined ? {} : { title }),
}));
