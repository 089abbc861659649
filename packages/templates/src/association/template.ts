// What is bought together, and who has bought one part of it only.
import { defineTemplate, entry, is, node, t } from '../define-template.ts';
import { customers, lines } from '../fields/needs.ts';

export const association = defineTemplate({
  id: 'association',
  group: 'behaviour',
  article: 'inApp',
  title: t('Bought together', '关联规则'),
  about: t(
    'Finds which goods are bought together, and for every customer who bought one of them the best one they have not bought yet, for bundle offers and recommendations.',
    '找出哪些商品经常一起购买，并为买了其一的每位客户找出最值得推荐、尚未购买的另一件，用于捆绑优惠与商品推荐。',
  ),
  ours: t(
    'Thresholds of support, confidence and lift, the line between a bundle and a recommendation, and costs are our suggestion.',
    '支持度、置信度、提升度的阈值，捆绑与推荐的分界以及成本为我们的建议值。',
  ),
  data: [customers(), lines('orders', 'ordered_at', 'order_id', 'product')],
  example: 'household',
  nodes: [
    node('rules', 'basket', t('Bought together', '一起购买'), {
      from: 'orders',
      item: 'product',
      basket: 'order_id',
      minSupport: 0.01,
      minConfidence: 0.2,
      minLift: 1.5,
      maxSize: 3,
      best: 'confidence',
      maxRules: 200,
      without: [],
      as: 'recommendation',
    }),
    node('open', 'filter', t('Bought A, not yet B', '买了甲，还没买乙'), { where: is('recommendation', 'isNotEmpty') }),
    node('strength', 'switch', t('By confidence', '按置信度'), {
      cases: [entry('bundle', t('Nearly always together', '几乎总是一起买'), { where: is('recommendationConfidence', 'ge', 0.6) })],
    }),
  ],
  edges: ['source>rules', 'rules>open', 'open:match>strength'],
  plays: [
    {
      id: 'bundle-offer',
      from: ['strength:bundle'],
      title: t('Bundle offer', '捆绑优惠'),
      actions: [
        t('Offer the missing part at the price of the set', '以套装价提供所缺的一件'),
        t('Deliver it to the last address', '按最近地址配送'),
      ],
      channel: t('app', '应用内消息'),
      owner: t('member team', '会员运营'),
      cadence: t('Within a week of the order', '下单后一周内'),
      offer: t('Price of the set', '套装价'),
      cost: 12,
    },
    {
      id: 'recommendation',
      from: ['strength:rest'],
      title: t('Recommendation', '商品推荐'),
      actions: [t('Show the recommended item with the reason', '展示推荐商品及推荐理由')],
      channel: t('mail', '邮件'),
      owner: t('automation', '营销自动化'),
      cadence: t('Once a month', '每月一次'),
      cost: 1,
    },
  ],
});
