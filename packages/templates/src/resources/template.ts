// Resource allocation: visits, calls and coupons go where they bring most; everybody else is looked after automatically.
import { defineTemplate, entry, node, t } from '../define-template.ts';
import { customers } from '../fields/needs.ts';

export const resources = defineTemplate({
  id: 'resources',
  group: 'practice',
  article: 'ranges',
  title: t('Resources: who is visited, called, or served automatically', '资源分配：谁上门、谁电话、谁自动服务'),
  about: t(
    'There are so many visits, calls and coupons a quarter. They go to high-value and potential customers, where the money at stake is worth the cost; the others get automatic mail. Shows who waits and what one more visit would be worth.',
    '每季度的上门、电话和优惠券数量有限，优先投向高价值和潜力客户——可争取的利润值得投入；其余客户由自动邮件服务。同时显示谁在候补、再多一次上门值多少。',
  ),
  ours: t(
    'Margin, effect of each channel, costs, places and budgets are our suggestion.',
    '毛利率、各渠道效果、成本、名额与预算为我们的建议值。',
  ),
  data: [customers('status', 'revenue', 'growth', 'competitor_share', 'need')],
  example: 'business',
  nodes: [
    node('stake', 'formula', t('Money at stake', '可争取的利润'), {
      columns: [
        {
          name: 'at_stake',
          expr: 'status = "customer" ? revenue * 0.2 * (competitor_share * 0.5 + (growth > 0 ? growth : 0)) : status = "prospect" ? need * 60 : need * 40',
        },
        { name: 'visit_brings', expr: 'at_stake * 0.3' },
        // A call or a coupon alone moves little in a large account.
        { name: 'call_brings', expr: 'at_stake > 20000 ? 600 : at_stake * 0.1' },
        { name: 'coupon_brings', expr: 'at_stake > 20000 ? 100 : at_stake > 4000 ? 600 : at_stake * 0.15' },
      ],
    }),
    node('share', 'allocate', t('Visit, call or coupon', '上门、电话或优惠券'), {
      offers: [
        entry('visit', t('Visit', '上门拜访'), {
          playbook: 'visit',
          value: 'visit_brings',
          capacity: 40,
        }),
        entry('call', t('Call', '电话回访'), {
          playbook: 'call',
          value: 'call_brings',
          capacity: 150,
        }),
        entry('coupon', t('Coupon', '优惠券'), {
          playbook: 'coupon',
          value: 'coupon_brings',
          budget: 3000,
        }),
      ],
      budget: 19_000,
      as: 'served_by',
    }),
  ],
  edges: ['source>stake', 'stake>share'],
  plays: [
    {
      id: 'visit',
      from: [],
      title: t('Visit by the account manager', '客户经理上门'),
      actions: [t('Review of the year', '年度回顾'), t('Offer for what is bought elsewhere', '针对竞品份额给出方案')],
      channel: t('visit', '拜访'),
      owner: t('account managers', '客户经理'),
      cadence: t('Once a quarter', '每季度一次'),
      cost: 300,
    },
    {
      id: 'call',
      from: [],
      title: t('Call by the inside sales team', '内勤电话回访'),
      actions: [t('Ask for the next project', '询问下一个项目'), t('Note wishes', '记录需求')],
      channel: t('phone', '电话'),
      owner: t('inside sales', '内勤销售'),
      cadence: t('Once a quarter', '每季度一次'),
      cost: 30,
    },
    {
      id: 'coupon',
      from: [],
      title: t('Coupon for the next order', '下单优惠券'),
      actions: [t('Coupon with the newsletter', '随资讯发放优惠券')],
      channel: t('mail', '邮件'),
      owner: t('marketing', '市场部'),
      cadence: t('Once a quarter', '每季度一次'),
      offer: t('3 % off the next order', '下一单 97 折'),
      cost: 20,
    },
    {
      id: 'automatic-mail',
      from: ['share:waiting', 'share:rest'],
      title: t('Automatic mail', '自动邮件'),
      actions: [t('News and offers by interest', '按兴趣推送资讯与优惠')],
      channel: t('mail', '邮件'),
      owner: t('automation', '营销自动化'),
      cadence: t('Every month', '每月一次'),
      cost: 0.5,
    },
  ],
});
