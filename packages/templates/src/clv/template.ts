// Customer lifetime value over a year, in tiers by share.
import { defineTemplate, entry, node, t } from '../define-template.ts';
import { customers, lines } from '../fields/needs.ts';

export const clv = defineTemplate({
  id: 'clv',
  group: 'value',
  article: 'grading',
  title: t('Customer lifetime value', '客户生命周期价值（CLV）'),
  about: t(
    'Expects from past purchases what each customer will bring over the next 12 months, and puts most effort where most value is to come. Keep and deepen the top, automate the tail.',
    '根据历史消费预测每位客户未来 12 个月带来的价值，把资源投入到价值最高的客户：维系并深耕头部，长尾自动化。',
  ),
  ours: t(
    'The article gives no formula: model (BG/NBD, Gamma-Gamma), horizon, shares and costs are our suggestion.',
    '文章未给出公式：模型（BG/NBD、Gamma-Gamma）、预测期、比例和成本为我们的建议值。',
  ),
  data: [customers(), lines('orders', 'ordered_at', 'amount')],
  example: 'shop',
  nodes: [
    node('clv', 'clv', t('Value of the next year', '未来一年价值'), {
      from: 'orders',
      value: 'amount',
      model: 'bgnbd',
      unit: 'week',
      horizon: 52,
      discount: 0.1,
    }),
    node('tiers', 'tiers', t('Tiers by value', '按价值分级'), {
      on: 'clv',
      topShare: [
        entry('top', t('Top tenth', '头部 10%'), { share: 0.1 }),
        entry('core', t('Next three tenths', '其次 30%'), { share: 0.3 }),
        entry('tail', t('Tail', '长尾'), { share: 0.6 }),
      ],
    }),
  ],
  edges: ['source>clv', 'clv>tiers'],
  plays: [
    {
      id: 'keep-deepen',
      from: ['tiers:top'],
      title: t('Keep and deepen', '维系深耕'),
      actions: [t('Personal adviser', '专属顾问'), t('Ask for wishes twice a year', '每年两次需求访谈')],
      channel: t('phone and visit', '电话、拜访'),
      owner: t('key customer team', '大客户组'),
      cadence: t('Every month', '每月一次'),
      serviceLevel: t('Answer within an hour', '1 小时内回复'),
      offer: t('First choice of new goods', '新品优先购'),
      cost: 150,
    },
    {
      id: 'develop',
      from: ['tiers:core'],
      title: t('Develop', '培育提升'),
      actions: [t('Recommend a second category', '推荐第二品类')],
      channel: t('chat', '企业微信'),
      owner: t('member team', '会员运营'),
      cadence: t('Twice a month', '每月两次'),
      offer: t('Points doubled in a new category', '新品类双倍积分'),
      cost: 22,
    },
    {
      id: 'automate',
      from: ['tiers:tail'],
      title: t('Automate', '自动化维护'),
      actions: [t('Automatic mails after each order', '订单后自动邮件')],
      channel: t('mail', '邮件'),
      owner: t('automation', '营销自动化'),
      cadence: t('After each order', '每次消费后'),
      cost: 1.5,
    },
  ],
});
