// The examples of the chapters before the functions. All are run like those of the functions.
import type { FunctionExample } from '../../src/index.ts';

const anInstant = '2024-01-31T18:30:00Z';

export const chapterExamples: Readonly<Record<string, readonly FunctionExample[]>> = {
  values: [
    { formula: '10 / 4', answer: 2.5 },
    { formula: '0.1 + 0.2 = 0.3', answer: false },
    { formula: '$round(0.1 + 0.2, 2) = 0.3', answer: true },
    { formula: '"say \\"hi\\""', answer: 'say "hi"' },
    { formula: "'gold'", answer: 'gold' },
    { formula: '1 + $number(code)', on: { code: '41' }, answer: 42 },
  ],
  names: [
    { formula: 'spend / 100', on: { spend: 1280 }, answer: 12.8 },
    { formula: '城市 = "上海"', on: { 城市: '上海' }, answer: true },
    { formula: '`annual income` / 12', on: { 'annual income': 120000 }, answer: 10000 },
    { formula: 'address.zip', on: { 'address.zip': '200000' }, answer: '200000' },
    {
      formula: 'address.(city & " " & zip)',
      on: { 'address.city': 'Shanghai', 'address.zip': '200000' },
      answer: 'Shanghai 200000',
    },
  ],
  missing: [
    { formula: 'spend + points', on: { spend: 3 }, answer: null },
    { formula: 'spend > 10', answer: null },
    { formula: 'spend > 10 ? "yes" : "no"', answer: 'no' },
    { formula: 'spend = 10', answer: false },
    { formula: 'spend != 10', answer: false },
    { formula: '$not(spend = 10)', answer: true },
    { formula: 'city in ["Beijing", "Shanghai"]', answer: false },
    { formula: 'city & "-" & level', on: { city: 'Shanghai' }, answer: 'Shanghai-' },
    { formula: 'spend > 10 or vip', on: { vip: true }, answer: true },
    { formula: '$exists(spend)', answer: false },
    { formula: 'spend ?? 0', answer: 0 },
    { formula: 'vip ? 100', on: { vip: false }, answer: null },
  ],
  dates: [
    { formula: 'last_order >= "2024-01-31"', on: { last_order: '2024-03-01' }, answer: true },
    { formula: '$daysSince(last_order) <= 90', on: { last_order: '2024-06-18' }, answer: true },
    { formula: '$date(seen_at)', on: { seen_at: anInstant }, answer: '2024-02-01' },
    { formula: 'seen_at >= "2024-02-01"', on: { seen_at: anInstant }, answer: true, unlike: 'instants' },
    { formula: '$month(birthday) = $month($asOf())', on: { birthday: '1990-06-12' }, answer: true },
  ],
  collections: [
    { formula: '$count(orders)', answer: 4 },
    { formula: '$sum(orders[status = "paid"].amount)', answer: 430 },
    { formula: '$sum(orders[status = "paid"][amount > 200].amount)', answer: 310 },
    { formula: '$sum(orders.(amount * qty))', answer: 630 },
    { formula: '$count(orders[amount > $$.points])', on: { points: 100 }, answer: 2 },
    { formula: '$count(orders[day >= $addDays($asOf(), -30)])', answer: 2 },
    { formula: '(orders^(day).sku)[0]', answer: 'A-1' },
    { formula: '(orders^(>amount).sku)[0]', answer: 'A-1' },
    { formula: 'orders[status = "paid"][-1].amount', answer: 310 },
    { formula: 'orders[7].sku', answer: null },
    { formula: '310 in orders.amount', answer: true },
    { formula: '$count(orders)', on: { orders: [{ day: '2024-06-01' }, { day: '2024-07-10' }] }, answer: 1, unlike: 'as-of' },
    { formula: '($sum(orders.amount) ?? 0) >= 500', answer: true },
  ],
  lists: [
    { formula: 'city in ["Beijing", "Shanghai"]', on: { city: 'Shanghai' }, answer: true },
    { formula: 'visits in [1..5]', on: { visits: 3 }, answer: true },
    { formula: '$max([spend, points])', on: { spend: 3, points: 9 }, answer: 9 },
    { formula: '$lookup({"gold": 3, "silver": 2}, level) ?? 1', on: { level: 'silver' }, answer: 2 },
    { formula: '{"gold": 3, "silver": 2}.gold', answer: 3 },
  ],
  texts: [
    { formula: 'name & ", " & city', on: { name: 'Li Wei', city: 'Shanghai' }, answer: 'Li Wei, Shanghai' },
    { formula: '"vip" in $split(tags, ",")', on: { tags: 'new,vip' }, answer: true },
    { formula: '$trim(city) = "" ? "none" : city', on: { city: ' ' }, answer: 'none' },
    { formula: '"B" < "a"', answer: true },
  ],
  patterns: [
    { formula: '$contains(phone, /^1[3-9][0-9]{9}$/)', on: { phone: '13812345678' }, answer: true },
    { formula: '$contains(note, /\\bvip\\b/i)', on: { note: 'is VIP now' }, answer: true },
    { formula: '$contains(note, /[一-龥]/)', on: { note: '来自上海' }, answer: true },
    { formula: '$match(code, /^([A-Z]+)-([0-9]+)$/)[0].groups[1]', on: { code: 'VIP-0042' }, answer: '0042' },
    { formula: '$replace(note, /\\s+/, " ")', on: { note: 'a  b' }, answer: 'a b' },
  ],
  variables: [
    {
      formula: '($total := $sum(orders.amount); $total > 500 ? "high" : $total > 100 ? "middle" : "low")',
      answer: 'high',
    },
    { formula: '($net := function($o) { $o.amount * $o.qty }; $sum($map(orders, $net)))', answer: 630 },
    { formula: 'name ~> $substring(0, 2) ~> $uppercase()', on: { name: 'li wei' }, answer: 'LI' },
    { formula: '($area := $substring(?, 0, 3); $area(phone) = "138")', on: { phone: '13812345678' }, answer: true },
    { formula: '$sum(orders.amount) /* all of them */', answer: 510 },
  ],
  errors: [
    { formula: 'spend / visits', on: { spend: 100, visits: 0 }, error: 'number.not-finite' },
    { formula: 'visits != 0 ? spend / visits', on: { spend: 100, visits: 0 }, answer: null },
    { formula: '$number(code) > 10', on: { code: 'n/a' }, error: 'number.unreadable' },
    { formula: '$contains(code, /^[0-9]+$/) ? $number(code) : 0', on: { code: 'n/a' }, answer: 0 },
  ],
};
