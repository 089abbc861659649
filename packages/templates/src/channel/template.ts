// Preferred channel from contacts.
import { defineTemplate, entry, is, node, t } from '../define-template.ts';
import { customers } from '../fields/needs.ts';

const beats = (own: string, ...others: readonly string[]) => ({
  where: { expr: [`${own} > 0`, ...others.map((other) => `${own} >= ${other}`)].join(' and ') },
});

export const channel = defineTemplate({
  id: 'channel',
  group: 'need',
  article: 'country',
  title: t('Preferred channel', '偏好渠道'),
  about: t(
    'Finds on which channel a customer answers most, online (site, mail, chat) or offline (phone, visits), and brings content there: a call for those who call, a mail for those who read mails.',
    '根据接触次数判断客户偏好的渠道：线上（网站、邮件、聊天）或线下（电话、到访），并在该渠道触达：爱打电话的致电，爱读邮件的发邮件。',
  ),
  ours: t(
    'The rule (most contacts of a year, the earlier channel of a tie) and the costs are our suggestion.',
    '判断规则（近一年接触最多，次数相同取靠前渠道）与成本为我们的建议值。',
  ),
  data: [customers('online_contacts', 'email_contacts', 'chat_contacts', 'phone_contacts', 'store_visits')],
  example: 'shop',
  nodes: [
    node('channel', 'switch', t('Preferred channel', '偏好渠道'), {
      cases: [
        entry('phone', t('Phone', '电话'), beats('phone_contacts', 'store_visits', 'chat_contacts', 'email_contacts', 'online_contacts')),
        entry('visit', t('In person', '到店'), beats('store_visits', 'chat_contacts', 'email_contacts', 'online_contacts')),
        entry('chat', t('Chat', '在线聊天'), beats('chat_contacts', 'email_contacts', 'online_contacts')),
        entry('mail', t('Mail', '邮件'), beats('email_contacts', 'online_contacts')),
        entry('site', t('Site', '网站'), { where: is('online_contacts', 'gt', 0) }),
      ],
    }),
  ],
  edges: ['source>channel'],
  plays: (
    [
      [
        'phone',
        t('Calls', '电话回访'),
        t('Call with news and questions', '致电沟通新品与需求'),
        t('phone', '电话'),
        t('Every quarter', '每季度一次'),
        22,
      ],
      [
        'visit',
        t('Invitations', '到店邀约'),
        t('Invite to the shop and to fairs', '邀请到店与参加活动'),
        t('in person', '线下'),
        t('Every quarter', '每季度一次'),
        30,
      ],
      [
        'chat',
        t('Chat service', '在线客服'),
        t('Offers and answers in the chat', '聊天内推送与答疑'),
        t('chat', '企业微信'),
        t('Twice a month', '每月两次'),
        10,
      ],
      [
        'mail',
        t('Newsletter', '邮件资讯'),
        t('Newsletter by interest', '按兴趣发送资讯'),
        t('mail', '邮件'),
        t('Every two weeks', '每两周一次'),
        1,
      ],
      [
        'site',
        t('Content on the site', '网站内容'),
        t('Content that fits the last visit', '按最近访问展示内容'),
        t('site', '网站'),
        t('At each visit', '每次访问'),
        1,
      ],
    ] as const
  ).map(([port, title, action, medium, cadence, cost]) => ({
    id: `by-${port}`,
    from: [`channel:${port}`],
    title,
    actions: [action],
    channel: medium,
    owner: t('channel team', '渠道团队'),
    cadence,
    cost,
  })),
});
