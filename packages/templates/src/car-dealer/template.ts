// The car dealer of the grading article: high, middle, low.
import { defineTemplate, entry, node, t } from '../define-template.ts';
import { customers } from '../fields/needs.ts';

export const carDealer = defineTemplate({
  id: 'car-dealer',
  group: 'industry',
  article: 'grading',
  title: t('Car dealer: high, middle, low', '汽车经销商：高端、中端、低端客户'),
  about: t(
    'A car dealer grades by how often somebody bought, which model they drive and whether they come for maintenance: test drives and fast repair for the high, regular offers for the middle, campaigns to move up for the low.',
    '汽车销售企业按购买频率、车型和保养记录分级：高端客户优先试驾、快速维修，中端客户定期优惠与保养，低端客户通过活动促进升级。',
  ),
  ours: t('Points, weights, cut-offs and costs are our suggestion.', '分值、权重、分界值与成本为我们的建议值。'),
  data: [customers('purchases', 'model_class', 'service_visits')],
  example: 'cars',
  nodes: [
    node('model', 'formula', t('Points for the model', '车型分值'), {
      columns: [{ name: 'model_points', expr: "model_class = 'premium' ? 100 : model_class = 'middle' ? 60 : model_class = 'entry' ? 20" }],
    }),
    node('score', 'scorecard', t('Grade', '综合得分'), {
      parts: [
        {
          field: 'purchases',
          weight: 0.4,
          scale: 'bands',
          bands: [
            { from: 0, points: 10 },
            { from: 1, points: 40 },
            { from: 2, points: 75 },
            { from: 3, points: 100 },
          ],
        },
        { field: 'model_points', weight: 0.4 },
        {
          field: 'service_visits',
          weight: 0.2,
          scale: 'bands',
          bands: [
            { from: 0, points: 0 },
            { from: 1, points: 60 },
            { from: 2, points: 100 },
          ],
        },
      ],
      missing: 'missing',
      as: 'score',
    }),
    node('tiers', 'tiers', t('High, middle, low', '高、中、低端'), {
      on: 'score',
      bands: [
        entry('high', t('High', '高端客户'), { from: 72 }),
        entry('middle', t('Middle', '中端客户'), { from: 45 }),
        entry('low', t('Low', '低端客户'), { from: null }),
      ],
    }),
  ],
  edges: ['source>model', 'model>score', 'score>tiers'],
  plays: [
    {
      id: 'priority-drive',
      from: ['tiers:high'],
      title: t('Priority and personal service', '优先与专属服务'),
      actions: [
        t('Test drive of new models first', '新车优先试驾'),
        t('Personal service contact', '专属服务顾问'),
        t('Fast repair', '快速维修通道'),
      ],
      channel: t('phone', '电话'),
      owner: t('senior advisers', '高级销售顾问'),
      cadence: t('Every two months', '每两个月一次'),
      serviceLevel: t('Repair begins within 2 hours', '2 小时内开始维修'),
      cost: 260,
    },
    {
      id: 'regular-care',
      from: ['tiers:middle'],
      title: t('Regular offers and maintenance', '定期优惠与保养'),
      actions: [t('Remind of maintenance', '保养提醒'), t('Offers on parts and tyres', '配件与轮胎优惠')],
      channel: t('chat and SMS', '企业微信、短信'),
      owner: t('service advisers', '服务顾问'),
      cadence: t('Every quarter', '每季度一次'),
      offer: t('Maintenance package', '保养套餐'),
      cost: 60,
    },
    {
      id: 'move-up',
      from: ['tiers:low'],
      title: t('Move up', '促进升级'),
      actions: [t('Campaign for the next model', '置换升级活动'), t('First maintenance at a lower price', '首次保养优惠')],
      channel: t('SMS and mail', '短信、邮件'),
      owner: t('marketing', '市场部'),
      cadence: t('Twice a year', '每年两次'),
      offer: t('Exchange bonus', '置换补贴'),
      cost: 15,
    },
  ],
});
