// Places of China: the code of the place first, then region, province, city and circle from the code.
import { allOf, anyOf, call, type Lowered, literal, type MadeColumn, type NodeContext } from '@tierflow/compiler';
import type { Expr } from '@tierflow/definition';
import { asksArea } from './check.ts';
import type { Answer, LookupConfig } from './config.ts';
import { beside, isFound, keyText, leaving, outcomeColumn } from './outcome.ts';
import { answerOf, answerTitles, answerValues } from './place-answers.ts';
import { placeTreeRef } from './place-tree.ts';
import { AMBIGUOUS, areaKeys, INSIDE, type Keys, keysOf } from './tables/china/keys.ts';

type Context = NodeContext<LookupConfig>;

export function lowerPlace(context: Context): Lowered {
  const { config, own } = context;
  const keys = keysOf(config.level);
  const area = asksArea(config);
  const { show, as, more } = config;
  return leaving(context, [
    { id: 'text', type: 'string', expr: keyText('field', context) },
    { id: 'named', type: 'string', expr: beside(own('text'), keys.names) },
    ...(area ? inArea(context, keys) : []),
    outcomeColumn(context, [
      [call('isBlank', own('text')), 'empty'],
      [call('isMissing', own(area ? 'settled' : 'named')), 'not-found'],
      ...(area ? [[contradicts(context), 'contradiction'] as const] : []),
      [call('eq', own(area ? 'settled' : 'named'), literal(AMBIGUOUS)), 'ambiguous'],
    ]),
    { id: 'place', type: 'string', expr: call('case', isFound(context), own(area ? 'settled' : 'named')) },
    ...[{ show, as }, ...more].map((one, at) => answered(one, at, context)),
  ]);
}

/** The area a person gives, and what the name stands for inside it. */
function inArea(context: Context, { inside }: Keys): readonly MadeColumn[] {
  const { config, own } = context;
  return [
    { id: 'area', type: 'string', expr: beside(keyText('within', context), areaKeys(config.level)) },
    { id: 'inside', type: 'string', expr: call('case', call('exists', own('area')), beside(insideKey(own), inside)) },
    { id: 'settled', type: 'string', expr: call('coalesce', own('inside'), own('named')) },
  ];
}

function insideKey(own: Context['own']): Expr {
  return call('concat', own('area'), literal(INSIDE), own('text'));
}

/** The area is known, and the place is neither in it nor around it. */
function contradicts({ own }: Context): Expr {
  const apart = call('not', anyOf([call('startsWith', own('settled'), own('area')), call('startsWith', own('area'), own('settled'))]));
  return allOf([call('exists', own('area')), call('isMissing', own('inside')), apart]);
}

function answered({ show, as }: { readonly show: Answer; readonly as: string }, at: number, context: Context): MadeColumn {
  const values = answerValues(show, context.config.names);
  const tree = placeTreeRef(show, context.config);
  return {
    id: at === 0 ? 'answer' : `answer${at + 1}`,
    name: as,
    title: answerTitles[show],
    type: 'string',
    answers: true,
    ...(values === undefined ? {} : { values }),
    ...(tree === undefined ? {} : { tree }),
    expr: answerOf(show, context.own('place'), context.config),
  };
}
