// Data with a hundred fields and three collections, and a formula of two thousand characters over them.

const customers = 2_000;
const lines = 6_000;

const fields: readonly string[] = [
  'customer_id',
  ...Array.from({ length: 60 }, (_, at) => `measure_${two(at)}`),
  ...Array.from({ length: 14 }, (_, at) => `label_${two(at)}`),
  ...Array.from({ length: 5 }, (_, at) => `day_${at}`),
  ...Array.from({ length: 20 }, (_, at) => `第${at + 1}季消费金额`),
];
const lineFields = ['line_id', 'customer_id', 'at', 'amount', 'quantity', 'status', 'channel', 'discount', 'note'] as const;

export const collections = ['orders', 'visits', 'tickets'] as const;

/** The customers as a table in text. */
export function customersCsv(): string {
  return csv(fields, customers, (field, row, at) => (field === 'customer_id' ? `C${row}` : cellOf(field, row * 31 + at * 17)));
}

/** One collection as a table in text; its lines belong to the customers. */
export function linesCsv(): string {
  return csv(lineFields, lines, (field, row, at) =>
    field === 'line_id' ? `L${row}` : field === 'customer_id' ? `C${(row * 7) % customers}` : cellOf(field, row * 13 + at * 5),
  );
}

function cellOf(field: string, seed: number): string {
  const pick = (items: readonly string[]) => items[seed % items.length] ?? '';
  if (field === 'at' || field.startsWith('day')) return `2026-0${(seed % 9) + 1}-1${seed % 10}`;
  if (field.startsWith('label') || field === 'note') return pick(['north', 'south', 'east', 'west', '北京']);
  if (field === 'status') return pick(['paid', 'open', 'returned']);
  if (field === 'channel') return pick(['shop', 'app', 'phone']);
  return String((seed % 10_000) / 10);
}

function csv(columns: readonly string[], rows: number, cell: (column: string, row: number, at: number) => string): string {
  const body = Array.from({ length: rows }, (_, row) => columns.map((column, at) => cell(column, row, at)).join(','));
  return [columns.join(','), ...body].join('\n');
}

/** A formula of this length without a mistake: terms over fields, Chinese names, and lines of three collections. */
export function longFormula(length: number): string {
  const terms: string[] = [];
  const written = () => terms.join(' + ');
  while (written().length < length - 75) terms.push(termOf(terms.length));
  return `${written()} + `.padEnd(length - 'measure_00'.length).concat('measure_00');
}

function termOf(at: number): string {
  const measure = `measure_${two(at % 60)}`;
  if (at % 3 === 0) return `$round(${measure} / (measure_${two((at * 7) % 60)} + 1), 2)`;
  if (at % 3 === 1) return `(label_${two(at % 14)} = "north" ? 第${(at % 20) + 1}季消费金额 : ${measure})`;
  return `$sum(${collections[at % collections.length]}[status = "paid" and amount > ${at}].(amount * quantity))`;
}

function two(at: number): string {
  return String(at).padStart(2, '0');
}
