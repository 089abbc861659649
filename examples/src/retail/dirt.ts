// The rows that an import has to refuse, as they turn up in files from the office: cells missing, cells too many,
// numbers that are none. Fixed in number, spread over the file; they come on top of the good rows.
import type { Cell } from '../csv-file.ts';

/** A bad row and where it goes: after this share of the customers. */
export interface BadRow {
  readonly after: number;
  readonly cells: readonly Cell[];
}

export const badCustomers: readonly BadRow[] = [
  { after: 0.21, cells: ['C9900001', '王小明', '138****0001'] },
  { after: 0.47, cells: ['C9900002', '李雷'] },
  { after: 0.66, cells: [...customer('C9900003', '12'), '备注:重复登记', '2'] },
  { after: 0.83, cells: customer('C9900004', '很多') },
  { after: 0.92, cells: customer('C9900005', '3O') },
];

export const badOrders: readonly BadRow[] = [
  { after: 0.11, cells: ['X0000001', 'C0000007', '2025-03-02 10:11:12'] },
  { after: 0.18, cells: ['X0000002', 'C0000019', '2025-03-09 20:01:02', '128.00', 'tea'] },
  { after: 0.27, cells: ['X0000003'] },
  { after: 0.33, cells: [...order('X0000004', '88.00'), '加急', '1'] },
  { after: 0.41, cells: [...order('X0000005', '236.50'), ''] },
  { after: 0.52, cells: order('X0000006', '三百') },
  { after: 0.58, cells: order('X0000007', '1.2.3') },
  { after: 0.63, cells: order('X0000008', '约 300') },
  { after: 0.71, cells: order('X0000009', '12O.50') },
  { after: 0.79, cells: order('X0000010', '25 元起') },
  { after: 0.86, cells: [...order('X0000011', '59.90'), '', '', ''] },
  { after: 0.95, cells: ['X0000012', 'C0000023', '2026-08-30 09:00:00', '45.00'] },
];

/** The bad rows that follow customer `index` of `customers`. */
export function badAfter(rows: readonly BadRow[], index: number, customers: number): readonly BadRow[] {
  return rows.filter((row) => Math.floor(row.after * customers) === index);
}

function customer(id: string, visits: string): readonly Cell[] {
  return [
    id,
    '张伟',
    '139****0002',
    'male',
    '1990-05-01',
    '江苏省',
    '南京市',
    'store',
    '2024-06-01',
    '',
    0,
    0,
    '',
    0,
    '',
    true,
    false,
    visits,
    0,
  ];
}

function order(number: string, amount: string): readonly Cell[] {
  return [number, 'C0000011', '2025-06-18 12:00:00', amount, 'makeup', 1, '0.00', 'paid', 'online store', ''];
}
