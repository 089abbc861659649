// Examples and missing rules of the functions on texts.
import type { FunctionNotes } from './function-note.ts';

export const textNotes = {
  string: {
    examples: [
      { formula: '$string(visits) & " visits"', on: { visits: 12 }, answer: '12 visits' },
      { formula: '$string(spend / 3)', on: { spend: 100 }, answer: '33.3333333333333' },
      { formula: '$string(joined)', on: { joined: '2022-03-08' }, answer: '2022-03-08' },
      { formula: '$string(visits)', answer: null },
    ],
  },
  length: {
    examples: [
      { formula: '$length(name) > 2', on: { name: 'Li Wei' }, answer: true },
      { formula: '$length(name)', on: { name: '李伟' }, answer: 2 },
      { formula: '$length(name)', on: { name: '' }, answer: 0 },
    ],
  },
  substring: {
    examples: [
      { formula: '$substring(phone, 0, 3)', on: { phone: '13812345678' }, answer: '138' },
      { formula: '$substring(phone, -4)', on: { phone: '13812345678' }, answer: '5678' },
      { formula: '$substring(phone, 20)', on: { phone: '13812345678' }, answer: '' },
    ],
  },
  substringBefore: {
    examples: [
      { formula: '$substringBefore(email, "@")', on: { email: 'wei@qq.com' }, answer: 'wei' },
      { formula: '$substringBefore(email, "@")', on: { email: 'none' }, answer: 'none' },
    ],
  },
  substringAfter: {
    examples: [
      { formula: '$substringAfter(email, "@")', on: { email: 'wei@qq.com' }, answer: 'qq.com' },
      { formula: '$contains(email, "@") ? $substringAfter(email, "@") : "none"', on: { email: 'wei' }, answer: 'none' },
    ],
  },
  uppercase: {
    examples: [
      { formula: '$uppercase(level)', on: { level: 'gold' }, answer: 'GOLD' },
      { formula: '$uppercase(name)', on: { name: 'Zoë' }, answer: 'ZOë', unlike: 'letters' },
    ],
  },
  lowercase: {
    examples: [
      { formula: '$lowercase(email) = "wei@qq.com"', on: { email: 'Wei@QQ.com' }, answer: true },
      { formula: '$lowercase(name)', on: { name: 'ÉVA' }, answer: 'Éva', unlike: 'letters' },
    ],
  },
  trim: {
    examples: [
      { formula: '$trim(city)', on: { city: '  New   York ' }, answer: 'New York' },
      { formula: '$trim(city) = ""', on: { city: '   ' }, answer: true },
    ],
  },
  startsWith: {
    examples: [
      { formula: '$startsWith(phone, "138")', on: { phone: '13812345678' }, answer: true },
      { formula: '$startsWith(phone, "138")', answer: null },
      { formula: '$startsWith(phone, "138") ? "yes" : "no"', answer: 'no' },
    ],
  },
  endsWith: {
    examples: [
      { formula: '$endsWith(email, ".cn")', on: { email: 'wei@mail.cn' }, answer: true },
      { formula: '$endsWith($lowercase(email), ".cn")', on: { email: 'WEI@MAIL.CN' }, answer: true },
    ],
  },
  contains: {
    examples: [
      { formula: '$contains(email, "@qq.com")', on: { email: 'wei@qq.com' }, answer: true },
      { formula: '$contains(phone, /^1[3-9][0-9]{9}$/)', on: { phone: '13812345678' }, answer: true },
      { formula: '$contains(email, /@QQ\\./i)', on: { email: 'wei@qq.com' }, answer: true },
      { formula: '$contains(email, "@")', answer: null },
    ],
  },
  match: {
    missing: {
      en: 'A missing text has no match; what is read of a match that is not there, or of a group that took no part, is missing.',
      'zh-CN': '文本缺失即没有匹配；没有匹配时读取的内容为缺失，未参与匹配的分组也为缺失。',
    },
    examples: [
      { formula: '$match(code, /^([A-Z]+)-([0-9]+)/)[0].groups[0]', on: { code: 'VIP-0042' }, answer: 'VIP' },
      { formula: '$match(note, /[0-9]+/)[0].match', on: { note: 'order 3107 of May' }, answer: '3107' },
      { formula: '$match(note, /[0-9]+/)[0].match', on: { note: 'no number' }, answer: null },
      { formula: '$exists($match(note, /refund/i))', on: { note: 'Refund asked' }, answer: true },
    ],
  },
  replace: {
    examples: [
      { formula: '$replace(phone, "-", "")', on: { phone: '138-1234-5678' }, answer: '13812345678' },
      { formula: '$replace(phone, "-", "", 1)', on: { phone: '138-1234-5678' }, answer: '1381234-5678' },
      { formula: '$replace(phone, /^([0-9]{3})[0-9]+([0-9]{4})$/, "$1****$2")', on: { phone: '13812345678' }, answer: '138****5678' },
      {
        formula: '$replace($pad(code, 1000), " ", $pad(code, 1000))',
        on: { code: 'x' },
        error: 'text.too-long',
        unlike: 'too-long',
      },
    ],
  },
  split: {
    missing: {
      en: 'A missing text has no parts: “in” is false, $count is 0, a part is missing. So is a part at a position that is not there.',
      'zh-CN': '文本缺失即没有任何部分：in 为假，$count 为 0，取某一部分为缺失。位置超出范围时同样为缺失。',
    },
    examples: [
      { formula: '"vip" in $split(tags, ",")', on: { tags: 'new,vip' }, answer: true },
      { formula: '$split(tags, ",")[-1]', on: { tags: 'new,vip' }, answer: 'vip' },
      { formula: '$count($split(tags, ","))', on: { tags: 'new,vip' }, answer: 2 },
      { formula: '$count($split(tags, ",", 2))', on: { tags: 'new,vip,gold' }, answer: 2 },
      { formula: '$split(tags, ",")[5]', on: { tags: 'new,vip' }, answer: null },
      { formula: '"vip" in $split(tags, ",")', answer: false },
    ],
  },
  pad: {
    examples: [
      { formula: '$pad(code, -6, "0")', on: { code: '42' }, answer: '000042' },
      { formula: '$pad(code, 5) & "|"', on: { code: '42' }, answer: '42   |' },
      { formula: '$pad(code, 2)', on: { code: '12345' }, answer: '12345' },
      { formula: '$pad(code, 5000)', on: { code: '42' }, error: 'text.too-long', unlike: 'too-long' },
    ],
  },
  join: {
    missing: {
      en: 'Missing texts are left out, together with their separator; of nothing the answer is an empty text.',
      'zh-CN': '缺失的文本连同分隔符一起略去；全部缺失时为空文本。',
    },
    examples: [
      { formula: '$join([city, level], " / ")', on: { city: 'Shanghai', level: 'gold' }, answer: 'Shanghai / gold' },
      { formula: '$join([city, level], " / ")', on: { level: 'gold' }, answer: 'gold' },
      { formula: '$join($split(tags, ","), " and ")', on: { tags: 'new,vip' }, answer: 'new and vip' },
    ],
  },
} as const satisfies Readonly<Record<string, FunctionNotes>>;
