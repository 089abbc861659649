// Data sets as templates ask for them: fields by name, out of the one list of fields.
import type { LocalText } from '@tierflow/definition';
import { t } from '../define-template.ts';
import type { TemplateField, TemplateSet } from '../template.ts';
import { customerFields } from './customer-fields.ts';
import { lineFields } from './line-fields.ts';
import type { FieldRow } from './row.ts';

/** The customers, with the fields named; the key comes by itself. */
export function customers(...names: readonly string[]): TemplateSet {
  return {
    name: 'customers',
    title: t('Customers', '客户'),
    synonyms: ['customer', 'clients', 'members', 'users', 'accounts', 'guests', '客户', '会员', '用户', '客户表', '会员表'],
    key: 'customer_id',
    fields: ['customer_id', ...names].map((name) => fieldOf(name, customerFields)),
  };
}

const sets = {
  orders: {
    title: t('Orders', '订单'),
    synonyms: ['order', 'purchases', 'transactions', 'sales', 'payments', '订单', '消费记录', '交易', '购买记录', '订单表'],
  },
  stays: { title: t('Stays', '入住记录'), synonyms: ['stay', 'bookings', 'reservations', '入住', '住宿记录', '预订', '订房'] },
  lessons: {
    title: t('Learning events', '学习记录'),
    synonyms: ['lesson', 'events', 'activities', 'learning', '学习', '学习行为', '课时', '事件'],
  },
} as const satisfies Readonly<Record<string, { readonly title: LocalText; readonly synonyms: readonly string[] }>>;

/** Lines of customers; customer and day come by themselves. */
export function lines(name: keyof typeof sets, time: string, ...names: readonly string[]): TemplateSet {
  return {
    name,
    ...sets[name],
    customer: 'customer_id',
    time,
    fields: ['customer_id', time, ...names].map((field) => fieldOf(field, lineFields)),
  };
}

function fieldOf(name: string, rows: readonly FieldRow[]): TemplateField {
  const row = rows.find(([field]) => field === name);
  if (row === undefined) throw new RangeError(`no field ${name}`);
  const [, type, en, zh, purpose, zhPurpose, synonyms] = row;
  return { name, type, title: t(en, zh), purpose: t(purpose, zhPurpose), synonyms: synonyms.split(' ') };
}
