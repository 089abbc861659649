// Psychographics: motives and attitudes from a survey.
import { defineTemplate, entry, is, node, t } from '../define-template.ts';
import { customers } from '../fields/needs.ts';

export const motives = defineTemplate({
  id: 'motives',
  group: 'need',
  article: 'country',
  title: t('Motives and attitudes', '购买动机与态度'),
  about: t(
    'Reads from a survey why customers buy (price, quality, brand) and how they feel about you: price offers for some, proof of quality for others, and a personal look into the cause for those who are negative.',
    '从问卷了解客户的购买动机（价格、品质、品牌）与态度：价格型客户给优惠，品质型客户给品质证明，消极客户由专人查明原因并改进。',
  ),
  ours: t(
    'The survey scale, ties (quality before brand before price) and the costs are our suggestion.',
    '问卷量表、并列时的次序（品质、品牌、价格）与成本为我们的建议值。',
  ),
  data: [customers('price_importance', 'quality_importance', 'brand_importance', 'attitude')],
  example: 'shop',
  nodes: [
    node('motive', 'switch', t('Main motive', '主要动机'), {
      cases: [
        entry('quality', t('Quality', '品质型'), {
          where: { expr: 'quality_importance >= brand_importance and quality_importance >= price_importance' },
        }),
        entry('brand', t('Brand', '品牌型'), {
          where: { expr: 'brand_importance >= price_importance and brand_importance > quality_importance' },
        }),
        entry('price', t('Price', '价格型'), {
          where: { expr: 'price_importance > brand_importance and price_importance > quality_importance' },
        }),
      ],
    }),
    node('attitude', 'switch', t('Attitude', '态度'), {
      cases: [
        entry('positive', t('Positive', '积极'), { where: is('attitude', 'ge', 4) }),
        entry('neutral', t('Neutral', '中立'), { where: is('attitude', 'ge', 3) }),
        entry('negative', t('Negative', '消极'), { where: is('attitude', 'lt', 3) }),
      ],
    }),
  ],
  edges: ['source>motive', 'source>attitude'],
  plays: [
    {
      id: 'find-cause',
      from: ['attitude:negative'],
      title: t('Find and fix the cause', '查明并解决原因'),
      actions: [t('Call and listen', '电话倾听'), t('Fix the cause, report back', '解决问题并反馈')],
      channel: t('phone', '电话'),
      owner: t('service lead', '客服主管'),
      cadence: t('Within three days, again after 14', '3 天内，14 天后回访'),
      serviceLevel: t('First call within three days', '3 天内首次致电'),
      cost: 35,
    },
    {
      id: 'added-value',
      from: ['attitude:positive'],
      title: t('Value added', '增值服务'),
      actions: [t('Invite to try and to recommend', '邀请体验与推荐')],
      channel: t('chat', '企业微信'),
      owner: t('member team', '会员运营'),
      cadence: t('Every month', '每月一次'),
      offer: t('Gift for a recommendation', '推荐有礼'),
      cost: 12,
    },
    {
      id: 'quality-proof',
      from: ['motive:quality'],
      title: t('Proof of quality', '品质证明'),
      actions: [t('Test reports, materials, warranty', '检测报告、材质与质保')],
      channel: t('mail', '邮件'),
      owner: t('product team', '商品团队'),
      cadence: t('With each new product', '每次新品'),
      cost: 4,
    },
    {
      id: 'brand-story',
      from: ['motive:brand'],
      title: t('Brand story', '品牌故事'),
      actions: [t('Limited editions and the people behind them', '限量款与品牌故事')],
      channel: t('social media', '社交媒体'),
      owner: t('brand team', '品牌团队'),
      cadence: t('Every month', '每月一次'),
      cost: 5,
    },
    {
      id: 'price-offer',
      from: ['motive:price'],
      title: t('Price offers', '价格优惠'),
      actions: [t('Tell of price cuts and sets', '推送降价与组合优惠')],
      channel: t('SMS', '短信'),
      owner: t('automation', '营销自动化'),
      cadence: t('At each sale', '每次促销'),
      offer: t('Sale price a day earlier', '提前一天享促销价'),
      cost: 6,
    },
  ],
});
