// Functions by pictures: numbers and instants written and read in a given form. Pictures are constants and checked here.
import { datePicture, integerPicture, numberPicture, readingOrder } from '@tierflow/definition';
import { call } from '../lowering/build-expr.ts';
import type { Lowering } from '../lowering/lowering.ts';
import type { Scalar } from '../lowering/shape.ts';
import type { Span } from '../syntax/tree.ts';
import type { BuildScalar, Builtin } from './builtin.ts';
import { number, optional, scalarBuiltin, tableBuiltin, text } from './scalar-builtin.ts';

type Checked = object | { readonly fault: string };

function checkPicture(picture: Scalar, read: (text: string) => Checked, span: Span, lowering: Lowering): true | undefined {
  if (typeof picture.constant !== 'string') return lowering.report('formula.picture-constant', span);
  const checked = read(picture.constant);
  if ('fault' in checked) return lowering.report(`formula.picture.${String(checked.fault)}`, span);
  return true;
}

/** A function whose second argument is a picture. */
function byPicture(fn: 'formatNumber' | 'formatInteger' | 'parseInteger', read: (text: string) => Checked): BuildScalar {
  return ([value, picture], { lowering, spans }) => {
    if (picture === undefined || checkPicture(picture, read, spans[1] ?? NOWHERE, lowering) === undefined) return undefined;
    return call(fn, [value, picture], { decimals: fn === 'parseInteger' ? 0 : undefined });
  };
}

const NOWHERE: Span = { from: 0, to: 0 };

/** A picture that tells enough to read an instant. */
function readable(picture: string): Checked {
  const parts = datePicture(picture);
  if ('fault' in parts) return parts;
  const order = readingOrder(parts);
  return 'fault' in order ? order : parts;
}

const toMillis: BuildScalar = ([value, picture], { lowering, spans }) => {
  if (picture !== undefined && checkPicture(picture, readable, spans[1] ?? NOWHERE, lowering) === undefined) return undefined;
  return call('toMillis', picture === undefined ? [value] : [value, picture], { decimals: 0, optional: true });
};

const fromMillis: BuildScalar = ([value, picture, zone], { lowering, spans }) => {
  if (picture === undefined) return call('fromMillis', [value]);
  if (checkPicture(picture, datePicture, spans[1] ?? NOWHERE, lowering) === undefined) return undefined;
  if (zone === undefined) return call('fromMillis', [value, picture]);
  if (typeof zone.constant !== 'string' || !/^[+-]?\d\d[0-5]\d$/.test(zone.constant))
    return lowering.report('formula.zone', spans[2] ?? NOWHERE);
  return call('fromMillis', [value, picture, zone]);
};

const picture = text('picture');

export const pictureBuiltins: readonly Builtin[] = [
  scalarBuiltin(
    {
      name: 'formatNumber',
      group: 'number',
      parameters: [number('number'), picture],
      context: true,
      result: 'string',
      doc: {
        en: 'The number by a picture: "#,##0.00", "0%"; a second one behind “;” is for negative numbers.',
        'zh-CN': '按格式书写数字："#,##0.00"、"0%"；“;”后为负数的格式。',
      },
    },
    byPicture('formatNumber', numberPicture),
  ),
  tableBuiltin('formatBase', {
    name: 'formatBase',
    group: 'number',
    parameters: [number('number'), optional(number('base'))],
    context: true,
  }),
  scalarBuiltin(
    {
      name: 'formatInteger',
      group: 'number',
      parameters: [number('number'), picture],
      context: true,
      result: 'string',
      doc: {
        en: 'The number, rounded down, by a picture: "#,##0", "0000", "1;o" (1st), "I" (Roman), "w" (words).',
        'zh-CN': '向下取整后按格式书写："#,##0"、"0000"、"1;o"（1st）、"I"（罗马数字）、"w"（英文单词）。',
      },
    },
    byPicture('formatInteger', integerPicture),
  ),
  scalarBuiltin(
    {
      name: 'parseInteger',
      group: 'number',
      parameters: [text('text'), picture],
      context: true,
      result: 'number',
      doc: {
        en: 'The whole number a text written by a picture stands for; otherwise an error of the row.',
        'zh-CN': '按格式书写的文本表示的整数；否则是该行的错误。',
      },
    },
    byPicture('parseInteger', integerPicture),
  ),
  scalarBuiltin(
    {
      name: 'toMillis',
      group: 'date',
      parameters: [text('text'), optional(picture)],
      context: true,
      result: 'number',
      doc: {
        en: 'Milliseconds since 1970 of an ISO 8601 text, or of one written by a picture (missing if it is not); UTC unless it names a zone.',
        'zh-CN': 'ISO 8601 文本或按格式书写的文本（不符则缺失）对应的 1970 年以来毫秒数；未注明时区则为 UTC。',
      },
    },
    toMillis,
  ),
  scalarBuiltin(
    {
      name: 'fromMillis',
      group: 'date',
      parameters: [number('milliseconds'), optional(picture), optional(text('zone'))],
      context: true,
      result: 'string',
      doc: {
        en: 'The instant by a picture, "[Y0001]-[M01]-[D01]" or "[FNn], [D1o] [MNn]"; ISO 8601 if not given; at a distance from UTC such as "+0800".',
        'zh-CN': '按格式书写时刻，如 "[Y0001]-[M01]-[D01]"、"[FNn], [D1o] [MNn]"；默认 ISO 8601；可给出与 UTC 的差，如 "+0800"。',
      },
    },
    fromMillis,
  ),
];
