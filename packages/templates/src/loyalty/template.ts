// High and low loyalty, and who is at risk.
import { defineTemplate, entry, is, node, t } from '../define-template.ts';
import { customers } from '../fields/needs.ts';

export const loyalty = defineTemplate({
  id: 'loyalty',
  group: 'service',
  article: 'country',
  title: t('Loyalty and risk', '忠诚度与流失风险'),
  about: t(
    'High loyalty means the intent to stay for long; low loyalty shows in changed suppliers and complaints. Value-added service for the loyal, a better price and after-sales for those who may go.',
    '高忠诚度客户有长期合作意愿；低忠诚度客户常更换供应商并有投诉。忠诚客户提供增值服务，有流失风险的客户给予有竞争力的价格与更好的售后。',
  ),
  ours: t('Parts of the score, weights, cut-offs and costs are our suggestion.', '得分构成、权重、分界值与成本为我们的建议值。'),
  data: [customers('tenure_years', 'competitor_share', 'complaints', 'satisfaction')],
  example: 'business',
  nodes: [
    node('known', 'filter', t('Have worked with us', '已有合作'), { where: is('tenure_years', 'gt', 0) }),
    node('score', 'scorecard', t('Loyalty score', '忠诚度得分'), {
      parts: [
        {
          field: 'tenure_years',
          weight: 0.3,
          scale: 'bands',
          bands: [
            { from: 0, points: 20 },
            { from: 1, points: 50 },
            { from: 3, points: 80 },
            { from: 6, points: 100 },
          ],
        },
        {
          field: 'competitor_share',
          weight: 0.3,
          scale: 'bands',
          bands: [
            { from: 0, points: 100 },
            { from: 0.2, points: 70 },
            { from: 0.4, points: 40 },
            { from: 0.7, points: 0 },
          ],
        },
        {
          field: 'complaints',
          weight: 0.2,
          scale: 'bands',
          bands: [
            { from: 0, points: 100 },
            { from: 1, points: 50 },
            { from: 2, points: 0 },
          ],
        },
        {
          field: 'satisfaction',
          weight: 0.2,
          scale: 'bands',
          bands: [
            { from: 1, points: 0 },
            { from: 5, points: 40 },
            { from: 7, points: 70 },
            { from: 9, points: 100 },
          ],
        },
      ],
      missing: 'reweigh',
      as: 'score',
    }),
    node('tiers', 'tiers', t('Loyalty', '忠诚度等级'), {
      on: 'score',
      bands: [
        entry('high', t('High', '高忠诚'), { from: 75 }),
        entry('middle', t('Middle', '中等忠诚'), { from: 50 }),
        entry('risk', t('Low, at risk', '低忠诚、有流失风险'), { from: null }),
      ],
    }),
  ],
  edges: ['source>known', 'known:match>score', 'score>tiers'],
  plays: [
    {
      id: 'rescue',
      from: ['tiers:risk'],
      title: t('Price and after-sales', '价格与售后'),
      actions: [
        t('Talk about what is missing', '沟通不足之处'),
        t('Better after-sales', '改进售后'),
        t('Competitive price', '有竞争力的价格'),
      ],
      channel: t('visit', '拜访'),
      owner: t('account managers', '客户经理'),
      cadence: t('Every two weeks', '每两周一次'),
      serviceLevel: t('After-sales on the same day', '售后当日响应'),
      offer: t('Price check', '价格复核'),
      cost: 260,
    },
    {
      id: 'value-added',
      from: ['tiers:high'],
      title: t('Value-added service', '增值服务'),
      actions: [t('Training and joint planning', '培训与联合规划')],
      channel: t('visit and phone', '拜访、电话'),
      owner: t('account managers', '客户经理'),
      cadence: t('Every quarter', '每季度一次'),
      serviceLevel: t('Named contact', '专人对接'),
      cost: 180,
    },
    {
      id: 'bind',
      from: ['tiers:middle'],
      title: t('Bind more firmly', '加深合作'),
      actions: [t('Offer a frame contract', '提供框架协议')],
      channel: t('phone', '电话'),
      owner: t('inside sales', '内勤销售'),
      cadence: t('Every quarter', '每季度一次'),
      offer: t('Frame contract', '框架协议'),
      cost: 60,
    },
  ],
});
