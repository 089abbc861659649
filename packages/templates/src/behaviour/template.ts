// Purchase behaviour and interaction behaviour.
import { defineTemplate, entry, is, node, t } from '../define-template.ts';
import { customers, lines } from '../fields/needs.ts';

export const behaviour = defineTemplate({
  id: 'behaviour',
  group: 'behaviour',
  article: 'country',
  title: t('Purchase and interaction behaviour', '购买行为与互动行为'),
  about: t(
    'Tells frequent buyers, buyers of big tickets and buyers across many categories apart, and beside that visitors, callers and people on social media. Nobody has to be in one box only: a customer can get a playbook for buying and one for talking.',
    '区分高频购买、大额购买与多品类购买的客户，同时区分网站访客、电话咨询与社交活跃客户；同一客户可同时获得购买类与互动类策略。',
  ),
  ours: t('The bounds, the order of the groups and the costs are our suggestion.', '分界、分群次序与成本为我们的建议值。'),
  data: [customers('visits', 'service_calls', 'social_actions'), lines('orders', 'ordered_at', 'amount', 'category')],
  example: 'shop',
  nodes: [
    node('purchases', 'aggregate', t('Purchases, 12 months', '近 12 个月购买'), {
      from: 'orders',
      features: [
        { name: 'orders_12m', fn: 'count', window: 365 },
        { name: 'largest_12m', fn: 'max', value: 'amount', window: 365 },
        { name: 'categories_12m', fn: 'distinct', value: 'category', window: 365 },
      ],
    }),
    node('buying', 'switch', t('Buying', '购买行为'), {
      cases: [
        entry('frequent', t('Frequent', '高频购买'), { where: is('orders_12m', 'ge', 6) }),
        entry('big-ticket', t('Big ticket', '大额购买'), { where: is('largest_12m', 'ge', 500) }),
        entry('many-categories', t('Many categories', '多品类购买'), { where: is('categories_12m', 'ge', 3) }),
      ],
    }),
    node('talking', 'switch', t('Interaction', '互动行为'), {
      cases: [
        entry('caller', t('Calls the service', '电话咨询'), { where: is('service_calls', 'ge', 2) }),
        entry('social', t('On social media', '社交互动'), { where: is('social_actions', 'ge', 5) }),
        entry('visitor', t('Visits the site', '网站访问'), { where: is('visits', 'ge', 5) }),
      ],
    }),
  ],
  edges: ['source>purchases', 'purchases>buying', 'purchases>talking'],
  plays: [
    {
      id: 'personal-answer',
      from: ['talking:caller'],
      title: t('Personal service', '人工专属服务'),
      actions: [t('Same contact at each call', '固定客服对接')],
      channel: t('phone', '电话'),
      owner: t('service team', '客服团队'),
      cadence: t('At each question', '每次咨询'),
      serviceLevel: t('Answer within 30 minutes', '30 分钟内回复'),
      cost: 30,
    },
    {
      id: 'frequency-offer',
      from: ['buying:frequent'],
      title: t('Frequency offer', '高频优惠'),
      actions: [t('A stamp per order, a gift at ten', '每单集章，满十单赠礼')],
      channel: t('app', '应用'),
      owner: t('member team', '会员运营'),
      cadence: t('After each order', '每次消费后'),
      offer: t('Gift at ten orders', '满十单赠礼'),
      cost: 26,
    },
    {
      id: 'amount-offer',
      from: ['buying:big-ticket'],
      title: t('Amount offer', '大额优惠'),
      actions: [t('Instalments and extended warranty', '分期与延保')],
      channel: t('chat', '企业微信'),
      owner: t('member team', '会员运营'),
      cadence: t('Every quarter', '每季度一次'),
      offer: t('5 % back from ¥1,000', '满 1000 返 5%'),
      cost: 34,
    },
    {
      id: 'set-offer',
      from: ['buying:many-categories'],
      title: t('Sets', '组合套装'),
      actions: [t('Sets across their categories', '跨品类组合')],
      channel: t('app', '应用'),
      owner: t('product team', '商品团队'),
      cadence: t('Every month', '每月一次'),
      offer: t('Set price', '套装价'),
      cost: 14,
    },
    {
      id: 'community',
      from: ['talking:social'],
      title: t('Community', '社群运营'),
      actions: [t('Invite to share and to try new goods', '邀请分享与新品试用')],
      channel: t('social media', '社交媒体'),
      owner: t('social team', '社媒团队'),
      cadence: t('Every week', '每周一次'),
      cost: 6,
    },
    {
      id: 'product-mail',
      from: ['talking:visitor'],
      title: t('Product mail', '产品邮件'),
      actions: [t('Mail what was looked at', '推送浏览过的商品')],
      channel: t('mail', '邮件'),
      owner: t('automation', '营销自动化'),
      cadence: t('After a visit', '访问后'),
      cost: 1,
    },
  ],
});
