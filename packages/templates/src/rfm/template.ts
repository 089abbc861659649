// RFM on purchases: the four groups of the article, the eight classical groups and the ten marketing segments side by side.
import { defineTemplate, entry, is, node, t } from '../define-template.ts';
import { customers, lines } from '../fields/needs.ts';

const purchases = { from: 'orders', monetary: { fn: 'sum', value: 'amount' }, window: 730 } as const;

export const rfm = defineTemplate({
  id: 'rfm',
  group: 'value',
  article: 'inApp',
  title: t('RFM: important, potential, ordinary, lost', 'RFM：重要、潜力、一般、流失客户'),
  about: t(
    'Scores every customer by the last purchase, how often and how much they bought, and names four groups with what to do for each. The eight classical groups and ten marketing segments stand beside them as columns.',
    '按最近消费、消费频次、消费金额为每位客户打分，划分四类客户并给出对应策略；同时给出经典八大类与十类营销分群，便于对照。',
  ),
  ours: t(
    'The bounds of the four groups, the window of 24 months and the costs are our suggestion.',
    '四类客户的分界、24 个月的时间窗口以及成本为我们的建议值。',
  ),
  data: [customers(), lines('orders', 'ordered_at', 'amount')],
  example: 'shop',
  nodes: [
    node('rfm', 'rfm', t('Four groups', '四类客户'), { ...purchases, method: 'quantiles', bins: 5, groups: 'four' }),
    node('eight', 'rfm', t('Eight groups, mean split', '八大类（均值划分）'), {
      ...purchases,
      method: 'meanSplit',
      groups: 'eight',
      as: 'eight_',
    }),
    node('ten', 'rfm', t('Ten segments, quintiles', '十类分群（五分位）'), {
      ...purchases,
      method: 'quantiles',
      bins: 5,
      groups: 'ten',
      as: 'ten_',
    }),
    node('groups', 'switch', t('By group', '按分群'), {
      cases: [
        entry('important', t('Important', '重要客户'), { where: is('group', 'eq', 'important') }),
        entry('potential', t('Potential', '潜力客户'), { where: is('group', 'eq', 'potential') }),
        entry('ordinary', t('Ordinary', '一般客户'), { where: is('group', 'eq', 'ordinary') }),
        entry('lost', t('Lost', '流失客户'), { where: is('group', 'eq', 'lost') }),
      ],
    }),
  ],
  edges: ['source>rfm', 'rfm>eight', 'eight>ten', 'ten>groups'],
  plays: [
    {
      id: 'vip-service',
      from: ['groups:important'],
      title: t('VIP service', 'VIP 服务'),
      actions: [t('Give a personal contact', '安排专属客服'), t('Exclusive offers before everybody else', '优先享受专属优惠')],
      channel: t('phone and chat', '电话、企业微信'),
      owner: t('key customer team', '大客户组'),
      cadence: t('Every month', '每月一次'),
      serviceLevel: t('Answer within an hour', '1 小时内回复'),
      offer: t('Exclusive offers', '专属优惠'),
      cost: 120,
    },
    {
      id: 'cultivate',
      from: ['groups:potential'],
      title: t('Focused cultivation', '重点培育'),
      actions: [
        t('Recommend what fits the last purchase', '按最近购买推荐商品'),
        t('Invite to the members’ programme', '邀请加入会员计划'),
      ],
      channel: t('chat', '企业微信'),
      owner: t('member team', '会员运营'),
      cadence: t('Twice a month', '每月两次'),
      offer: t('Coupon for the second purchase', '复购优惠券'),
      cost: 24,
    },
    {
      id: 'retain',
      from: ['groups:lost'],
      title: t('Retention', '流失挽回'),
      actions: [t('Ask why they stay away', '回访了解原因'), t('Send a retention offer', '发送挽回优惠')],
      channel: t('phone, then SMS', '电话，其次短信'),
      owner: t('retention team', '挽回小组'),
      cadence: t('Once, again after 30 days', '一次，30 天后再次跟进'),
      offer: t('Coupon', '优惠券'),
      cost: 15,
    },
    {
      id: 'standard-care',
      from: ['groups:ordinary'],
      title: t('Standard care', '标准化维护'),
      actions: [t('News by automatic mail', '自动推送资讯')],
      channel: t('mail', '邮件'),
      owner: t('automation', '营销自动化'),
      cadence: t('Every two weeks', '每两周一次'),
      cost: 2,
    },
  ],
});
