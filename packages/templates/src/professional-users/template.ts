// The electronics firm: ordinary and professional users.
import { defineTemplate, is, node, t } from '../define-template.ts';
import { customers } from '../fields/needs.ts';

export const professionalUsers = defineTemplate({
  id: 'professional-users',
  group: 'industry',
  article: 'models',
  title: t('Electronics: ordinary and professional users', '电子产品：普通客户与专业客户'),
  about: t(
    'An electronics firm tells ordinary users, who need basic information and after-sales, from professional users, who need technical support and custom service.',
    '电子产品企业区分普通客户（需要基础信息与售后）与专业客户（需要技术支持与定制服务）。',
  ),
  ours: t('What makes a professional user, and the costs, are our suggestion.', '专业客户的判断条件与成本为我们的建议值。'),
  data: [customers('professional_products', 'technical_questions', 'company_licence')],
  example: 'devices',
  nodes: [
    node('professional', 'filter', t('Professional user?', '是否专业客户'), {
      where: {
        any: [
          is('company_licence', 'eq', true),
          is('professional_products', 'ge', 2),
          { all: [is('professional_products', 'ge', 1), is('technical_questions', 'ge', 3)] },
        ],
      },
    }),
  ],
  edges: ['source>professional'],
  plays: [
    {
      id: 'technical-support',
      from: ['professional:match'],
      title: t('Technical support and custom service', '技术支持与定制服务'),
      actions: [t('Engineer as contact', '工程师对接'), t('Custom configuration', '定制配置')],
      channel: t('phone and chat', '电话、在线'),
      owner: t('technical support', '技术支持'),
      cadence: t('At each question, and every quarter', '每次咨询与每季度'),
      serviceLevel: t('Technical answer within 4 hours', '4 小时内技术答复'),
      cost: 150,
    },
    {
      id: 'basic-information',
      from: ['professional:rest'],
      title: t('Basic information and after-sales', '基础信息与售后'),
      actions: [t('Guides and tips', '使用指南与技巧'), t('After-sales as promised', '标准售后')],
      channel: t('mail and site', '邮件、网站'),
      owner: t('service team', '客服团队'),
      cadence: t('After the purchase', '购买后'),
      serviceLevel: t('Answer within a day', '1 天内回复'),
      cost: 5,
    },
  ],
});
