// Did it help? People with an offer against a hold-out that was drawn before it.
import { defineTemplate, entry, is, node, t } from '../define-template.ts';
import { customers, lines } from '../fields/needs.ts';
import { offerSalt, withheld } from './offer.ts';

const outcomes = {
  cases: [
    entry('grown', t('Came back and buys more', '复购且客单价上升'), {
      where: { all: [is('orders_after', 'ge', 1), { expr: 'aov_after > aov_before' }] },
    }),
    entry('kept', t('Came back', '复购'), { where: is('orders_after', 'ge', 1) }),
    entry('silent', t('Did not come back', '未复购'), { where: is('orders_after', 'eq', 0) }),
  ],
} as const;

export const holdOut = defineTemplate({
  id: 'hold-out',
  group: 'practice',
  article: 'grading',
  title: t('Did it help? Offer against hold-out', '效果评估：运营组与对照组'),
  about: t(
    'A fifth of the customers, drawn by a stable hash, gets no offer. After 90 days both groups are asked the same: who came back, and does the average order value rise? The shares on the two nodes side by side say what the offer brought.',
    '用稳定哈希抽取五分之一客户作为对照组，不参与活动。90 天后用同样的标准看两组：谁复购了，平均客单价是否上升。两个节点上的占比之差就是活动带来的效果。',
  ),
  ours: t(
    'Share of the hold-out, the 90 days and the costs are our suggestion. The article evaluates by satisfaction, retention, average order value and lifetime value.',
    '对照组比例、90 天窗口与成本为我们的建议值。原文以满意度、留存率、客单价和生命周期价值评估。',
  ),
  data: [customers(), lines('orders', 'ordered_at', 'amount')],
  example: 'practice',
  nodes: [
    node('orders', 'aggregate', t('Before and after', '活动前后'), {
      from: 'orders',
      features: [
        { name: 'orders_after', fn: 'count', window: 90 },
        { name: 'aov_after', fn: 'mean', value: 'amount', window: 90 },
        { name: 'aov_before', fn: 'mean', value: 'amount', where: { field: 'ordered_at', op: 'notWithinDays', value: 90 } },
      ],
    }),
    node('groups', 'split', t('Hold-out', '分组'), {
      shares: [
        entry('held-out', t('No offer', '对照组'), { share: withheld }),
        entry('offered', t('With the offer', '运营组'), { share: 1 - withheld }),
      ],
      salt: offerSalt,
      as: 'group',
    }),
    node('with-offer', 'switch', t('With the offer', '运营组结果'), outcomes),
    node('without-offer', 'switch', t('Without it', '对照组结果'), outcomes),
  ],
  edges: ['source>orders', 'orders>groups', 'groups:offered>with-offer', 'groups:held-out>without-offer'],
  plays: [
    {
      id: 'next-offer',
      from: ['with-offer:grown'],
      title: t('Next offer, one step up', '升级优惠'),
      actions: [t('Thank for the purchase', '购后致谢'), t('Offer the next larger size or the set', '推荐大规格或套装')],
      channel: t('app and chat', '应用、企业微信'),
      owner: t('member team', '会员运营'),
      cadence: t('Every month', '每月一次'),
      offer: t('Set price', '套装价'),
      cost: 14,
    },
    {
      id: 'keep-going',
      from: ['with-offer:kept'],
      title: t('Go on as before', '保持节奏'),
      actions: [t('Recommendations from the last purchase', '按最近购买推荐')],
      channel: t('app', '应用'),
      owner: t('member team', '会员运营'),
      cadence: t('Every month', '每月一次'),
      cost: 6,
    },
    {
      id: 'stop-spending',
      from: ['with-offer:silent'],
      title: t('Stop this offer, ask why', '停止该优惠并了解原因'),
      actions: [t('One question by message', '一题短信问卷'), t('No further coupon', '不再发券')],
      channel: t('message', '短信'),
      owner: t('automation', '营销自动化'),
      cadence: t('Once', '一次'),
      cost: 1,
    },
    {
      id: 'no-contact',
      from: ['without-offer:grown', 'without-offer:kept', 'without-offer:silent'],
      title: t('Hold-out: no offer', '对照组：不触达'),
      actions: [t('Nothing, until the evaluation is done', '评估结束前不做任何触达')],
      channel: t('none', '无'),
      owner: t('analysts', '数据分析'),
      cadence: t('Until the end of the evaluation', '至评估结束'),
      cost: 0,
    },
  ],
});
