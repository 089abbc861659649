// Templates against data of other names: what is found by itself, what is named as missing, and that the mapped flow counts the same.
import { expect, test } from 'vitest';
import { type AvailableSet, exampleMapping, flowOfTemplate, matchTemplate, missingFields, templates, worlds } from '../src/index.ts';

const template = (id: string) => {
  const found = templates.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

const column = (name: string, type: 'string' | 'number' | 'date' | 'datetime' | 'boolean') => ({ name, type });

const chinese: readonly AvailableSet[] = [
  { name: 'suppliers', kind: 'customers', key: '供应商', customer: null, time: null, columns: [column('供应商', 'string')] },
  {
    name: '会员',
    kind: 'customers',
    key: '会员号',
    customer: null,
    time: null,
    columns: [column('会员号', 'number'), column('最近登录', 'datetime'), column('访问次数', 'number'), column('手机', 'string')],
  },
  {
    name: 'visits',
    kind: 'collection',
    key: null,
    customer: '访客',
    time: '日期',
    columns: [column('访客', 'string'), column('日期', 'date')],
  },
  {
    name: '销售',
    kind: 'collection',
    key: null,
    customer: '会员号',
    time: '支付时间',
    columns: [column('会员号', 'number'), column('支付时间', 'datetime'), column('实付金额（元）', 'number'), column('备注', 'string')],
  },
];

test('columns are found by role, title and other names in Chinese; the field that is missing is named with its purpose', () => {
  const mapping = matchTemplate(template('shop-activity'), chinese);
  expect(mapping).toEqual({
    customers: {
      dataset: '会员',
      columns: { customer_id: column('会员号', 'number'), last_seen: column('最近登录', 'datetime'), visits: column('访问次数', 'number') },
    },
    orders: {
      dataset: '销售',
      columns: {
        customer_id: column('会员号', 'number'),
        ordered_at: column('支付时间', 'datetime'),
        amount: column('实付金额（元）', 'number'),
      },
    },
  });
  const missing = missingFields(template('shop-activity'), mapping);
  expect(missing.map(({ field }) => [field.name, field.purpose['zh-CN']])).toEqual([['reviews', '以评价数衡量参与度']]);
});

test('a mapped template declares data set, columns and types as they are; its own words stay in nodes', () => {
  const mapping = matchTemplate(template('rfm'), chinese);
  expect(missingFields(template('rfm'), mapping)).toEqual([]);
  const flow = flowOfTemplate(template('rfm'), { id: 'mine', timeZone: 'Asia/Shanghai', language: 'zh-CN', mapping });
  expect(flow.data?.['orders']).toEqual({
    dataset: '销售',
    customer: 'customer_id',
    time: 'ordered_at',
    fields: [
      { name: 'customer_id', type: 'string', column: '会员号' },
      { name: 'ordered_at', type: 'datetime', column: '支付时间' },
      { name: 'amount', type: 'number', column: '实付金额（元）' },
    ],
  });
  expect(flow.playbooks?.[0]).toMatchObject({ channel: '电话、企业微信', owner: '大客户组' });
});

test('without any data set everything is missing, and nothing is guessed', () => {
  const mapping = matchTemplate(template('hotel'), []);
  expect(mapping).toEqual({});
  expect(missingFields(template('hotel'), mapping).map(({ set, field }) => `${set.name}.${field.name}`)).toEqual([
    'customers.customer_id',
    'stays.customer_id',
    'stays.check_in',
    'stays.nights',
    'stays.amount',
  ]);
});

test.each(templates.map((one) => [one.id, one] as const))(
  '%s has its fields in its example data, words in both languages, an article',
  (_, one) => {
    const available = worlds[one.example]().map((set): AvailableSet => {
      const { name, key = null, customer = null, time = null, columns } = set;
      return { name: `${one.example}-${name}`, kind: customer === null ? 'customers' : 'collection', key, customer, time, columns };
    });
    expect(matchTemplate(one, available)).toEqual(exampleMapping(one));
    const texts = [
      one.title,
      one.about,
      one.ours,
      ...one.playbooks.flatMap(({ title, actions, channel, owner, cadence }) => [title, channel, owner, cadence, ...actions]),
    ];
    for (const text of texts) {
      expect(text.en).toMatch(/[a-z]/i);
      expect(text['zh-CN'] ?? '').toMatch(/\p{Script=Han}|VIP/u);
      expect(text['zh-CN']).not.toMatch(/[一-鿿][,;:?!]|您/);
    }
  },
);
