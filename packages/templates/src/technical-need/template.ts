// Level of skill and field of application.
import { defineTemplate, entry, is, node, t } from '../define-template.ts';
import { customers } from '../fields/needs.ts';

export const technicalNeed = defineTemplate({
  id: 'technical-need',
  group: 'need',
  article: 'country',
  title: t('Technical need: level and field', '技术需求：水平与应用领域'),
  about: t(
    'Groups by level of skill (high, middle, low) and by field of application (IT, manufacturing, medical): complex solutions for experts, simple ones and training for beginners, and material of the own field.',
    '按技术水平（高、中、低）与应用领域（信息技术、制造、医疗）分群：高水平客户提供复杂方案，低水平客户提供简单方案与培训，并按领域提供资料。',
  ),
  ours: t('The scale of skill, its bounds and the costs are our suggestion.', '技术水平的量表、分界与成本为我们的建议值。'),
  data: [customers('skill', 'application')],
  example: 'business',
  nodes: [
    node('level', 'switch', t('Level', '技术水平'), {
      cases: [
        entry('high', t('High', '高水平'), { where: is('skill', 'ge', 70) }),
        entry('middle', t('Middle', '中等水平'), { where: is('skill', 'ge', 40) }),
        entry('low', t('Low', '低水平'), { where: is('skill', 'lt', 40) }),
      ],
    }),
    node('field', 'switch', t('Field', '应用领域'), {
      cases: [
        entry('it', t('IT', '信息技术'), { where: is('application', 'eq', 'it') }),
        entry('manufacturing', t('Manufacturing', '制造'), { where: is('application', 'eq', 'manufacturing') }),
        entry('medical', t('Medical', '医疗'), { where: is('application', 'eq', 'medical') }),
      ],
    }),
  ],
  edges: ['source>level', 'source>field'],
  plays: [
    {
      id: 'complex-solution',
      from: ['level:high'],
      title: t('Complex solutions', '复杂解决方案'),
      actions: [t('Engineer to engineer', '工程师对接'), t('Early access to interfaces', '接口抢先体验')],
      channel: t('visit and chat', '拜访、在线'),
      owner: t('solution engineers', '解决方案工程师'),
      cadence: t('Every month', '每月一次'),
      serviceLevel: t('Technical answer within 4 hours', '4 小时内技术答复'),
      cost: 300,
    },
    {
      id: 'guided-solution',
      from: ['level:middle'],
      title: t('Guided solutions', '引导式方案'),
      actions: [t('Workshop twice a year', '每年两次工作坊')],
      channel: t('online', '线上'),
      owner: t('consultants', '顾问'),
      cadence: t('Twice a year', '每年两次'),
      cost: 90,
    },
    {
      id: 'simple-solution',
      from: ['level:low'],
      title: t('Simple solutions and training', '简单方案与培训'),
      actions: [t('Ready-made packages', '标准套餐'), t('Basic training', '基础培训')],
      channel: t('online and phone', '线上、电话'),
      owner: t('training team', '培训团队'),
      cadence: t('At the start, then every quarter', '启动时，之后每季度'),
      cost: 60,
    },
    ...(
      [
        ['it', t('Material for IT', '信息技术资料')],
        ['manufacturing', t('Material for manufacturing', '制造业资料')],
        ['medical', t('Material for medicine', '医疗资料')],
      ] as const
    ).map(([port, title]) => ({
      id: `${port}-material`,
      from: [`field:${port}`],
      title,
      actions: [t('Cases and standards of the field', '领域案例与标准')],
      channel: t('mail', '邮件'),
      owner: t('marketing', '市场部'),
      cadence: t('Every month', '每月一次'),
      cost: 3,
    })),
  ],
});
