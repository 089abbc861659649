// Data quality: mend, check, put faulty records aside with the reason, score the others.
import { defineTemplate, entry, node, t } from '../define-template.ts';
import { customers } from '../fields/needs.ts';

const has = (field: string, points: number): string => `($exists(${field}) ? ${points} : 0)`;

export const dataQuality = defineTemplate({
  id: 'data-quality',
  group: 'practice',
  article: 'ranges',
  title: t('Data quality: clean, check, score', '数据质量：清洗、校验与质量评分'),
  about: t(
    'Rules mend spellings and put impossible records aside with the reason; everybody else gets a quality score from completeness and timeliness. Grades built on good data can be trusted; the others are repaired first.',
    '规则统一写法，并把不合理的记录连同原因隔离；其余客户按完整性和时效性得到质量分。数据好的客户放心分级，其余先补全。',
  ),
  ours: t(
    'The rules, points, days, cut-offs and costs are our suggestion; phone numbers may be masked with asterisks. The article names completeness, accuracy and timeliness.',
    '规则、分值、天数、分界值与成本为我们的建议值；手机号中间四位可为星号。原文提出完整性、准确性、时效性。',
  ),
  data: [customers('phone', 'email', 'city', 'age', 'updated_on')],
  example: 'practice',
  nodes: [
    node('clean', 'clean', t('Clean and check', '清洗与校验'), {
      rules: [
        { do: 'trim', field: 'city' },
        {
          do: 'map',
          field: 'city',
          pairs: [
            { from: 'SH', to: '上海' },
            { from: '上海市', to: '上海' },
            { from: '杭州市', to: '杭州' },
            { from: 'CD', to: '成都' },
          ],
        },
        { do: 'pattern', field: 'phone', pattern: '^1[0-9]{2}[0-9*]{4}[0-9]{4}$' },
        { do: 'range', field: 'age', min: 0, max: 110 },
      ],
      as: 'reason',
    }),
    node('quality', 'scorecard', t('Quality score', '质量分'), {
      parts: [
        {
          expr: `${has('phone', 40)} + ${has('email', 25)} + ${has('city', 20)} + ${has('age', 15)}`,
          title: { en: 'Completeness', 'zh-CN': '完整性' },
          weight: 0.6,
        },
        {
          expr: '$exists(updated_on) ? $daysSince(updated_on) : 10000',
          title: { en: 'Timeliness', 'zh-CN': '时效性' },
          weight: 0.4,
          scale: 'bands',
          bands: [
            { from: null, points: 100 },
            { from: 180, points: 70 },
            { from: 365, points: 40 },
            { from: 730, points: 0 },
          ],
        },
      ],
      missing: 'missing',
      as: 'quality_score',
    }),
    node('grades', 'tiers', t('Fitness for use', '可用程度'), {
      on: 'quality_score',
      bands: [
        entry('good', t('Good', '良好'), { from: 80 }),
        entry('usable', t('Usable', '可用'), { from: 55 }),
        entry('poor', t('To be completed', '待补全'), { from: null }),
      ],
    }),
  ],
  edges: ['source>clean', 'clean>quality', 'quality>grades'],
  plays: [
    {
      id: 'repair',
      from: ['clean:quarantined'],
      title: t('Correct by hand', '人工更正'),
      actions: [t('Look up the order papers', '核对订单资料'), t('Call where a number is there', '可联系者致电核实')],
      channel: t('back office', '后台'),
      owner: t('data steward', '数据专员'),
      cadence: t('Every week', '每周一次'),
      serviceLevel: t('Corrected within 5 working days', '5 个工作日内更正'),
      cost: 8,
    },
    {
      id: 'complete',
      from: ['grades:poor'],
      title: t('Ask for what is missing', '补全资料'),
      actions: [t('Form with what is known filled in', '发送预填表单'), t('Points for completing it', '补全送积分')],
      channel: t('app and mail', '应用、邮件'),
      owner: t('member team', '会员运营'),
      cadence: t('Every quarter', '每季度一次'),
      offer: t('100 points', '100 积分'),
      cost: 3,
    },
    {
      id: 'confirm',
      from: ['grades:usable'],
      title: t('Confirm at the next contact', '下次联系时确认'),
      actions: [t('Read the data back and confirm', '核对并确认资料')],
      channel: t('phone and shop', '电话、门店'),
      owner: t('service team', '客服团队'),
      cadence: t('Once a year', '每年一次'),
      cost: 1,
    },
    {
      id: 'ready',
      from: ['grades:good'],
      title: t('Ready for grading', '可直接用于分级'),
      actions: [t('Use in all flows', '可用于全部流程')],
      channel: t('none', '无'),
      owner: t('analysts', '数据分析'),
      cadence: t('Always', '持续'),
      cost: 0,
    },
  ],
});
