// A shop small enough to count by hand: ten customers, their orders, and a flow that grades them.
import type { Flow } from '@tierflow/flow';

export const customersCsv = `customer_id,name,region,age
C01,Li Wei,north,34
C02,Wang Fang,south,
C03,Zhang Min,north,51
C04,Chen Jie,east,28
C05,Zhao Lei,south,45
C06,Sun Li,,39
C07,Zhou Tao,north,22
C08,Wu Na,east,60
C09,Xu Bo,south,33
C10,Ma Yun,north,47
`;

export const ordersCsv = `order_id,customer_id,ordered_at,amount
1,C01,2026-10-01 10:00:00,120.5
2,C01,2026-10-20 11:00:00,80
3,C02,2026-09-05 12:00:00,30
4,C03,2026-10-31 09:30:00,500
5,C03,2026-10-02 09:30:00,250
6,C03,2026-08-02 09:30:00,75
7,C05,2026-07-15 18:00:00,40
8,C07,2026-10-11 20:00:00,60
9,C08,2026-10-12 20:00:00,999
10,C10,2026-06-01 08:00:00,15
`;

export const shopFlow: Flow = {
  format: 'tierflow/flow@1',
  id: 'small-shop',
  title: { en: 'Small shop', 'zh-CN': '小店' },
  timeZone: 'Asia/Shanghai',
  data: {
    customers: {
      key: 'customer_id',
      fields: [
        { name: 'customer_id', type: 'string' },
        { name: 'name', type: 'string' },
        { name: 'region', type: 'string' },
        { name: 'age', type: 'number' },
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
    { id: 'src', kind: 'source', config: { data: 'customers' } },
    {
      id: 'sums',
      kind: 'aggregate',
      config: {
        from: 'orders',
        features: [
          { name: 'orders', fn: 'count' },
          { name: 'spent', fn: 'sum', value: 'amount' },
        ],
      },
    },
    {
      id: 'known',
      kind: 'filter',
      config: {
        where: {
          all: [
            { field: 'region', op: 'isNotEmpty' },
            { field: 'age', op: 'ge', value: 25 },
          ],
        },
      },
    },
    {
      id: 'tiers',
      kind: 'tiers',
      config: {
        on: 'spent',
        bands: [
          { id: 'gold', title: { en: 'Gold', 'zh-CN': '黄金' }, from: 200 },
          { id: 'silver', title: { en: 'Silver', 'zh-CN': '白银' }, from: 20 },
        ],
      },
    },
    { id: 'thanks', kind: 'playbook', config: { playbook: 'thanks' } },
  ],
  edges: [
    { from: 'src', to: 'sums' },
    { from: 'sums', to: 'known' },
    { from: 'known', port: 'match', to: 'tiers' },
    { from: 'tiers', port: 'gold', to: 'thanks' },
  ],
  playbooks: [{ id: 'thanks', title: { en: 'Thanks', 'zh-CN': '感谢' } }],
};
