// The hotel of the grading article: loyal, frequent, new, potential guests.
import { defineTemplate, entry, is, node, t } from '../define-template.ts';
import { customers, lines } from '../fields/needs.ts';

export const hotel = defineTemplate({
  id: 'hotel',
  group: 'industry',
  article: 'grading',
  title: t('Hotel: loyal, frequent, new, potential guests', '酒店：忠诚、常住、新客、潜在客人'),
  about: t(
    'A hotel groups its guests by stays, nights, spend and the first stay: points, birthday gifts and member discounts for the loyal, recommendations from preferences for all.',
    '酒店按入住次数、间夜、消费与首次入住分群：忠诚客人享积分、生日礼与会员折扣，并按偏好推荐。',
  ),
  ours: t('The bounds of the groups and the costs are our suggestion.', '各类客人的分界与成本为我们的建议值。'),
  data: [customers(), lines('stays', 'check_in', 'nights', 'amount')],
  example: 'hotel',
  nodes: [
    node('history', 'aggregate', t('Stays', '入住情况'), {
      from: 'stays',
      features: [
        { name: 'stays_12m', fn: 'count', window: 365 },
        { name: 'stays_24m', fn: 'count', window: 730 },
        { name: 'nights_12m', fn: 'sum', value: 'nights', window: 365 },
        { name: 'spent_12m', fn: 'sum', value: 'amount', window: 365 },
        { name: 'days_known', fn: 'daysSinceFirst' },
      ],
    }),
    node('guests', 'switch', t('Kinds of guests', '客人类型'), {
      cases: [
        entry('loyal', t('Loyal', '忠诚客人'), {
          where: {
            all: [is('days_known', 'ge', 365), is('stays_24m', 'ge', 6), { any: [is('nights_12m', 'ge', 8), is('spent_12m', 'ge', 6000)] }],
          },
        }),
        entry('frequent', t('Frequent', '常住客人'), { where: is('stays_12m', 'ge', 3) }),
        entry('new', t('New', '新客人'), { where: is('days_known', 'le', 180) }),
        entry('potential', t('Potential', '潜在客人'), { where: { any: [is('stays_12m', 'le', 2)] } }),
      ],
    }),
  ],
  edges: ['source>history', 'history>guests'],
  plays: [
    {
      id: 'loyal-guest',
      from: ['guests:loyal'],
      title: t('Points, gift, member price', '积分、生日礼、会员价'),
      actions: [t('Double points', '双倍积分'), t('Birthday gift', '生日礼'), t('Room as preferred', '按偏好安排房间')],
      channel: t('phone and front desk', '电话、前台'),
      owner: t('guest relations', '宾客关系'),
      cadence: t('Before each stay', '每次入住前'),
      serviceLevel: t('Late check-out until 4 p.m.', '延迟退房至 16 点'),
      offer: t('Member discount 15 %', '会员 85 折'),
      cost: 140,
    },
    {
      id: 'frequent-guest',
      from: ['guests:frequent'],
      title: t('To loyalty', '引导忠诚'),
      actions: [t('Show what is missing to the next level', '提示升级所需间夜')],
      channel: t('app', '应用'),
      owner: t('member team', '会员运营'),
      cadence: t('Every month', '每月一次'),
      offer: t('Every fifth night free', '住四送一'),
      cost: 45,
    },
    {
      id: 'welcome-guest',
      from: ['guests:new'],
      title: t('Welcome', '新客欢迎'),
      actions: [t('Ask for preferences', '收集偏好'), t('Invite to the programme', '邀请入会')],
      channel: t('chat', '企业微信'),
      owner: t('front desk', '前台'),
      cadence: t('After the first stay', '首次入住后'),
      offer: t('Breakfast on the next stay', '下次入住赠早餐'),
      cost: 18,
    },
    {
      id: 'invite-guest',
      from: ['guests:potential'],
      title: t('Invite', '邀约'),
      actions: [t('Weekend offers from preferences', '按偏好推送周末套餐')],
      channel: t('mail and SMS', '邮件、短信'),
      owner: t('marketing', '市场部'),
      cadence: t('Before holidays', '节假日前'),
      offer: t('Weekend package', '周末套餐'),
      cost: 5,
    },
  ],
});
