// Positive and negative feedback.
import { defineTemplate, entry, is, node, t } from '../define-template.ts';
import { customers } from '../fields/needs.ts';

export const feedback = defineTemplate({
  id: 'feedback',
  group: 'service',
  article: 'country',
  title: t('Feedback: complaints and praise', '客户反馈：投诉与好评'),
  about: t(
    'Groups by satisfaction scores and complaints: apologise, solve and follow up where something went wrong, thank and ask for a recommendation where all is well. Record, follow, report back.',
    '按满意度与投诉分群：出现问题的客户致歉、解决、跟进；满意的客户致谢并邀请推荐。记录、跟进、反馈形成闭环。',
  ),
  ours: t('Scores that count as good or bad, and the costs, are our suggestion.', '满意与不满意的分界、成本为我们的建议值。'),
  data: [customers('satisfaction', 'complaints')],
  example: 'shop',
  nodes: [
    node('feedback', 'switch', t('Feedback', '反馈类型'), {
      cases: [
        entry('serious', t('Several complaints', '多次投诉'), { where: is('complaints', 'ge', 2) }),
        entry('negative', t('Negative', '负面反馈'), { where: { any: [is('complaints', 'ge', 1), is('satisfaction', 'le', 5)] } }),
        entry('positive', t('Positive', '正面反馈'), { where: is('satisfaction', 'ge', 8) }),
        entry('neutral', t('Neutral', '中立反馈'), { where: is('satisfaction', 'ge', 6) }),
      ],
    }),
  ],
  edges: ['source>feedback'],
  plays: [
    {
      id: 'escalate',
      from: ['feedback:serious'],
      title: t('Take it to the top', '升级处理'),
      actions: [
        t('Manager calls and apologises', '主管致电致歉'),
        t('Solve, and make good', '解决并补偿'),
        t('Follow up after 14 days', '14 天后跟进'),
      ],
      channel: t('phone', '电话'),
      owner: t('service lead', '客服主管'),
      cadence: t('At once, then after 14 days', '立即，14 天后回访'),
      serviceLevel: t('First call within 4 hours', '4 小时内首次致电'),
      offer: t('Voucher ¥100', '100 元补偿券'),
      cost: 120,
    },
    {
      id: 'apologise',
      from: ['feedback:negative'],
      title: t('Apologise, solve, follow up', '致歉、解决、跟进'),
      actions: [t('Find the cause', '查明原因'), t('Solve and report back', '解决并反馈')],
      channel: t('phone or chat', '电话、在线'),
      owner: t('service team', '客服团队'),
      cadence: t('Once per case', '每个问题一次'),
      serviceLevel: t('First call within 24 hours', '24 小时内首次联系'),
      cost: 32,
    },
    {
      id: 'thank',
      from: ['feedback:positive'],
      title: t('Thank and refer', '致谢与推荐'),
      actions: [t('Thank by name', '真诚致谢'), t('Ask for a recommendation', '邀请推荐朋友')],
      channel: t('chat', '企业微信'),
      owner: t('member team', '会员运营'),
      cadence: t('After each survey', '每次调研后'),
      offer: t('Gift for both', '推荐双方有礼'),
      cost: 9,
    },
    {
      id: 'ask-more',
      from: ['feedback:neutral', 'feedback:rest'],
      title: t('Ask', '了解更多'),
      actions: [t('Short survey', '简短问卷')],
      channel: t('mail', '邮件'),
      owner: t('automation', '营销自动化'),
      cadence: t('Every half year', '每半年一次'),
      cost: 1,
    },
  ],
});
