// Rules in order: each reads the value as the rules before it left it. The last form of a column takes its name; the first rule
// that is not met says why somebody is quarantined. While a flow is edited, `rule:N` counts the people whose value the rule changes
// or refuses.
import {
  anyOf,
  call,
  exprOf,
  invariant,
  type Lowered,
  list,
  literal,
  type MadeColumn,
  type MadeProbe,
  type NodeContext,
} from '@tierflow/compiler';
import type { Expr, ValueType } from '@tierflow/definition';
import { patternTest, ruleField } from './check.ts';
import type { CleanConfig, CleanRule } from './config.ts';
import { isChanged, mendedValue } from './mend.ts';

type Context = NodeContext<CleanConfig>;

/** A rule with the value it reads. */
interface Applied {
  readonly rule: CleanRule;
  readonly at: number;
  readonly value: Expr;
  readonly type: ValueType;
}

interface Step {
  readonly column: MadeColumn;
  readonly field: string;
}

interface Test {
  readonly column: MadeColumn;
  readonly reason: string;
}

export function lowerClean(context: Context): Lowered {
  const { config, own } = context;
  const current = new Map<string, Expr>();
  const steps: Step[] = [];
  const tests: Test[] = [];
  const probes: MadeProbe[] = [];
  config.rules.forEach((rule, at) => {
    const found = ruleField(rule, at, context);
    const type = invariant(found.type, 'a column has a type');
    const applied: Applied = { rule, at, value: current.get(rule.field) ?? exprOf(found), type };
    const mended = mendedValue(rule, type, applied.value);
    if (mended === undefined) {
      const column: MadeColumn = { id: `bad${at + 1}`, type: 'boolean', mask: true, expr: refuses(applied, context) };
      tests.push({ column, reason: `${rule.do}:${rule.field}` });
      probes.push({ id: `rule:${at + 1}`, when: own(column.id) });
    } else {
      const column: MadeColumn = { id: `step${at + 1}`, type, expr: mended };
      steps.push({ column, field: rule.field });
      current.set(rule.field, own(column.id));
      probes.push({ id: `rule:${at + 1}`, when: isChanged(applied.value, own(column.id)) });
    }
  });
  const bad = tests.map(({ column }) => own(column.id));
  return {
    columns: [...named(steps), ...tests.map(({ column }) => column), ...reasonColumn(tests, context)],
    ports: [
      { id: 'out', when: call('not', anyOf(bad)) },
      { id: 'quarantined', when: anyOf(bad) },
    ],
    probes,
  };
}

/** Steps with the last of each column under the column's name. */
function named(steps: readonly Step[]): readonly MadeColumn[] {
  return steps.map(({ column, field }, at) => {
    const isLast = steps.slice(at + 1).every((later) => later.field !== field);
    return isLast ? { ...column, name: field, replaces: true } : column;
  });
}

function reasonColumn(tests: readonly Test[], { config, own }: Context): readonly MadeColumn[] {
  if (tests.length === 0) return [];
  const values = [...new Set(tests.map(({ reason }) => reason))].map((value) => ({ value }));
  const expr = call('case', ...tests.flatMap(({ column, reason }) => [own(column.id), literal(reason)]));
  return [
    {
      id: 'reason',
      name: config.as,
      title: { en: 'Reason of quarantine', 'zh-CN': '隔离原因' },
      type: 'string',
      answers: true,
      values,
      expr,
    },
  ];
}

/** Whether a value is refused. What is missing is refused by `required` alone. */
function refuses({ rule, at, value }: Applied, context: Context): Expr {
  if (rule.do === 'required') return call('isBlank', value);
  if (rule.do === 'range') {
    return anyOf([
      ...(rule.min === undefined ? [] : [call('lt', value, literal(rule.min))]),
      ...(rule.max === undefined ? [] : [call('gt', value, literal(rule.max))]),
    ]);
  }
  const holds =
    rule.do === 'oneOf'
      ? call('in', value, list((rule.values ?? []).map((one) => one.value)))
      : call('isTrue', exprOf(patternTest(rule, at, context, value)));
  return call('not', call('or', call('isBlank', value), holds));
}
