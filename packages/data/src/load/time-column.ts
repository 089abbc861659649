// A column that the caller named as the time is read as one, even if some of its cells are not: their rows are rejected.
import { ABSENT_DAY } from '../columns/absent-day.ts';
import { arranged, type StoredColumn } from '../generation/stored-column.ts';
import { type DayOrder, parseMoment } from '../values/moment.ts';
import { type Clockwork, type Rule, readDate, readDatetime, ruleName } from '../values/rule.ts';
import type { RejectLog } from './rejects.ts';

type MomentRule = Rule & { type: 'date' | 'datetime' };

const ORDERS: readonly DayOrder[] = ['ymd', 'dmy', 'mdy'];

/** The rule that most of the texts obey; undefined where fewer than half obey any, or where day and month cannot be told apart. */
function majorityRule(texts: readonly string[]): MomentRule | undefined {
  const [best, next] = ORDERS.map((order) => {
    const moments = texts.flatMap((text) => parseMoment(text.trim(), order) ?? []);
    return { order, count: moments.length, timed: moments.some((moment) => moment.time !== undefined) };
  }).sort((a, b) => b.count - a.count);
  if (best === undefined || best.count * 2 < texts.length || best.count === 0 || best.count === next?.count) return undefined;
  return best.timed
    ? { type: 'datetime', order: best.order, zone: 'any', strict: true }
    : { type: 'date', order: best.order, strict: true };
}

interface Cells {
  readonly data: StoredColumn['data'];
  /** Codes that are no moments. */
  readonly bad: Uint8Array;
}

function converted(data: StoredColumn['data'] & { type: 'string' }, texts: readonly string[], rule: MomentRule, clock: Clockwork): Cells {
  const bad = new Uint8Array(texts.length);
  const values = new Float64Array(texts.length).fill(Number.NaN);
  texts.forEach((text, code) => {
    if (text.trim() === '') return;
    const value = rule.type === 'date' ? readDate(text.trim(), rule, clock) : readDatetime(text.trim(), rule, clock);
    if (value === undefined) bad[code] = 1;
    else values[code] = value;
  });
  if (rule.type === 'date')
    return {
      bad,
      data: {
        type: 'date',
        values: Int32Array.from(data.codes, (code) => values[code] ?? Number.NaN).map((day, row) =>
          Number.isNaN(values[data.codes[row] as number]) ? ABSENT_DAY : day,
        ),
      },
    };
  const moments = Float64Array.from(data.codes, (code) => values[code] as number);
  return {
    bad,
    data: { type: 'datetime', values: moments, days: Int32Array.from(moments, (ms) => (ms === ms ? clock.civilDay(ms) : ABSENT_DAY)) },
  };
}

export interface TimedRows {
  readonly columns: readonly StoredColumn[];
  readonly lines: Uint32Array;
}

/** The columns with `name` read as days or moments; unchanged where it already is, or where it cannot be. */
export function withTime({ columns, lines }: TimedRows, name: string, rejects: RejectLog, clock: Clockwork): TimedRows {
  const index = columns.findIndex((column) => column.name === name);
  const column = columns[index];
  if (column === undefined || column.data.type !== 'string' || !column.inferred) return { columns, lines };
  const { data } = column;
  const texts = Array.from({ length: data.dictionary.size }, (_, code) => (code === 0 ? '' : data.dictionary.text(code)));
  const rule = majorityRule(texts.filter((text) => text.trim() !== ''));
  if (rule === undefined) return { columns, lines };
  const { data: moments, bad } = converted(data, texts, rule, clock);
  const kept: number[] = [];
  data.codes.forEach((code, row) => {
    if (bad[code] === 0) kept.push(row);
    else rejects.add({ line: lines[row] ?? 0, column: name, reason: `value.${rule.type}`, raw: (texts[code] ?? '').slice(0, 200) });
  });
  const order = Uint32Array.from(kept);
  const next = columns.with(index, { ...column, rule: ruleName(rule), data: moments });
  return { columns: next.map((own) => arranged(own, order)), lines: order.map((row) => lines[row] as number) };
}
