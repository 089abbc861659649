// The online school of the grading article: a learner is graded in the moment an event or a record comes in.
import { defineTemplate, entry, node, t } from '../define-template.ts';
import { customers, lines } from '../fields/needs.ts';

export const realTime = defineTemplate({
  id: 'real-time',
  group: 'behaviour',
  article: 'grading',
  title: t('Real time: learners of an online school', '实时分级：在线教育学员'),
  about: t(
    'An online school grades by behaviour, purchases and learning progress. Positions among all learners are frozen when the flow is published, so that one record sent to the interface gets its tier at once, without a data set.',
    '在线教育平台按学习行为、购课与学习进度分级。发布时冻结全体学员的分布，接口收到一条记录即可立即给出等级，无需重新计算全量数据。',
  ),
  ours: t('Parts, weights, cut-offs and costs are our suggestion.', '得分构成、权重、分界值与成本为我们的建议值。'),
  data: [customers('progress'), lines('lessons', 'happened_on', 'kind', 'minutes', 'amount')],
  example: 'school',
  nodes: [
    node('recent', 'aggregate', t('Last 30 days', '近 30 天'), {
      from: 'lessons',
      features: [
        { name: 'minutes_30d', fn: 'sum', value: 'minutes', window: 30 },
        { name: 'exercises_30d', fn: 'count', window: 30, where: { field: 'kind', op: 'eq', value: 'exercise' } },
        { name: 'paid_12m', fn: 'sum', value: 'amount', window: 365, where: { field: 'kind', op: 'eq', value: 'payment' } },
      ],
    }),
    node('score', 'scorecard', t('Learner score', '学员得分'), {
      parts: [
        { field: 'minutes_30d', weight: 0.3, scale: 'percentile' },
        { field: 'exercises_30d', weight: 0.2, scale: 'percentile' },
        { field: 'paid_12m', weight: 0.2, scale: 'percentile' },
        { field: 'progress', weight: 0.3, scale: 'minmax' },
      ],
      missing: 'zero',
      range: [0, 100],
      as: 'score',
    }),
    node('tiers', 'tiers', t('Learners', '学员等级'), {
      on: 'score',
      bands: [
        entry('star', t('Star', '卓越学员'), { from: 70 }),
        entry('steady', t('Steady', '稳定学员'), { from: 45 }),
        entry('slow', t('Slowing down', '放缓学员'), { from: 20 }),
        entry('silent', t('Silent', '沉默学员'), { from: null }),
      ],
    }),
  ],
  edges: ['source>recent', 'recent>score', 'score>tiers'],
  plays: [
    {
      id: 'advance',
      from: ['tiers:star'],
      title: t('Advanced course', '进阶课程'),
      actions: [t('Recommend the next course', '推荐进阶课程'), t('Invite to teach others', '邀请成为助教')],
      channel: t('app', '应用'),
      owner: t('tutors', '班主任'),
      cadence: t('At the end of a course', '结课时'),
      offer: t('20 % on the next course', '下一课程 8 折'),
      cost: 30,
    },
    {
      id: 'encourage',
      from: ['tiers:steady'],
      title: t('Encourage', '鼓励'),
      actions: [t('Weekly report of progress', '每周学习报告')],
      channel: t('app', '应用'),
      owner: t('automation', '营销自动化'),
      cadence: t('Every week', '每周一次'),
      cost: 2,
    },
    {
      id: 'tutor-call',
      from: ['tiers:slow'],
      title: t('Call of the tutor', '班主任回访'),
      actions: [t('Ask what is in the way', '了解学习困难'), t('Adapt the plan', '调整学习计划')],
      channel: t('phone', '电话'),
      owner: t('tutors', '班主任'),
      cadence: t('Within two days', '两天内'),
      serviceLevel: t('Call within two days', '两天内致电'),
      cost: 18,
    },
    {
      id: 'restart',
      from: ['tiers:silent'],
      title: t('Restart', '重新开始'),
      actions: [t('Five minutes a day', '每天五分钟计划')],
      channel: t('SMS', '短信'),
      owner: t('automation', '营销自动化'),
      cadence: t('Every two weeks', '每两周一次'),
      cost: 2,
    },
  ],
});
