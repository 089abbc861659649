// The financial firm of the grading article: VIP, platinum, gold, silver, ordinary.
import { defineTemplate, entry, node, t } from '../define-template.ts';
import { customers } from '../fields/needs.ts';

const bands = (...from: readonly (number | null)[]) => from.map((low, at) => ({ from: low, points: at * 20 + 20 }));

export const fiveLevels = defineTemplate({
  id: 'five-levels',
  group: 'industry',
  article: 'grading',
  title: t('Five levels: VIP, platinum, gold, silver, ordinary', '五级客户：VIP、白金、金卡、银卡、普通'),
  about: t(
    'A financial firm grades by asset size, transaction frequency and service usage: a weighted score of the three, five levels, and a service of its own for each level.',
    '金融企业按资产规模、交易频率、服务使用情况加权评分，分为五个等级，各级提供差异化服务。',
  ),
  ours: t(
    'Weights 0.4, 0.3, 0.3, the points, the cut-offs and the costs are our suggestion.',
    '权重 0.4/0.3/0.3、分值、分界值与成本为我们的建议值。',
  ),
  data: [customers('assets', 'transactions', 'products_held', 'digital_services')],
  example: 'bank',
  nodes: [
    node('score', 'scorecard', t('Weighted score', '综合得分'), {
      parts: [
        { field: 'assets', weight: 0.4, scale: 'bands', bands: bands(0, 50_000, 200_000, 600_000, 2_000_000) },
        { field: 'transactions', weight: 0.3, scale: 'bands', bands: bands(0, 6, 18, 40, 80) },
        {
          expr: 'products_held + digital_services',
          title: { en: 'Service usage', 'zh-CN': '服务使用' },
          weight: 0.3,
          scale: 'bands',
          bands: bands(0, 3, 5, 7, 9),
        },
      ],
      missing: 'missing',
      as: 'score',
    }),
    node('levels', 'tiers', t('Five levels', '五个等级'), {
      on: 'score',
      bands: [
        entry('vip', t('VIP', 'VIP'), { from: 84 }),
        entry('platinum', t('Platinum', '白金'), { from: 70 }),
        entry('gold', t('Gold', '金卡'), { from: 54 }),
        entry('silver', t('Silver', '银卡'), { from: 38 }),
        entry('ordinary', t('Ordinary', '普通'), { from: null }),
      ],
    }),
  ],
  edges: ['source>score', 'score>levels'],
  plays: [
    {
      id: 'private-banker',
      from: ['levels:vip'],
      title: t('Private adviser', '私人顾问'),
      actions: [t('Personal plan every quarter', '每季度定制方案'), t('Own line and lounge', '专线与贵宾厅')],
      channel: t('visit and phone', '拜访、电话'),
      owner: t('private advisers', '私人顾问组'),
      cadence: t('Every month', '每月一次'),
      serviceLevel: t('Answer within 15 minutes', '15 分钟内响应'),
      offer: t('No fees', '免手续费'),
      cost: 900,
    },
    {
      id: 'named-adviser',
      from: ['levels:platinum'],
      title: t('Named adviser', '专属客户经理'),
      actions: [t('Review of the assets twice a year', '每年两次资产检视')],
      channel: t('phone', '电话'),
      owner: t('advisers', '客户经理'),
      cadence: t('Every two months', '每两个月一次'),
      serviceLevel: t('Answer within an hour', '1 小时内响应'),
      offer: t('Lower fees', '手续费优惠'),
      cost: 320,
    },
    {
      id: 'gold-card',
      from: ['levels:gold'],
      title: t('Gold card service', '金卡服务'),
      actions: [t('Offers that fit the products held', '按持有产品推荐')],
      channel: t('phone and app', '电话、应用'),
      owner: t('branch', '网点'),
      cadence: t('Every quarter', '每季度一次'),
      serviceLevel: t('Answer on the same day', '当日响应'),
      cost: 90,
    },
    {
      id: 'silver-card',
      from: ['levels:silver'],
      title: t('Silver card service', '银卡服务'),
      actions: [t('Tips to use the services', '引导使用更多服务')],
      channel: t('app', '应用'),
      owner: t('digital team', '数字运营'),
      cadence: t('Every month', '每月一次'),
      cost: 12,
    },
    {
      id: 'standard-service',
      from: ['levels:ordinary'],
      title: t('Standard service', '标准服务'),
      actions: [t('Self-service and automatic mails', '自助服务与自动邮件')],
      channel: t('app and mail', '应用、邮件'),
      owner: t('automation', '营销自动化'),
      cadence: t('Every quarter', '每季度一次'),
      cost: 2,
    },
  ],
});
