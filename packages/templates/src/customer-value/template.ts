// High value, potential value, ordinary.
import { defineTemplate, entry, is, node, t } from '../define-template.ts';
import { customers } from '../fields/needs.ts';

export const customerValue = defineTemplate({
  id: 'customer-value',
  group: 'value',
  article: 'country',
  title: t('High value and potential value', '高价值客户与潜力客户'),
  about: t(
    'High value are those who have long worked with you and order much; potential value are small today but growing, such as start-ups and new markets. Everyone else gets standard service.',
    '高价值客户合作时间长、订单量大；潜力客户目前规模小但在成长，如初创企业与新兴市场；其余客户提供标准服务。',
  ),
  ours: t('Amount, years, growth and the costs are our suggestion.', '金额、年限、增长率的分界与成本为我们的建议值。'),
  data: [customers('revenue', 'tenure_years', 'growth')],
  example: 'business',
  nodes: [
    node('value', 'switch', t('By value', '按价值'), {
      cases: [
        entry('high', t('High value', '高价值客户'), {
          where: { all: [is('revenue', 'ge', 300_000), is('tenure_years', 'ge', 2)] },
        }),
        entry('potential', t('Potential value', '潜力客户'), { where: is('growth', 'ge', 0.25) }),
        entry('ordinary', t('Ordinary', '普通客户'), { where: is('revenue', 'ge', 0) }),
      ],
    }),
  ],
  edges: ['source>value'],
  plays: [
    {
      id: 'personal-manager',
      from: ['value:high'],
      title: t('Personal manager', '专属客户经理'),
      actions: [t('Custom products', '定制产品'), t('Priority in after-sales', '优先售后')],
      channel: t('visit and phone', '拜访、电话'),
      owner: t('key account managers', '大客户经理'),
      cadence: t('Every month', '每月一次'),
      serviceLevel: t('After-sales within 4 hours', '4 小时内售后响应'),
      cost: 420,
    },
    {
      id: 'nurture',
      from: ['value:potential'],
      title: t('Cultivation', '培育'),
      actions: [t('Talk about plans for the next year', '沟通来年规划'), t('Competitive offer', '有竞争力的报价')],
      channel: t('phone', '电话'),
      owner: t('development team', '客户发展组'),
      cadence: t('Every two months', '每两个月一次'),
      offer: t('Price of the next volume step', '享受下一档批量价'),
      cost: 130,
    },
    {
      id: 'standard-offer',
      from: ['value:ordinary'],
      title: t('Standard service', '标准服务'),
      actions: [t('Catalogue and news', '产品目录与资讯')],
      channel: t('mail', '邮件'),
      owner: t('inside sales', '内勤销售'),
      cadence: t('Every quarter', '每季度一次'),
      cost: 8,
    },
  ],
});
