// The attack–defence model: whom to win, whom to win back, whom to keep, and what share of the resources each class gets.
import { defineTemplate, entry, is, node, t } from '../define-template.ts';
import { customers } from '../fields/needs.ts';

const when = (...tests: Parameters<typeof entry>[2][]) => ({ where: { all: tests } });

export const attackDefence = defineTemplate({
  id: 'attack-defence',
  group: 'service',
  article: 'models',
  title: t('Attack and defence', '客户攻防模型'),
  about: t(
    'Potential, existing and lost customers by need and loyalty: attack where need is high and others hold it, defend where need and loyalty are high, each class with its message, frequency and share of the resources.',
    '按需求与忠诚度划分潜在、现有、流失客户：需求高而在竞品处的客户进攻，需求与忠诚度高的客户防守，每一类配置沟通内容、频率与资源占比。',
  ),
  ours: t(
    'The article names classes and dimensions; the matrix, its bounds, the shares and costs are our suggestion.',
    '文章给出客户类别与维度；矩阵、分界、资源占比与成本为我们的建议值。',
  ),
  data: [customers('status', 'need', 'loyalty', 'competitor_share')],
  example: 'business',
  nodes: [
    node('matrix', 'switch', t('Attack and defence', '攻防矩阵'), {
      cases: [
        entry(
          'fortress',
          t('Defend: hold firmly', '防守：稳固核心'),
          when(is('status', 'eq', 'customer'), is('need', 'ge', 50), is('loyalty', 'ge', 60)),
        ),
        entry('exposed', t('Defend: under attack', '防守：易被抢夺'), when(is('status', 'eq', 'customer'), is('need', 'ge', 50))),
        entry('upkeep', t('Keep with little effort', '常规维护'), when(is('status', 'eq', 'customer'))),
        entry('win', t('Attack: win', '进攻：争取新客'), when(is('status', 'eq', 'prospect'), is('need', 'ge', 50))),
        entry(
          'win-back',
          t('Attack: win back', '进攻：赢回流失'),
          when(is('status', 'eq', 'lost'), is('need', 'ge', 50), is('competitor_share', 'lt', 0.9)),
        ),
        entry('watch', t('Watch', '观察'), when(is('status', 'in', ['prospect', 'lost']))),
      ],
    }),
  ],
  edges: ['source>matrix'],
  plays: [
    {
      id: 'hold',
      from: ['matrix:exposed'],
      title: t('Hold against competitors', '抵御竞品'),
      actions: [
        t('Find out what the competitor offers', '了解竞品条件'),
        t('Solve open issues first', '优先解决未决问题'),
        t('Meet decision makers', '拜访决策人'),
      ],
      channel: t('visit', '拜访'),
      owner: t('account managers', '客户经理'),
      cadence: t('Every two weeks; 35 % of the resources', '每两周一次；资源占比 35%'),
      serviceLevel: t('After-sales on the same day', '售后当日响应'),
      cost: 480,
    },
    {
      id: 'strengthen',
      from: ['matrix:fortress'],
      title: t('Keep and grow', '巩固与增长'),
      actions: [t('Satisfaction watched every quarter', '每季度满意度跟踪'), t('Two-way talks on plans', '双向沟通规划')],
      channel: t('visit and phone', '拜访、电话'),
      owner: t('account managers', '客户经理'),
      cadence: t('Every month; 30 % of the resources', '每月一次；资源占比 30%'),
      serviceLevel: t('Named contact, answer within an hour', '专人对接，1 小时内回复'),
      cost: 360,
    },
    {
      id: 'conquer',
      from: ['matrix:win'],
      title: t('Win', '争取'),
      actions: [t('Show cases of the same branch', '同行业案例'), t('Trial offer', '试用方案')],
      channel: t('phone and visit', '电话、拜访'),
      owner: t('sales', '销售团队'),
      cadence: t('Every week; 20 % of the resources', '每周一次；资源占比 20%'),
      offer: t('Trial', '试用'),
      cost: 220,
    },
    {
      id: 'reconquer',
      from: ['matrix:win-back'],
      title: t('Win back', '赢回'),
      actions: [t('Name what went wrong, and what changed', '正视原因并说明改进'), t('Offer to return', '回归优惠')],
      channel: t('phone', '电话'),
      owner: t('sales leads', '销售主管'),
      cadence: t('Every month; 10 % of the resources', '每月一次；资源占比 10%'),
      offer: t('Conditions for returning', '回归条件'),
      cost: 180,
    },
    {
      id: 'routine',
      from: ['matrix:upkeep', 'matrix:watch'],
      title: t('Routine', '常规沟通'),
      actions: [t('Newsletter, and a call a year', '资讯推送，每年一次电话')],
      channel: t('mail', '邮件'),
      owner: t('inside sales', '内勤销售'),
      cadence: t('Every quarter; 5 % of the resources', '每季度一次；资源占比 5%'),
      cost: 12,
    },
  ],
});
