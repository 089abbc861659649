// What formulas refuse, with the code and what to write instead. The words are those the editor says.
import type { LocalText } from '@tierflow/definition';

interface Refused {
  readonly formula: string;
  readonly code: string;
  readonly instead?: string;
}

interface RefusedGroup {
  readonly title: LocalText;
  readonly cases: readonly Refused[];
}

const answers: RefusedGroup = {
  title: { en: 'Answers that are not one value', 'zh-CN': '结果不是单个值' },
  cases: [
    { formula: 'orders', code: 'formula.lines-as-value', instead: '$count(orders)' },
    { formula: 'orders.sku', code: 'formula.values-as-value', instead: '$count($distinct(orders.sku))' },
    { formula: 'orders.amount > 100', code: 'formula.values-as-value', instead: '$exists(orders[amount > 100])' },
    { formula: '["new", "vip"]', code: 'formula.list-as-value', instead: '$join(["new", "vip"], ",")' },
    { formula: '{"level": level}', code: 'formula.record-as-value', instead: 'level' },
    { formula: '$uppercase', code: 'formula.function-as-value', instead: '$uppercase(name)' },
  ],
};

const types: RefusedGroup = {
  title: { en: 'Values of the wrong type, and null', 'zh-CN': '类型不符与 null' },
  cases: [
    { formula: '1 + "2"', code: 'formula.wants-number', instead: '1 + $number("2")' },
    { formula: 'visits = "3"', code: 'formula.compare-types', instead: 'visits = 3' },
    { formula: 'last_order - birthday', code: 'formula.wants-number', instead: '$daysBetween(birthday, last_order)' },
    { formula: 'last_order > "31/01/2024"', code: 'formula.date-literal', instead: 'last_order > "2024-01-31"' },
    { formula: 'vip ? 1 : "none"', code: 'formula.branch-types', instead: 'vip ? "1" : "none"' },
    { formula: 'vip > false', code: 'formula.order-boolean', instead: 'vip = true' },
    { formula: 'vip ? spend : null', code: 'formula.null', instead: 'vip ? spend' },
    { formula: 'city = null', code: 'formula.null-comparison', instead: '$not($exists(city))' },
  ],
};

const names: RefusedGroup = {
  title: { en: 'Names and signs', 'zh-CN': '名称与符号' },
  cases: [
    { formula: 'spent > 1', code: 'formula.unknown-name-close', instead: 'spend > 1' },
    { formula: '$count(orders[visits > 1])', code: 'formula.name-of-customer', instead: '$count(orders[qty > $$.visits])' },
    { formula: '$uppercas(name)', code: 'formula.unknown-function-close', instead: '$uppercase(name)' },
    { formula: 'uppercase(name)', code: 'formula.call-without-dollar', instead: '$uppercase(name)' },
    { formula: 'spend == 1', code: 'formula.slip', instead: 'spend = 1' },
    { formula: 'spend > 1 && vip', code: 'formula.slip', instead: 'spend > 1 and vip' },
    { formula: '!vip', code: 'formula.slip', instead: '$not(vip)' },
    { formula: 'spend＞1', code: 'formula.slip', instead: 'spend > 1' },
  ],
};

const lines: RefusedGroup = {
  title: { en: 'Lines', 'zh-CN': '明细' },
  cases: [
    { formula: '$count(orders.*)', code: 'formula.unsupported.wildcard', instead: '$count(orders.amount)' },
    { formula: '$count(**.amount)', code: 'formula.unsupported.descendant', instead: '$count(orders.amount)' },
    { formula: '$sum(orders.(amount * %.points))', code: 'formula.unsupported.parent', instead: '$sum(orders.(amount * $$.points))' },
    { formula: '$count(orders@$o.sku)', code: 'formula.unsupported.focus', instead: '$count($map(orders, function($o) { $o.sku }))' },
    { formula: '$count(orders#$i.sku)', code: 'formula.unsupported.index', instead: '$count(orders.sku)' },
    {
      formula: 'orders{sku: $sum(amount)}',
      code: 'formula.unsupported.group',
      instead: '$sum(orders[sku = "A-1"].amount)',
    },
    { formula: 'orders ~> |$|{"amount": 0}|', code: 'formula.unsupported.transform' },
    { formula: '$sum(orders[qty].amount)', code: 'formula.predicate-number', instead: '$sum(orders[qty > 0].amount)' },
    { formula: '$sum(orders.(1))', code: 'formula.step-constant', instead: '$count(orders)' },
    { formula: '$count(orders[true])', code: 'formula.predicate-constant', instead: '$count(orders)' },
    {
      formula: '$count(orders[amount >= $average($$.orders.amount)])',
      code: 'formula.aggregate-inside',
    },
  ],
};

const functions: RefusedGroup = {
  title: { en: 'Lists and functions', 'zh-CN': '列表与函数' },
  cases: [
    {
      formula: '$reduce([points, visits], function($a, $b) { $a + $b })',
      code: 'formula.reduce-missing',
      instead: '$reduce([points ?? 0, visits ?? 0], function($a, $b) { $a + $b })',
    },
    { formula: '$sum([orders.amount, 5])', code: 'formula.list-item', instead: '($sum(orders.amount) ?? 0) + 5' },
    { formula: '$sum([1..20000])', code: 'formula.list-too-long' },
    { formula: '{level: 3}.gold', code: 'formula.object-key', instead: '{"gold": 3}.gold' },
    {
      formula: '($f := function($n) { $n <= 1 ? 1 : $n * $f($n - 1) }; $f(visits))',
      code: 'formula.recursion',
      instead: '$reduce([1..5], function($a, $b) { $a * $b })',
    },
    { formula: '$round()', code: 'formula.argument-count', instead: '$round(spend)' },
  ],
};

const texts: RefusedGroup = {
  title: { en: 'Texts and regular expressions', 'zh-CN': '文本与正则表达式' },
  cases: [
    { formula: '$contains(code, /a(?=b)/)', code: 'formula.regex.look-around', instead: '$contains(code, /ab/)' },
    { formula: '$contains(code, /(a)\\1/)', code: 'formula.regex.back-reference', instead: '$contains(code, /aa/)' },
    { formula: '$contains(code, /(?<part>a)/)', code: 'formula.regex.named-group', instead: '$contains(code, /(a)/)' },
    { formula: '$replace(code, /x*/, "-")', code: 'formula.regex.empty', instead: '$replace(code, /x+/, "-")' },
    { formula: '$replace(code, "", "-")', code: 'formula.replace-empty' },
    { formula: '$split(note, /,/)[0]', code: 'formula.split-separator', instead: '$split(note, ",")[0]' },
    { formula: '$formatNumber(spend, code)', code: 'formula.picture-constant', instead: '$formatNumber(spend, "0.00")' },
    { formula: '$startOf(last_order, "decade")', code: 'formula.unit', instead: '$startOf(last_order, "year")' },
  ],
};

export const refusals: readonly RefusedGroup[] = [answers, types, names, lines, functions, texts];
