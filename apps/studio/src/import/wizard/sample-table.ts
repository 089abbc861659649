// A small invented table, so that an import can be tried without a file at hand.

const rows = [
  ['customer_id', 'name', 'city', 'member_since', 'orders', 'spent', 'newsletter'],
  ['C001', 'Lin Wei', 'Shanghai', '2023-02-11', '14', '5210.50', 'yes'],
  ['C002', 'Anna Becker', 'Hamburg', '2024-06-30', '3', '312.00', 'no'],
  ['C003', '陈晓明', '广州', '2022-11-05', '27', '12480.90', 'yes'],
  ['C004', 'Marta Ruiz', 'Madrid', '2025-01-19', '1', '49.90', 'yes'],
  ['C005', '王芳', '成都', '2023-08-23', '9', '2760.00', 'no'],
  ['C006', 'Tom Fisher', 'Leeds', '2021-04-02', '0', '', 'no'],
  ['C007', '李娜', '杭州', '2024-03-14', '18', '8120.35', 'yes'],
  ['C008', 'Sofia Rossi', 'Torino', '2025-07-08', '2', '158.70', 'yes'],
  ['C009', '赵强', '北京', '2022-01-27', '33', '19870.00', 'yes'],
  ['C010', 'Jonas Berg', 'Oslo', '2023-12-12', '6', '', 'no'],
  ['C011', '孙丽', '武汉', '2024-10-01', '11', '3415.20', 'yes'],
  ['C012', 'Amélie Roux', 'Lyon', '2025-03-03', '4', '640.00', 'no'],
] as const;

/** Twelve customers as CSV. */
export const sampleTable: string = rows.map((row) => row.join(',')).join('\n');
