// Service standards: each tier has its cadence, and who has waited longer than it promises comes up for a contact.
import { defineTemplate, entry, is, node, t } from '../define-template.ts';
import { customers } from '../fields/needs.ts';

const waited = (days: number): { readonly [name: string]: string | number } => ({
  field: 'last_contact',
  op: 'notWithinDays',
  value: days,
});
const due = (days: number) => ({ where: { any: [waited(days), is('last_contact', 'isEmpty')] } });

export const serviceStandards = defineTemplate({
  id: 'service-standards',
  group: 'practice',
  article: 'models',
  title: t('Service standards: who is due for a contact', '服务标准：谁该联系了'),
  about: t(
    'Three tiers by revenue, each with a promised cadence, channel, owner and answer time. Everybody whose last contact is longer ago than the tier promises is put on the list of the week; nobody is called twice.',
    '按销售额分三级，每级约定联系频率、渠道、负责人与响应时限。超过约定时间未联系的客户进入本周名单，不会重复打扰。',
  ),
  ours: t('Shares, days, answer times and costs are our suggestion.', '各级占比、天数、响应时限与成本为我们的建议值。'),
  data: [customers('revenue', 'last_contact')],
  example: 'practice',
  nodes: [
    node('tiers', 'tiers', t('Tier by revenue', '按销售额分级'), {
      on: 'revenue',
      topShare: [
        entry('key', t('Key', '重点客户'), { share: 0.1 }),
        entry('core', t('Core', '核心客户'), { share: 0.3 }),
        entry('broad', t('Broad', '普通客户'), { share: 0.6 }),
      ],
      as: 'tier',
    }),
    node('key-due', 'filter', t('Key: 30 days', '重点：30 天'), due(30)),
    node('core-due', 'filter', t('Core: 60 days', '核心：60 天'), due(60)),
    node('broad-due', 'filter', t('Broad: 180 days', '普通：180 天'), due(180)),
  ],
  edges: ['source>tiers', 'tiers:key>key-due', 'tiers:core>core-due', 'tiers:broad>broad-due'],
  plays: [
    {
      id: 'personal-visit',
      from: ['key-due:match'],
      title: t('Visit by the account manager', '客户经理拜访'),
      actions: [t('Review of the year', '年度回顾'), t('Plan for the next quarter', '下季度计划')],
      channel: t('visit', '拜访'),
      owner: t('account managers', '客户经理'),
      cadence: t('Every 30 days', '每 30 天'),
      serviceLevel: t('Answer within 2 hours', '2 小时内响应'),
      cost: 260,
    },
    {
      id: 'service-call',
      from: ['core-due:match'],
      title: t('Call by the service team', '服务回访'),
      actions: [t('Ask how the last order went', '询问最近订单体验'), t('Note wishes', '记录需求')],
      channel: t('phone', '电话'),
      owner: t('service team', '客服团队'),
      cadence: t('Every 60 days', '每 60 天'),
      serviceLevel: t('Answer on the same day', '当日响应'),
      cost: 24,
    },
    {
      id: 'automatic-mail',
      from: ['broad-due:match'],
      title: t('Automatic news', '自动资讯'),
      actions: [t('News and offers by interest', '按兴趣推送资讯与优惠')],
      channel: t('mail and app', '邮件、应用'),
      owner: t('automation', '营销自动化'),
      cadence: t('Every 180 days', '每 180 天'),
      serviceLevel: t('Self-service', '自助服务'),
      cost: 1,
    },
  ],
});
