// Grading whose numbers change with the season: Double 11 and Spring Festival.
import { defineTemplate, entry, node, t } from '../define-template.ts';
import { customers, lines } from '../fields/needs.ts';

/** What counts over Spring Festival, which moves: one season for each year. */
const festival = [
  { node: 'score', path: 'parts.0.weight', value: 0.4 },
  { node: 'score', path: 'parts.2.weight', value: 0.3 },
  { node: 'grades', path: 'bands.0.from', value: 3.4 },
  { node: 'grades', path: 'bands.1.from', value: 2.3 },
];

export const season = defineTemplate({
  id: 'season',
  group: 'value',
  article: 'ranges',
  title: t('Grades that change with the season', '随季节调整的客户分级'),
  about: t(
    'Promotions and coupons change at seasons and holidays, and so do the criteria: at Double 11 lower lines let more customers into the higher grades, over Spring Festival the last purchase weighs more. On all other days the usual numbers hold. Look at a day of a season below the canvas to see who would be graded how.',
    '季节与节日会带来促销和优惠券的变化，分级标准也随之调整：双十一期间降低分界值，让更多客户进入较高等级；春节期间提高最近消费的权重。其余日子采用平时的数值。在画布下方选择季节中的某一天，即可查看届时的分级结果。',
  ),
  ours: t(
    'Weights, lines, the days of the seasons and the costs are our suggestion. Spring Festival has one season for each year, because it moves.',
    '权重、分界值、季节的起止日期与成本为我们的建议值。春节日期每年不同，因此每年设置一个季节。',
  ),
  data: [customers(), lines('orders', 'ordered_at', 'amount')],
  example: 'shop',
  nodes: [
    node('rfm', 'rfm', t('RFM', 'RFM'), {
      from: 'orders',
      monetary: { fn: 'sum', value: 'amount' },
      window: 730,
      method: 'quantiles',
      bins: 5,
      groups: 'four',
    }),
    node('score', 'scorecard', t('Weighted score', '综合得分'), {
      parts: [
        { field: 'R', weight: 0.3, scale: 'none' },
        { field: 'F', weight: 0.3, scale: 'none' },
        { field: 'M', weight: 0.4, scale: 'none' },
      ],
      missing: 'missing',
      as: 'score',
    }),
    node('grades', 'tiers', t('Grades', '客户等级'), {
      on: 'score',
      bands: [
        entry('gold', t('Gold', '黄金'), { from: 4.2 }),
        entry('silver', t('Silver', '白银'), { from: 3 }),
        entry('bronze', t('Bronze', '青铜'), { from: null }),
      ],
    }),
  ],
  edges: ['source>rfm', 'rfm>score', 'score>grades'],
  seasons: [
    {
      id: 'double-11',
      title: { en: 'Double 11', 'zh-CN': '双十一' },
      from: '11-01',
      to: '11-11',
      yearly: true,
      values: [
        { node: 'grades', path: 'bands.0.from', value: 3.6 },
        { node: 'grades', path: 'bands.1.from', value: 2.4 },
      ],
    },
    {
      id: 'spring-2027',
      title: { en: 'Spring Festival 2027', 'zh-CN': '2027 年春节' },
      from: '2027-01-25',
      to: '2027-02-20',
      values: festival,
    },
    {
      id: 'spring-2028',
      title: { en: 'Spring Festival 2028', 'zh-CN': '2028 年春节' },
      from: '2028-01-14',
      to: '2028-02-09',
      values: festival,
    },
  ],
  plays: [
    {
      id: 'early-access',
      from: ['grades:gold'],
      title: t('First choice', '优先抢购'),
      actions: [t('Offers a day before everybody else', '提前一天开放优惠'), t('A contact of their own', '专属客服')],
      channel: t('phone and chat', '电话、企业微信'),
      owner: t('key customer team', '大客户组'),
      cadence: t('Before every campaign', '每次活动前'),
      serviceLevel: t('Answer within an hour', '1 小时内回复'),
      offer: t('Coupon of ¥100', '100 元优惠券'),
      cost: 110,
    },
    {
      id: 'season-coupon',
      from: ['grades:silver'],
      title: t('Coupon of the season', '当季优惠券'),
      actions: [t('Recommend from the last purchase', '按最近购买推荐')],
      channel: t('app', '应用'),
      owner: t('member team', '会员运营'),
      cadence: t('Once in a campaign', '每次活动一次'),
      offer: t('Coupon of ¥20', '20 元优惠券'),
      cost: 22,
    },
    {
      id: 'season-news',
      from: ['grades:bronze'],
      title: t('News of the campaign', '活动资讯'),
      actions: [t('Show what the campaign offers', '推送活动内容')],
      channel: t('SMS', '短信'),
      owner: t('automation', '营销自动化'),
      cadence: t('Once in a campaign', '每次活动一次'),
      cost: 1,
    },
  ],
});
