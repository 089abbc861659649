// Customers of in-app purchases: four groups with a plan to follow up.
import { defineTemplate, entry, is, node, t } from '../define-template.ts';
import { customers, lines } from '../fields/needs.ts';

export const payers = defineTemplate({
  id: 'payers',
  group: 'industry',
  article: 'inApp',
  title: t('In-app purchases: payers with a follow-up plan', '内购客户：分群与跟进计划'),
  about: t(
    'Groups the payers of an app into important, potential, ordinary and lost, with a plan to follow up by call or mail: after a purchase, with thanks, with a survey, before holidays. Those who never paid are shown apart.',
    '将应用内付费客户分为重要、潜力、一般、流失四类，并以电话或邮件跟进：购买后回访、致谢、调研、节日问候；从未付费的客户单独列出。',
  ),
  ours: t('The bounds of the groups and the costs are our suggestion.', '四类客户的分界与成本为我们的建议值。'),
  data: [customers(), lines('orders', 'ordered_at', 'amount')],
  example: 'app',
  nodes: [
    node('rfm', 'rfm', t('RFM of payers', '付费客户 RFM'), {
      from: 'orders',
      monetary: { fn: 'sum', value: 'amount' },
      window: 365,
      method: 'quantiles',
      bins: 5,
      groups: 'four',
    }),
    node('groups', 'switch', t('Payers', '付费客户分群'), {
      cases: [
        entry('important', t('Important', '重要客户'), { where: is('group', 'eq', 'important') }),
        entry('potential', t('Potential', '潜力客户'), { where: is('group', 'eq', 'potential') }),
        entry('ordinary', t('Ordinary', '一般客户'), { where: is('group', 'eq', 'ordinary') }),
        entry('lost', t('Lost', '流失客户'), { where: is('group', 'eq', 'lost') }),
      ],
    }),
    node('never', 'note', t('Who never paid', '从未付费'), {
      text: '从未付费或一年内未付费的客户在“其余”出口 / People who did not pay within a year leave by the remaining port.',
    }),
  ],
  edges: ['source>rfm', 'rfm>groups'],
  plays: [
    {
      id: 'vip-payer',
      from: ['groups:important'],
      title: t('VIP service', 'VIP 服务'),
      actions: [t('Thank by phone after large purchases', '大额购买后电话致谢'), t('Greet on holidays', '节日问候')],
      channel: t('phone', '电话'),
      owner: t('VIP service', 'VIP 客服'),
      cadence: t('After each purchase, and on holidays', '每次购买后与节日'),
      serviceLevel: t('Answer within 15 minutes', '15 分钟内回复'),
      offer: t('Exclusive packs', '专属礼包'),
      cost: 70,
    },
    {
      id: 'points',
      from: ['groups:potential'],
      title: t('Points and discounts', '积分与折扣'),
      actions: [t('Thank by mail and explain points', '邮件致谢并介绍积分'), t('Recommend the next pack', '推荐下一档礼包')],
      channel: t('mail and app', '邮件、应用'),
      owner: t('player team', '用户运营'),
      cadence: t('After each purchase', '每次购买后'),
      offer: t('Double points for a week', '一周双倍积分'),
      cost: 8,
    },
    {
      id: 'retain-payer',
      from: ['groups:lost'],
      title: t('Retention and coupons', '挽留与优惠券'),
      actions: [t('Survey why they stopped', '调研停付原因'), t('Coupon to return', '回归优惠券')],
      channel: t('mail', '邮件'),
      owner: t('retention team', '挽回小组'),
      cadence: t('Once a month, three times', '每月一次，共三次'),
      offer: t('Coupon 30 %', '7 折券'),
      cost: 5,
    },
    {
      id: 'regular-mail',
      from: ['groups:ordinary'],
      title: t('Regular mail', '定期邮件'),
      actions: [t('News and small offers', '资讯与小额优惠')],
      channel: t('mail', '邮件'),
      owner: t('automation', '营销自动化'),
      cadence: t('Every month', '每月一次'),
      cost: 1,
    },
  ],
});
