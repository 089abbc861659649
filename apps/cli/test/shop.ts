// A small shop: twelve customers with orders, and a flow that grades them, for tests of the commands.
import { file } from './support.ts';

export const shopFlow = {
  format: 'tierflow/flow@1',
  id: 'shop',
  title: { en: 'Shop', 'zh-CN': '商店' },
  timeZone: 'Asia/Shanghai',
  data: {
    customers: {
      key: 'customer_id',
      fields: [
        { name: 'customer_id', type: 'string' },
        { name: 'city', type: 'string' },
        { name: 'subscribed', type: 'boolean' },
      ],
    },
    orders: {
      key: 'order_id',
      customer: 'customer_id',
      time: 'ordered_at',
      fields: [
        { name: 'order_id', type: 'string' },
        { name: 'customer_id', type: 'string' },
        { name: 'ordered_at', type: 'datetime' },
        { name: 'amount', type: 'number' },
      ],
    },
  },
  nodes: [
    { id: 'src', kind: 'source', title: 'Everybody', config: { data: 'customers' } },
    { id: 'open', kind: 'filter', title: 'Subscribed', config: { where: { field: 'subscribed', op: 'eq', value: true } } },
    {
      id: 'sums',
      kind: 'aggregate',
      title: 'Spent',
      config: {
        from: 'orders',
        features: [
          { name: 'spent', fn: 'sum', value: 'amount' },
          { name: 'last_day', fn: 'last', value: 'ordered_at' },
        ],
      },
    },
    {
      id: 'tiers',
      kind: 'tiers',
      title: 'Tiers',
      config: {
        on: 'spent',
        topShare: [
          { id: 'gold', title: { en: 'Gold', 'zh-CN': '黄金' }, share: 0.3 },
          { id: 'silver', title: { en: 'Silver', 'zh-CN': '白银' }, share: 0.7 },
        ],
      },
    },
    { id: 'call', kind: 'playbook', title: 'Call', config: { playbook: 'call', priority: 1 } },
  ],
  edges: [
    { from: 'src', to: 'open' },
    { from: 'open', port: 'match', to: 'sums' },
    { from: 'sums', to: 'tiers' },
    { from: 'tiers', port: 'gold', to: 'call' },
  ],
  playbooks: [{ id: 'call', title: { en: 'Call', 'zh-CN': '致电' } }],
};

const customers = `customer_id,city,subscribed
001,北京,true
002,"Paris, France",true
003,=1+2,true
004,上海,true
005,,true
006,Köln,true
007,Köln,true
008,Köln,true
009,Köln,true
010,Köln,true
011,Köln,false
012,Köln,
`;

/** Customer 00N spent N tens, in one order per customer; 005 never bought, one line belongs to nobody, one is broken. */
const orders = `order_id,customer_id,ordered_at,amount
a,001,2026-01-01 10:00:00,10.5
b,002,2026-01-02 10:00:00,20
c,003,2026-01-03 10:00:00,30
d,004,2026-01-04 10:00:00,40
f,006,2026-01-06 10:00:00,60
g,007,2026-01-07 10:00:00,70
h,008,2026-01-08 10:00:00,80
i,009,2026-01-09 10:00:00,90
j,010,2026-01-10 10:00:00,0.1
k,010,2026-01-10 23:30:00,0.2
l,011,2026-01-11 10:00:00,1000
m,,2026-01-11 10:00:00,1
n,009,2026-01-09 10:00:00
`;

export interface Shop {
  readonly flow: string;
  readonly data: readonly string[];
  readonly orders: string;
}

/** Writes the shop's files into a directory. */
export function shop(dir: string, flow: object = shopFlow): Shop {
  const ordersFile = file(dir, 'orders.csv', orders);
  return {
    flow: file(dir, 'flow.json', flow),
    data: ['--data', `customers=${file(dir, 'customers.csv', customers)}`, '--data', `orders=${ordersFile}`],
    orders: ordersFile,
  };
}
