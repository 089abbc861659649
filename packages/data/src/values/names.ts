// Column names as people write them, English and Chinese: which one is the customer, which one the time, which are identifiers.

/** Lower case, without blanks, dots, dashes and underscores. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-./:()（）#]+/g, '');

const PERSONS = [
  'customer',
  'cust',
  'client',
  'user',
  'member',
  'buyer',
  'account',
  'consumer',
  'shopper',
  'contact',
  'visitor',
  'patient',
  'subscriber',
  'uid',
  'openid',
  'unionid',
];
const PERSONS_ZH = ['客户', '顾客', '会员', '用户', '买家', '消费者', '账户', '帐户', '客人'];
const NUMBERS = ['id', 'no', 'number', 'num', 'code', 'key', 'ref', 'uuid', 'guid'];
const NUMBERS_ZH = ['编号', '编码', '代码', 'id', '号', '号码', '序号', '标识', '卡号', '代号', '账号', '会员名', '昵称'];

const personKeys: ReadonlySet<string> = new Set([
  ...PERSONS.flatMap((person) => NUMBERS.map((number) => `${person}${number}`)),
  ...PERSONS_ZH.flatMap((person) => NUMBERS_ZH.map((number) => `${person}${number}`)),
  'uid',
  'openid',
  'unionid',
  'vipid',
  'vipno',
  '会员卡号',
  '手机号',
  '买家会员名',
  'kundennummer',
  'kundennr',
  'clienteid',
]);
const persons: ReadonlySet<string> = new Set([...PERSONS, ...PERSONS_ZH, 'kunde', 'customername', '客户名称', '买家昵称']);
const ownKeys: ReadonlySet<string> = new Set(['id', 'key', 'code', 'no', '编号', '编码', '代码', '序号', '主键']);

const times: readonly string[] = [
  'orderedat',
  'ordertime',
  'orderdate',
  'orderdatetime',
  'invoicedate',
  'invoicetime',
  'purchasedate',
  'purchasetime',
  'purchasedat',
  'transactiondate',
  'transactiontime',
  'paidat',
  'paymentdate',
  'paytime',
  'paymenttime',
  'eventtime',
  'eventdate',
  'occurredat',
  'visitedat',
  'visitdate',
  'createdat',
  'createtime',
  'createddate',
  'creationdate',
  'timestamp',
  'datetime',
  'date',
  'time',
  'day',
  'at',
  'ts',
  '下单时间',
  '下单日期',
  '订单时间',
  '订单日期',
  '订单创建时间',
  '订单付款时间',
  '付款时间',
  '支付时间',
  '付款日期',
  '支付日期',
  '交易时间',
  '交易日期',
  '购买时间',
  '购买日期',
  '消费时间',
  '消费日期',
  '成交时间',
  '成交日期',
  '发生时间',
  '访问时间',
  '创建时间',
  '创建日期',
  '时间',
  '日期',
];

const IDENTIFIER = /(^|[\s_\-.])(id|no|code|sku|phone|mobile|tel|zip|zipcode|postcode|postalcode|ean|isbn|iban|imei|uuid)$/i;
const IDENTIFIER_CAMEL = /[a-z](Id|ID|No|Code)$/;
const IDENTIFIER_ZH =
  /(编号|编码|代码|单号|卡号|账号|帐号|工号|证号|手机|手机号|手机号码|电话|电话号码|联系电话|身份证|身份证号|身份证号码|邮编|邮政编码|条码|序列号)$/;
const DAY = /(date|day|_at|time|birth|日期|时间|日|生日)/i;

/** Its digits are a name, not an amount: it stays text. */
export const looksLikeIdentifier = (name: string): boolean => {
  const trimmed = name.trim();
  return IDENTIFIER.test(trimmed) || IDENTIFIER_CAMEL.test(trimmed) || IDENTIFIER_ZH.test(trimmed) || personKeys.has(plainName(trimmed));
};

export const looksLikeDay = (name: string): boolean => DAY.test(name);

const find = (names: readonly string[], list: ReadonlySet<string>): string | undefined => names.find((name) => list.has(plainName(name)));

/** The column that names the customer of a line. */
export const customerColumn = (names: readonly string[]): string | undefined => find(names, personKeys) ?? find(names, persons);

/** The key of a file of customers, by name alone. */
export const keyColumn = (names: readonly string[]): string | undefined =>
  find(names, personKeys) ?? find(names, ownKeys) ?? find(names, persons);

/** The column that dates a line, out of the columns that hold days or moments. */
export function timeColumn(names: readonly string[]): string | undefined {
  const plain = new Map(names.toReversed().map((name) => [plainName(name), name]));
  for (const time of times) {
    const name = plain.get(time);
    if (name !== undefined) return name;
  }
  return names.length === 1 ? names[0] : undefined;
}
