// Several schemes in one flow; overlaps resolved by the order of the playbooks.
import { defineTemplate, entry, is, node, t } from '../define-template.ts';
import { customers, lines } from '../fields/needs.ts';

export const combination = defineTemplate({
  id: 'combination',
  group: 'behaviour',
  article: 'country',
  title: t('Combination of schemes', '多种分类方式组合'),
  about: t(
    'Value, lifecycle and feedback in one flow. A customer can be valuable, dormant and annoyed at once: the declared priority says what is done first, a complaint before an offer.',
    '将价值、生命周期与反馈组合在同一流程。客户可能同时高价值、沉睡且不满：按声明的优先级决定先做什么，投诉优先于优惠。',
  ),
  ours: t(
    'Which schemes are combined, the priority, all bounds and costs are our suggestion.',
    '所组合的分类方式、优先级、分界与成本为我们的建议值。',
  ),
  data: [customers('satisfaction', 'complaints'), lines('orders', 'ordered_at', 'amount')],
  example: 'shop',
  nodes: [
    node('year', 'aggregate', t('Last 12 months', '近 12 个月'), {
      from: 'orders',
      features: [{ name: 'spent_12m', fn: 'sum', value: 'amount', window: 365 }],
    }),
    node('unhappy', 'filter', t('Complaint open', '有投诉或不满'), {
      where: { any: [is('complaints', 'ge', 1), is('satisfaction', 'le', 4)] },
    }),
    node('value', 'percentile', t('Place by amount', '金额百分位'), { field: 'spent_12m', better: 'higher', as: 'place' }),
    node('tiers', 'tiers', t('Value', '价值等级'), {
      on: 'place',
      bands: [
        entry('high', t('High: best fifth', '高：前 20%'), { from: 0.8 }),
        entry('middle', t('Middle', '中'), { from: 0.4 }),
        entry('low', t('Low', '低'), { from: null }),
      ],
    }),
    node('stages', 'lifecycle', t('Stage', '生命周期'), {
      from: 'orders',
      stages: [
        entry('new', t('New', '新客户'), { first: { to: 60 } }),
        entry('active', t('Active', '活跃客户'), { last: { to: 120 } }),
        entry('dormant', t('Dormant', '沉睡客户'), { last: { from: 121 } }),
      ],
      as: 'stage',
    }),
    node('served', 'merge', t('Value or new', '高价值或新客户'), {}),
  ],
  edges: ['source>year', 'year>unhappy', 'year>value', 'value>tiers', 'year>stages', 'tiers:high>served', 'stages:new>served'],
  plays: [
    {
      id: 'solve-first',
      from: ['unhappy:match'],
      title: t('Solve first', '先解决问题'),
      actions: [t('Solve before any offer', '先解决，再营销'), t('Report back', '反馈处理结果')],
      channel: t('phone', '电话'),
      owner: t('service lead', '客服主管'),
      cadence: t('Once per case', '每个问题一次'),
      serviceLevel: t('First call within 24 hours', '24 小时内首次致电'),
      cost: 40,
    },
    {
      id: 'personal',
      from: ['served'],
      title: t('Personal contact', '专人联系'),
      actions: [t('Introduce a contact by name', '介绍专属联系人')],
      channel: t('chat', '企业微信'),
      owner: t('member team', '会员运营'),
      cadence: t('Every month', '每月一次'),
      serviceLevel: t('Answer within 2 hours', '2 小时内回复'),
      cost: 45,
    },
    {
      id: 'wake',
      from: ['stages:dormant'],
      title: t('Wake up', '唤醒'),
      actions: [t('Show what is new', '推送新品')],
      channel: t('SMS', '短信'),
      owner: t('automation', '营销自动化'),
      cadence: t('Every quarter', '每季度一次'),
      offer: t('¥20 off', '立减 20 元'),
      cost: 4,
    },
    {
      id: 'news',
      from: ['tiers:middle', 'tiers:low'],
      title: t('News', '资讯'),
      actions: [t('Automatic mail', '自动邮件')],
      channel: t('mail', '邮件'),
      owner: t('automation', '营销自动化'),
      cadence: t('Every month', '每月一次'),
      cost: 1,
    },
  ],
});
