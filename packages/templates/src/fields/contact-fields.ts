// Fields of customers: how they are reached, how fresh that is, and what they agreed to.
import type { FieldRow } from './row.ts';

export const contactFields: readonly FieldRow[] = [
  [
    'phone',
    'string',
    'Phone',
    '手机号',
    'reaches the customer, and is checked for form',
    '用于联系客户，并校验格式',
    'mobile phone_number tel cell 手机 手机号 电话 联系电话',
  ],
  ['email', 'string', 'E-mail', '邮箱', 'reaches the customer', '用于联系客户', 'mail email_address e_mail 邮件 邮箱 电子邮箱'],
  ['age', 'number', 'Age', '年龄', 'is checked for values that cannot be', '校验不合理的取值', 'years_old customer_age 年龄 岁数'],
  [
    'updated_on',
    'date',
    'Data confirmed on',
    '资料更新日期',
    'says how fresh the data are',
    '衡量资料的时效性',
    'updated_at last_updated modified_at confirmed_on 更新日期 更新时间 资料更新时间',
  ],
  [
    'consent',
    'boolean',
    'Consent to contact',
    '营销授权',
    'says whether marketing is allowed',
    '是否允许营销触达',
    'opt_in marketing_consent permission subscribed 授权 同意营销 是否同意',
  ],
  [
    'consented_on',
    'date',
    'Consent given on',
    '授权日期',
    'tells old consents from new ones',
    '区分新旧授权',
    'consent_date opt_in_date consented_at 授权时间 同意日期',
  ],
  [
    'last_contact',
    'date',
    'Last contact',
    '最近联系日期',
    'is compared with the cadence of the tier',
    '与该级约定的联系频率比较',
    'last_contacted contacted_on last_call 最近联系 上次联系 最近回访',
  ],
];
