// Clusters by habits of buying.
import { defineTemplate, entry, is, node, t } from '../define-template.ts';
import { customers, lines } from '../fields/needs.ts';

export const clusters = defineTemplate({
  id: 'clusters',
  group: 'behaviour',
  article: 'inApp',
  title: t('Clusters by buying habits', '按消费习惯聚类'),
  about: t(
    'Finds four groups of customers with like habits, from recency, frequency, amount, number of categories and share of discounts, without rules drawn by hand, and gives each a strategy.',
    '依据最近消费、频次、金额、品类数与优惠占比，自动发现四类习惯相近的客户，无需手工设定规则，并为每一类配置策略。',
  ),
  ours: t('Measures, number of clusters, names and costs are our suggestion.', '所用指标、聚类数量、名称与成本为我们的建议值。'),
  data: [customers(), lines('orders', 'ordered_at', 'amount', 'category', 'discount')],
  example: 'shop',
  nodes: [
    node('habits', 'aggregate', t('Habits', '消费习惯'), {
      from: 'orders',
      features: [
        { name: 'recency', fn: 'daysSinceLast' },
        { name: 'frequency', fn: 'count' },
        { name: 'monetary', fn: 'sum', value: 'amount' },
        { name: 'categories', fn: 'distinct', value: 'category' },
        { name: 'discounts', fn: 'sum', value: 'discount' },
      ],
    }),
    node('measures', 'formula', t('Tamed measures', '指标处理'), {
      columns: [
        { name: 'root_frequency', expr: '$sqrt(frequency)' },
        { name: 'root_amount', expr: '$sqrt(monetary)' },
        { name: 'discount_share', expr: 'discounts / (monetary + discounts)' },
      ],
    }),
    node('clusters', 'cluster', t('Four clusters', '四类客户'), {
      fields: [
        { field: 'recency' },
        { field: 'root_frequency' },
        { field: 'root_amount' },
        { field: 'categories' },
        { field: 'discount_share' },
      ],
      k: 4,
      seed: 1,
      scale: 'standard',
      orderBy: 'monetary',
      order: 'falling',
      missing: 'missing',
      as: 'cluster',
      labels: [],
    }),
    node('groups', 'switch', t('By cluster', '按聚类'), {
      cases: [1, 2, 3, 4].map((at) => entry(`c${at}`, t(`Cluster ${at}`, `第 ${at} 类`), { where: is('cluster', 'eq', `cluster-${at}`) })),
    }),
  ],
  edges: ['source>habits', 'habits>measures', 'measures>clusters', 'clusters>groups'],
  plays: [
    {
      id: 'wide-choice',
      from: ['groups:c1'],
      title: t('Full service for the best', '头部客户全程服务'),
      actions: [t('Preview of new goods in all categories', '全品类新品预览')],
      channel: t('chat', '企业微信'),
      owner: t('key customer team', '大客户组'),
      cadence: t('Every month', '每月一次'),
      serviceLevel: t('Answer within an hour', '1 小时内回复'),
      cost: 90,
    },
    {
      id: 'next-step',
      from: ['groups:c2'],
      title: t('Next category', '拓展品类'),
      actions: [t('Recommend a category they have not tried', '推荐未尝试的品类')],
      channel: t('app', '应用内消息'),
      owner: t('member team', '会员运营'),
      cadence: t('Twice a month', '每月两次'),
      offer: t('Trial price', '尝鲜价'),
      cost: 18,
    },
    {
      id: 'bargains',
      from: ['groups:c3'],
      title: t('Right moment', '择机触达'),
      actions: [t('Tell of sales and offers', '推送促销与优惠')],
      channel: t('SMS', '短信'),
      owner: t('automation', '营销自动化'),
      cadence: t('At each sale', '每次大促'),
      offer: t('Sale coupons', '促销券'),
      cost: 8,
    },
    {
      id: 'reminder',
      from: ['groups:c4'],
      title: t('Friendly reminder', '温馨提醒'),
      actions: [t('Ask whether all is well, name one favourite', '问候并推荐一件常购商品')],
      channel: t('mail', '邮件'),
      owner: t('automation', '营销自动化'),
      cadence: t('Every quarter', '每季度一次'),
      cost: 1,
    },
  ],
});
