// ABC analysis of a year's purchase amounts.
import { defineTemplate, entry, is, node, t } from '../define-template.ts';
import { customers, lines } from '../fields/needs.ts';

export const abc = defineTemplate({
  id: 'abc',
  group: 'value',
  article: 'inApp',
  title: t('ABC analysis by purchase amount', '按消费金额做 ABC 分类'),
  about: t(
    'Puts customers in falling order of what they spent in 12 months: A are the few who bring most of the amount, then B, then the long tail C. A gets a higher service level and more offers.',
    '按近 12 个月消费金额从高到低排序：A 类为贡献大部分金额的少数客户，其次 B 类，再次长尾 C 类。A 类客户享受更高的服务水平与更多优惠。',
  ),
  ours: t('12 months, 80 % and 95 %, and the costs are our suggestion.', '12 个月、80% 与 95% 的分界以及成本为我们的建议值。'),
  data: [customers(), lines('orders', 'ordered_at', 'amount')],
  example: 'shop',
  nodes: [
    node('year', 'aggregate', t('Last 12 months', '近 12 个月'), {
      from: 'orders',
      features: [{ name: 'spent_12m', fn: 'sum', value: 'amount', window: 365 }],
    }),
    node('abc', 'abc', t('ABC by amount', '按金额分 ABC'), { value: 'spent_12m', shares: [0.8, 0.95], rule: 'crossing', as: 'abc' }),
    node('classes', 'switch', t('By class', '按类别'), {
      cases: [
        entry('a', t('A: most of the amount', 'A 类：主要贡献'), { where: is('abc', 'eq', 'A') }),
        entry('b', t('B: the next 15 %', 'B 类：其次 15%'), { where: is('abc', 'eq', 'B') }),
        entry('c', t('C: the tail', 'C 类：长尾'), { where: is('abc', 'eq', 'C') }),
      ],
    }),
  ],
  edges: ['source>year', 'year>abc', 'abc>classes'],
  plays: [
    {
      id: 'first-class',
      from: ['classes:a'],
      title: t('Higher service level', '高等级服务'),
      actions: [t('Fast lane for orders and questions', '订单与咨询优先处理'), t('Offers of their own', '专属优惠活动')],
      channel: t('phone and chat', '电话、企业微信'),
      owner: t('key customer team', '大客户组'),
      cadence: t('Every month', '每月一次'),
      serviceLevel: t('Answer within an hour, delivery first', '1 小时内回复，优先发货'),
      offer: t('More and larger offers', '更多、更大力度优惠'),
      cost: 110,
    },
    {
      id: 'grow',
      from: ['classes:b'],
      title: t('Grow to A', '培育升级'),
      actions: [t('Bundles in the favourite category', '偏好品类组合优惠')],
      channel: t('chat', '企业微信'),
      owner: t('member team', '会员运营'),
      cadence: t('Twice a month', '每月两次'),
      offer: t('¥30 off from ¥299', '满 299 减 30'),
      cost: 20,
    },
    {
      id: 'self-service',
      from: ['classes:c'],
      title: t('Self-service', '自助服务'),
      actions: [t('Automatic mails and help pages', '自动邮件与自助帮助')],
      channel: t('mail', '邮件'),
      owner: t('automation', '营销自动化'),
      cadence: t('Every month', '每月一次'),
      cost: 1,
    },
  ],
});
