// Random formulas that mostly compile, grown by type, and random customers for them.
import type { Json } from '@tierflow/definition';
import fc from 'fast-check';

type Source = string;

const binary = (left: fc.Arbitrary<Source>, operators: readonly string[], right: fc.Arbitrary<Source>): fc.Arbitrary<Source> =>
  fc.tuple(left, fc.constantFrom(...operators), right).map(([a, operator, b]) => `(${a} ${operator} ${b})`);

const called = (names: readonly string[], ...args: readonly fc.Arbitrary<Source>[]): fc.Arbitrary<Source> =>
  fc.tuple(fc.constantFrom(...names), ...args).map(([name, ...values]) => `${name}(${values.join(', ')})`);

const oneOf = (first: fc.Arbitrary<Source>, ...rest: readonly fc.Arbitrary<Source>[]): fc.Arbitrary<Source> =>
  fc.oneof({ depthSize: 'small', maxDepth: 5 }, first, ...rest);

const numbers = ['0', '1', '2', '-1', '0.5', '2.5', '3', '10', '100', '-2.25'];
const texts = ['""', '"a"', '"b"', '"ab"', '"A B"', '"12"', '"中文"'];

/** Expressions over one line of `orders`; every one reads the line. */
const line = fc.letrec<{ number: Source; boolean: Source; text: Source }>((tie) => ({
  number: oneOf(
    fc.constantFrom('amount', 'qty'),
    binary(tie('number'), ['+', '-', '*'], fc.constantFrom(...numbers)),
    binary(tie('number'), ['+', '-', '*', '/'], tie('number')),
    called(['$abs', '$floor', '$ceil', '$round'], tie('number')),
    called(['$length'], tie('text')),
    fc.tuple(tie('boolean'), tie('number')).map(([test, value]) => `(${test} ? ${value} : qty)`),
  ),
  boolean: oneOf(
    fc.constantFrom(
      'gift',
      '(status = "paid")',
      '(status != "paid")',
      '(amount > 10)',
      '(qty <= 2)',
      '(sku in ["a", "b"])',
      '$exists(amount)',
    ),
    binary(tie('number'), ['=', '!=', '<', '>='], fc.oneof(fc.constantFrom(...numbers), tie('number'))),
    binary(tie('boolean'), ['and', 'or'], tie('boolean')),
    called(['$not', '$boolean'], tie('boolean')),
  ),
  text: oneOf(
    fc.constantFrom('sku', 'status'),
    binary(tie('text'), ['&'], fc.constantFrom(...texts)),
    called(['$uppercase', '$trim', '$string'], tie('text')),
  ),
}));

/** Lines of `orders`, perhaps filtered. */
const lines = fc.oneof(
  { depthSize: 'small' },
  fc.constant('orders'),
  line.boolean.map((test) => `orders[${test}]`),
  fc.tuple(line.boolean, line.boolean).map(([first, second]) => `orders[${first}][${second}]`),
  line.boolean.map((test) => `$filter(orders, function($o) { $o.(${test}) })`),
);

const lineNumbers = fc.oneof(
  fc.tuple(lines, fc.constantFrom('amount', 'qty')).map(([source, field]) => `${source}.${field}`),
  fc.tuple(lines, line.number).map(([source, value]) => `${source}.(${value})`),
  fc
    .tuple(fc.constantFrom('orders', 'orders[gift]'), line.number)
    .map(([source, value]) => `$map(${source}, function($o) { $o.(${value}) })`),
  fc.tuple(lines, fc.constantFrom('> 1', '<= 10', '!= 2')).map(([source, test]) => `${source}.amount[$ ${test}]`),
);

/** Lines in an order of their own. Those without the value they are sorted by are left out, which jsonata does not do. */
const sorted = fc.oneof(
  fc
    .tuple(lines, fc.constantFrom('qty', 'amount', 'sku'), fc.constantFrom('', '>'))
    .map(([source, by, turn]) => `(${source}[$exists(${by})]^(${turn}${by}))`),
  fc
    .tuple(lines, fc.constantFrom('qty', 'amount'), fc.constantFrom('>', '<'))
    .map(([source, by, order]) => `$sort(${source}[$exists(${by})], function($a, $b) { $a.${by} ${order} $b.${by} })`),
);

/** One line by its position. */
const picked = fc.tuple(fc.oneof(lines, sorted), fc.constantFrom('0', '1', '-1', '-2', '3')).map(([source, at]) => `${source}[${at}]`);

export const grown = fc.letrec<{ number: Source; boolean: Source; text: Source }>((tie) => ({
  number: oneOf(
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom('spend', 'visits', '`annual income`') }, fc.constantFrom(...numbers)),
    binary(tie('number'), ['+', '-', '*', '/', '%'], tie('number')),
    tie('number').map((value) => `-${value.startsWith('-') ? `(${value})` : value}`),
    fc.tuple(tie('boolean'), tie('number'), tie('number')).map(([test, a, b]) => `(${test} ? ${a} : ${b})`),
    fc.tuple(tie('number'), tie('number')).map(([test, a]) => `(${test} ? ${a})`),
    binary(tie('number'), ['??', '?:'], tie('number')),
    called(['$abs', '$floor', '$ceil', '$round', '$number', '$sum', '$count', '$max', '$average'], tie('number')),
    called(['$round'], tie('number'), fc.constantFrom('0', '1', '2', '-1')),
    fc
      .tuple(fc.constantFrom('$sum', '$max', '$min', '$average', '$count'), fc.array(tie('number'), { minLength: 1, maxLength: 3 }))
      .map(([fn, items]) => `${fn}([${items.join(', ')}])`),
    called(['$sum', '$max', '$min', '$average', '$count'], lineNumbers),
    called(['$count'], lines),
    fc.tuple(lines, fc.constantFrom('sku', 'status')).map(([source, field]) => `$count($distinct(${source}.${field}))`),
    fc.tuple(lineNumbers, fc.constantFrom('0', '1', '-1', '-2')).map(([source, at]) => `(${source})[${at}]`),
    fc
      .tuple(
        picked,
        fc.oneof(
          fc.constantFrom('amount', 'qty'),
          line.number.map((value) => `(${value})`),
        ),
      )
      .map(([source, value]) => `${source}.${value}`),
    fc.tuple(tie('number'), tie('number'), fc.constantFrom('0', '-1')).map(([a, b, at]) => `[${a}, ${b}][${at}]`),
    fc.tuple(tie('number'), fc.constantFrom('[0, 2]', '[1]', '[-1, 0]')).map(([a, at]) => `$sum([3, 5 + 1, 4][${at}]) + ${a}`),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `($x := ${a}; $y := $x + ${b}; $y * $x)`),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `($f := function($n) { $n + ${a} }; $f(${b}))`),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `$sum($map([${a}, ${b}], function($n) { $n * 2 }))`),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `$sum($filter([${a}, ${b}], function($n) { $n > 1 }))`),
    tie('text').map((value) => `$lookup({"a": 1, "b": 2}, name & ${value})`),
    tie('text').map((value) => `$count($split(${value}, "a"))`),
    tie('text').map((value) => `$count($split(${value}, "a", 2))`),
    fc.constantFrom('orders[0].amount', 'orders[qty > 1][-1].qty', 'orders[0].(amount * 2)'),
    fc
      .tuple(tie('number'), fc.constantFrom(...numbers))
      .map(([a, b]) => `($add := function($x, $y) { $x + $y }; $f := $add(?, ${b}); $f(${a}))`),
    fc.constantFrom('0', '1', '2.5', '10').map((value) => `($f := function($n) { $n <= 0 ? 1 : $n * $f($n - 1) }; $f(${value}) + visits)`),
    fc.constantFrom('$toMillis("2024-01-31")', '$toMillis("2024", "[Y0001]")', '$toMillis("12/3/2024", "[D1]/[M1]/[Y0001]")'),
    fc.constantFrom('$max($keys({"a": 1, "b": 2}) ~> $map($length))', '$sum($each({"a": 1, "b": 2}, function($v) { $v + visits }))'),
    tie('number').map((value) => `$sum([[${value}, 1], [2]].$)`),
    tie('number').map((value) => `function($n, $m)<n-n?:n>{ $n + 1 }(${value})`),
    tie('number').map((value) => `$reduce([1, 2], function($p, $q, $i) { $p + $q * $i + ${value} })`),
    called(['$length', '$number'], tie('text')),
    called(['$sqrt'], tie('number')),
    called(['$power'], tie('number'), fc.constantFrom('2', '0.5', '-1', '300')),
    fc.constantFrom(...numbers).map((value) => `spend.($ + ${value})`),
  ),
  boolean: oneOf(
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom('vip') }, fc.constantFrom('true', 'false')),
    binary(tie('number'), ['=', '!=', '<', '<=', '>', '>='], tie('number')),
    binary(tie('text'), ['=', '!=', '<', '<=', '>', '>='], tie('text')),
    binary(tie('boolean'), ['=', '!='], tie('boolean')),
    binary(fc.oneof(tie('boolean'), tie('number'), tie('text')), ['and', 'or'], fc.oneof(tie('boolean'), tie('number'), tie('text'))),
    called(['$not', '$boolean', '$exists'], fc.oneof(tie('boolean'), tie('number'), tie('text'))),
    called(['$exists'], fc.oneof(lines, lineNumbers, picked)),
    called(['$boolean', '$not'], fc.oneof(lineNumbers, fc.constantFrom('orders.gift', 'orders[qty > 1].sku'))),
    fc.tuple(lineNumbers, tie('boolean'), fc.constantFrom('and', 'or')).map(([many, one, operator]) => `(${one} ${operator} ${many})`),
    fc
      .tuple(tie('number'), fc.array(fc.oneof(fc.constantFrom(...numbers), tie('number')), { maxLength: 3 }))
      .map(([value, items]) => `(${value} in [${items.join(', ')}])`),
    fc.tuple(fc.constantFrom('name', 'city', ...texts), lines).map(([value, source]) => `(${value} in ${source}.sku)`),
    called(['$contains', '$contains'], tie('text'), fc.constantFrom(...texts)),
    called(['$contains'], tie('text'), fc.constantFrom('/^a/', '/[A-Z]/', '/b$/i', '/a?/', '/(ab|中)+/', '/\\d{2}/', '/^\\s|\\s$/')),
    fc
      .tuple(tie('text'), tie('text'), fc.constantFrom('"a"', '"-"', '" "'))
      .map(([part, value, cut]) => `(${part} in $split(${value}, ${cut}))`),
    tie('text').map((value) => `$exists($match(${value}, /[ab]/))`),
    fc.constantFrom('(name < city)', '(name <= city)', '(city > name)', '(city >= name)'),
    fc.constantFrom('(last_order > "2024-01-01")', '(birthday = "1990-05-01")', '(last_order <= birthday)'),
    binary(tie('boolean'), ['?:', '??'], tie('boolean')),
    fc
      .tuple(fc.constantFrom(...numbers), fc.constantFrom('=', '!='))
      .map(([value, operator]) => `([1, {"a": ${value}}] ${operator} [1, {"a": 2}])`),
  ),
  text: oneOf(
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom('name', 'city') }, fc.constantFrom(...texts)),
    binary(fc.oneof(tie('text'), tie('number'), tie('boolean')), ['&'], tie('text')),
    called(['$uppercase', '$lowercase', '$trim', '$string'], tie('text')),
    called(['$string'], fc.oneof(tie('number'), tie('boolean'))),
    called(
      ['$formatNumber'],
      tie('number'),
      fc.constantFrom('"#,##0.00"', '"0"', '"0.0##"', '"0.00;(0.00)"', '"000,000.0"', '"0.0%"', '"#"'),
    ),
    called(
      ['$formatInteger'],
      fc.constantFrom('visits', '12', '1999', '0'),
      fc.constantFrom('"#,##0"', '"0000"', '"1;o"', '"I"', '"w"', '"A"', '"Ww;o"'),
    ),
    called(['$formatBase'], fc.constantFrom('visits', '255', '$round(spend)'), fc.constantFrom('2', '16', '36')),
    fc
      .tuple(
        fc.constantFrom('(visits * 86400000 * 397)', '(visits * -3599999)', '1706659200123'),
        fc.constantFrom(
          '',
          ', "[Y0001]-[M01]-[D01]"',
          ', "[FNn,3-3], [D1o] [MNn] [Y] [H01]:[m] [PN]"',
          ', "[X]-W[W01]-[F1] [d] [w] [x]"',
          ', "[h].[m].[s].[f001] [Z]", "+0530"',
        ),
      )
      .map(([value, rest]) => `$fromMillis(${value}${rest})`),
    called(
      ['$replace'],
      tie('text'),
      fc.constantFrom('"a"', '/[a-z]/'),
      fc.constantFrom('""', '"x"', '"aa"'),
      fc.constantFrom('0', '1', '2'),
    ),
    fc.tuple(tie('text'), fc.constantFrom('0', '1', '2')).map(([value, at]) => `$split(${value}, "a", 2)[${at}]`),
    tie('text').map((value) => `($f := $trim ~> $uppercase; $f(${value}))`),
    fc.tuple(picked, fc.constantFrom('sku', 'status', '(sku & "-" & status)')).map(([source, value]) => `${source}.${value}`),
    fc.constantFrom('orders[0].sku', 'orders[qty < 3][-1].status', 'orders[0].(sku & "-" & status)', '$type(spend)', '$type([1])'),
    called(['$substring'], tie('text'), fc.constantFrom('0', '1', '-2', '5')),
    called(
      ['$replace'],
      tie('text'),
      fc.constantFrom('"a"', '"ab"', '/[a-z]+/', '/(a)|b/', '/b$/i', '/\\s/'),
      fc.constantFrom('""', '"x"', '"aa"', '"$$"'),
    ),
    called(['$replace'], tie('text'), fc.constantFrom('/([a-z])([a-z])/', '/(.)(2)/'), fc.constantFrom('"$2$1"', '"<$0>"')),
    called(['$pad'], tie('text'), fc.constantFrom('5', '-5', '0', '3'), fc.constantFrom('"-"', '"xy"', '"中"')),
    tie('text').map((value) => `$match(${value}, /([a-z])|[0-9]+/)[0].match`),
    tie('text').map((value) => `$match(${value}, /([a-z])([a-z])?/)[0].groups[0]`),
    fc
      .tuple(tie('text'), fc.constantFrom('"a"', '"b"', '"-"', '"ab"'), fc.constantFrom('0', '1', '-1', '7'))
      .map(([value, cut, at]) => `$split(${value}, ${cut})[${at}]`),
    fc.tuple(tie('text'), fc.constantFrom('"a"', '"b"')).map(([value, cut]) => `$join($split(${value}, ${cut}), "+")`),
    called(['$substring'], tie('text'), fc.constantFrom('0', '1', '-2'), fc.constantFrom('0', '1', '2', '-1')),
    called(['$substringBefore', '$substringAfter'], tie('text'), fc.constantFrom(...texts)),
    fc.tuple(tie('boolean'), tie('text'), tie('text')).map(([test, a, b]) => `(${test} ? ${a} : ${b})`),
    binary(tie('text'), ['??', '?:'], tie('text')),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `$join([${a}, ${b}], "-")`),
    fc.constantFrom(...texts).map((value) => `name.($ & ${value})`),
  ),
}));

/** A source with the type it has. */
export const typedSource: fc.Arbitrary<readonly [Source, 'number' | 'boolean' | 'string']> = fc.oneof(
  grown.number.map((source) => [source, 'number'] as const),
  grown.boolean.map((source) => [source, 'boolean'] as const),
  grown.text.map((source) => [source, 'string'] as const),
);

const someNumber = fc.oneof(
  fc.constantFrom(0, 1, 2, 3, 10, 100.5, -1, 0.1, 1e-7),
  fc.integer({ min: -1000, max: 1000 }),
  fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 1e3),
);
const someText = fc.constantFrom('', 'a', 'b', 'ab', 'A B', ' x  y ', '12', '中文', 'Zz');

/** Numbers at the edges, and texts of other scripts, with letters that change their length in upper case, and emoji. */
const weirdNumber = fc.constantFrom(
  ...[-0, 5e-324, 1e-7, 0.1 + 0.2, 1.015, 2.5, 3.5, -0.5, 1e-20, 99_999_999_999_999, 1e14, 123_456.789, 999_999_999_999_999.9],
  ...[5_890_840_712_243_076, 2 ** 53, -(2 ** 53), 2 ** 53 - 1],
);
const weirdText = fc.constantFrom(
  'ß',
  'İstanbul',
  'É',
  'e\u0301',
  '😀a😀',
  'ÀÉabc',
  'A\tB',
  '0x1F',
  '1e3',
  '-',
  '\u00a0a\u2003',
  '-1.5',
  '\0',
  "'; --",
  'constructor',
  '__proto__',
);

const dropMissing = (record: { readonly [name: string]: Json | undefined }): { readonly [name: string]: Json } =>
  Object.fromEntries(Object.entries(record).filter((entry): entry is [string, Json] => entry[1] !== undefined));

type Maybe = <T>(value: fc.Arbitrary<T>) => fc.Arbitrary<T | null | undefined>;

const maybe: Maybe = (value) => fc.option(value, { nil: undefined, freq: 4 });
const maybeNull: Maybe = (value) => fc.oneof({ weight: 9, arbitrary: maybe(value) }, fc.constant(null));

/** Where the values of a random customer come from. */
interface Pools {
  readonly number: fc.Arbitrary<number>;
  readonly text: fc.Arbitrary<string>;
  readonly sku: fc.Arbitrary<string>;
  readonly leastOrders: number;
  readonly maybe: Maybe;
}

function orderWith({ number, sku, maybe }: Pools): fc.Arbitrary<{ readonly [name: string]: Json }> {
  return fc
    .record({
      amount: maybe(number),
      qty: maybe(fc.integer({ min: 0, max: 5 })),
      status: maybe(fc.constantFrom('paid', 'open')),
      sku: maybe(sku),
      gift: maybe(fc.boolean()),
    })
    .map(dropMissing);
}

function customerWith(pools: Pools): fc.Arbitrary<{ readonly [name: string]: Json }> {
  const { number, text, leastOrders, maybe } = pools;
  return fc
    .record({
      name: maybe(text),
      city: maybe(text),
      spend: maybe(number),
      visits: maybe(fc.integer({ min: 0, max: 20 })),
      'annual income': maybe(number),
      vip: maybe(fc.boolean()),
      birthday: maybe(fc.constantFrom('1990-05-01', '2001-12-31')),
      last_order: maybe(fc.constantFrom('2024-05-31', '2023-12-31', '2024-01-01')),
      orders: maybe(fc.array(orderWith(pools), { minLength: leastOrders, maxLength: 5 })),
    })
    .map(dropMissing);
}

/** A customer; a field or the list of orders may be absent. */
export const customer = customerWith({ number: someNumber, text: someText, sku: fc.constantFrom('a', 'b', 'c'), leastOrders: 1, maybe });

/** A customer with values that are rare, nulls and empty lists among them. */
export const weirdCustomer = customerWith({
  number: fc.oneof(someNumber, weirdNumber),
  text: fc.oneof({ weight: 2, arbitrary: weirdText }, someText, fc.constantFrom('😀', '～')),
  sku: fc.oneof(fc.constantFrom('a'), weirdText),
  leastOrders: 0,
  maybe: maybeNull,
});
