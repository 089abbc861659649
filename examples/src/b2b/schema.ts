// The columns of the B2B example: accounts and their deals.
import { column, type FileInfo } from '../schema.ts';

export const b2bAccounts: FileInfo = {
  name: 'accounts',
  key: 'account_id',
  columns: [
    column('account_id', 'string', 'Account number', '客户编号'),
    column('company', 'string', 'Company', '公司名称'),
    column('industry', 'string', 'Industry', '行业'),
    column('employees', 'number', 'Employees', '员工人数'),
    column('revenue_cny', 'number', 'Yearly revenue, yuan', '年营业额(元)'),
    column('region', 'string', 'Region', '大区'),
    column('province', 'string', 'Province', '省份'),
    column('city', 'string', 'City', '城市'),
    column('status', 'string', 'Status: customer, prospect, lost', '合作状态'),
    column('customer_since', 'date', 'Customer since', '首次合作日期'),
    column('tenure_years', 'number', 'Years of cooperation', '合作年限'),
    column('contract_value', 'number', 'Contract value of a year, yuan', '年度合同额(元)'),
    column('growth', 'number', 'Growth of their purchases in a year, 0.12 = 12 %', '采购额年增长率'),
    column('payment_days', 'number', 'Days to payment, average', '平均回款天数'),
    column('satisfaction', 'number', 'Satisfaction in the last survey, 1 to 10', '最近一次调查的满意度(1–10)'),
    column('nps', 'number', 'Would recommend, 0 to 10', '推荐意愿(0–10)'),
    column('support_tickets', 'number', 'Support tickets, last 12 months', '近 12 个月工单数'),
    column('open_complaints', 'number', 'Open complaints', '未结投诉'),
    column('products_held', 'number', 'Product lines in use', '在用产品线数'),
    column('tech_level', 'string', 'Technical level: high, middle, low', '技术水平'),
    column('competitor_share', 'number', 'Share bought from competitors, 0 to 1', '竞品份额'),
    column('preferred_channel', 'string', 'Preferred channel: visit, phone, email, WeChat Work, trade fair', '偏好的沟通渠道'),
    column('account_manager', 'string', 'Account manager', '客户经理'),
    column('do_not_contact', 'boolean', 'Asked not to be contacted', '要求勿扰'),
  ],
};

export const b2bDeals: FileInfo = {
  name: 'deals',
  key: 'deal_id',
  customer: 'account_id',
  time: 'closed_on',
  columns: [
    column('deal_id', 'string', 'Deal number', '商机编号'),
    column('account_id', 'string', 'Account number', '客户编号'),
    column('closed_on', 'date', 'Closed on', '关闭日期'),
    column('stage', 'string', 'Outcome: won, lost', '结果'),
    column('type', 'string', 'Kind: new, renewal, expansion', '类型'),
    column('product', 'string', 'Product line', '产品线'),
    column('amount', 'number', 'Amount, yuan', '金额(元)'),
  ],
};
