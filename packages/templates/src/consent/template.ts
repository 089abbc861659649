// Consent first: only who agreed, and agreed lately, is graded for marketing.
import { defineTemplate, entry, is, node, t } from '../define-template.ts';
import { customers } from '../fields/needs.ts';

export const consent = defineTemplate({
  id: 'consent',
  group: 'practice',
  article: 'country',
  title: t('Consent first', '授权优先：合规触达'),
  about: t(
    'Before any grade: who agreed to be contacted, whose consent has become old, who refused, of whom nothing is known. Only the first are graded and reached; unknown never counts as yes.',
    '先看授权再分级：谁同意联系、谁的授权已久、谁已拒绝、谁的状态未知。只有有效授权的客户进入分级与触达；未知从不视为同意。',
  ),
  ours: t(
    'Two years of validity, the shares of the tiers and the costs are our suggestion; ask a lawyer for the rules of your country.',
    '授权两年有效、各级占比与成本为我们的建议值；具体规定请咨询法务。',
  ),
  data: [customers('consent', 'consented_on', 'revenue')],
  example: 'practice',
  nodes: [
    node('permission', 'switch', t('Permission', '授权状态'), {
      cases: [
        entry('refused', t('Refused', '已拒绝'), { where: is('consent', 'eq', false) }),
        entry('valid', t('Valid', '有效授权'), { where: { all: [is('consent', 'eq', true), is('consented_on', 'withinDays', 730)] } }),
        entry('old', t('Older than two years', '超过两年'), { where: is('consent', 'eq', true) }),
      ],
    }),
    node('tiers', 'tiers', t('Tier of those who agreed', '授权客户分级'), {
      on: 'revenue',
      topShare: [
        entry('high', t('High value', '高价值'), { share: 0.2 }),
        entry('middle', t('Middle', '中价值'), { share: 0.3 }),
        entry('base', t('Base', '基础'), { share: 0.5 }),
      ],
    }),
  ],
  edges: ['source>permission', 'permission:valid>tiers'],
  plays: [
    {
      id: 'personal-offer',
      from: ['tiers:high'],
      title: t('Personal offer', '专属优惠'),
      actions: [t('Offer from the last purchases', '按最近购买定制优惠')],
      channel: t('phone and chat', '电话、企业微信'),
      owner: t('member team', '会员运营'),
      cadence: t('Every month', '每月一次'),
      serviceLevel: t('Answer within an hour', '1 小时内响应'),
      cost: 18,
    },
    {
      id: 'seasonal-offer',
      from: ['tiers:middle', 'tiers:base'],
      title: t('Seasonal offer', '季节优惠'),
      actions: [t('Offer of the season', '当季优惠')],
      channel: t('message and mail', '短信、邮件'),
      owner: t('automation', '营销自动化'),
      cadence: t('Every quarter', '每季度一次'),
      cost: 2,
    },
    {
      id: 'renew-consent',
      from: ['permission:old', 'permission:rest'],
      title: t('Ask for consent', '征询授权'),
      actions: [t('One plain question, with a way to say no', '一个清楚的问题，并可拒绝')],
      channel: t('at the next order', '下次下单时'),
      owner: t('service team', '客服团队'),
      cadence: t('Once a year at most', '每年至多一次'),
      cost: 0.5,
    },
    {
      id: 'leave-alone',
      from: ['permission:refused'],
      title: t('No marketing', '不做营销触达'),
      actions: [t('Service messages about own orders only', '仅发送订单服务通知')],
      channel: t('none', '无'),
      owner: t('data protection', '数据合规'),
      cadence: t('Always', '持续'),
      cost: 0,
    },
  ],
});
