// The online shop of the grading article: core, active, potential, lost.
import { defineTemplate, entry, is, node, t } from '../define-template.ts';
import { customers, lines } from '../fields/needs.ts';

export const shopActivity = defineTemplate({
  id: 'shop-activity',
  group: 'industry',
  article: 'grading',
  title: t('Online shop: core, active, potential, lost', '电商：核心、活跃、潜在、流失客户'),
  about: t(
    'An online shop groups by purchases, browsing and reviews: exclusive coupons for the core, recommendations for the active, first-order offers for those who only look, win-back for the lost.',
    '电商平台按购买、浏览与评价行为分群：核心客户专属优惠券与生日礼，活跃客户个性化推荐，潜在客户首单优惠，流失客户召回关怀。',
  ),
  ours: t(
    'The numbers of orders, days and reviews, and the costs, are our suggestion.',
    '订单数、天数、评价数的分界与成本为我们的建议值。',
  ),
  data: [customers('last_seen', 'visits', 'reviews'), lines('orders', 'ordered_at', 'amount')],
  example: 'shop',
  nodes: [
    node('orders', 'aggregate', t('Purchases', '购买行为'), {
      from: 'orders',
      features: [
        { name: 'orders_12m', fn: 'count', window: 365 },
        { name: 'orders_90d', fn: 'count', window: 90 },
        { name: 'orders_ever', fn: 'count' },
      ],
    }),
    node('groups', 'switch', t('Four groups', '四类客户'), {
      cases: [
        entry('core', t('Core', '核心客户'), {
          where: { all: [is('orders_12m', 'ge', 4), { any: [is('reviews', 'ge', 1), is('visits', 'ge', 12)] }] },
        }),
        entry('active', t('Active', '活跃客户'), {
          where: { any: [is('orders_90d', 'ge', 1), { all: [is('orders_12m', 'ge', 1), is('last_seen', 'withinDays', 60)] }] },
        }),
        entry('potential', t('Potential', '潜在客户'), {
          where: { all: [is('orders_ever', 'eq', 0), is('last_seen', 'withinDays', 180)] },
        }),
        entry('lost', t('Lost', '流失客户'), { where: { any: [is('orders_ever', 'ge', 1), is('last_seen', 'notWithinDays', 180)] } }),
      ],
    }),
  ],
  edges: ['source>orders', 'orders>groups'],
  plays: [
    {
      id: 'core-gifts',
      from: ['groups:core'],
      title: t('Exclusive coupons and birthday gift', '专属优惠券与生日礼'),
      actions: [t('Exclusive coupons', '专属优惠券'), t('Birthday gift', '生日礼')],
      channel: t('app and chat', '应用、企业微信'),
      owner: t('member team', '会员运营'),
      cadence: t('Every month, and on the birthday', '每月一次，生日当天'),
      serviceLevel: t('Answer within an hour', '1 小时内回复'),
      offer: t('Exclusive coupon', '专属优惠券'),
      cost: 60,
    },
    {
      id: 'recommend',
      from: ['groups:active'],
      title: t('Recommendations', '个性化推荐'),
      actions: [t('Recommend from purchases and browsing', '按购买与浏览推荐'), t('Promotions', '促销活动')],
      channel: t('app', '应用'),
      owner: t('automation', '营销自动化'),
      cadence: t('Every week', '每周一次'),
      cost: 6,
    },
    {
      id: 'first-order',
      from: ['groups:potential'],
      title: t('First order', '首单转化'),
      actions: [t('Targeted advertisements', '精准广告'), t('Offer for the first order', '首单优惠')],
      channel: t('advertisements and app', '广告、应用'),
      owner: t('growth team', '增长团队'),
      cadence: t('Every two weeks', '每两周一次'),
      offer: t('First order −15 %', '首单 85 折'),
      cost: 9,
    },
    {
      id: 'win-back',
      from: ['groups:lost'],
      title: t('Win back with care', '召回与关怀'),
      actions: [t('Ask how they are and what was missing', '关怀回访'), t('Win-back offer', '召回优惠')],
      channel: t('SMS', '短信'),
      owner: t('retention team', '挽回小组'),
      cadence: t('Once a quarter', '每季度一次'),
      offer: t('¥20 off', '立减 20 元'),
      cost: 4,
    },
  ],
});
