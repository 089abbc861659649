// The conditions of a node, row by row: how many each is true for, and what would change without it.
import type { ConditionCount } from '@tierflow/api';
import type { Condition, FormField } from '@tierflow/compiler';
import { conditionText } from '@tierflow/compiler';
import { readPath } from '@tierflow/flow';
import { useSpeech } from '../../words/use-words.ts';
import { groupView, partPath } from '../condition/condition-tree.ts';
import { useConditionCounts } from '../condition/use-condition-counts.ts';
import { useForm } from '../form/form-scope.ts';
import classes from './results.module.css';

interface Row {
  readonly path: string;
  readonly depth: number;
  readonly condition: Condition;
}

export function Funnel() {
  const { t } = useSpeech();
  const { node, kind } = useForm();
  const rows = kind.form.flatMap((field) => rowsOf(field, node.config, ''));
  const { counts, current, arrive } = useConditionCounts(node, rows.length > 0);
  const counted = rows.flatMap((row) => {
    const count = counts[row.path];
    return count === undefined ? [] : [{ ...row, count }];
  });
  if (counted.length === 0) return null;
  return (
    <section className={classes.part} aria-label={t('inspector.funnel')}>
      <h3 className={classes.partTitle}>{t('inspector.funnel')}</h3>
      <ul className={classes.funnel} data-stale={!current || undefined}>
        {counted.map((row) => (
          <FunnelRow key={row.path} row={row} count={row.count} of={arrive ?? 0} />
        ))}
      </ul>
    </section>
  );
}

function FunnelRow({ row, count, of }: { readonly row: Row; readonly count: ConditionCount; readonly of: number }) {
  const { t, text, exact } = useSpeech();
  const { n, removes, unknown } = count;
  const effect =
    removes > 0
      ? t('conditions.removes', { n: exact(removes) })
      : removes < 0
        ? t('conditions.adds', { n: exact(-removes) })
        : t('conditions.changesNothing');
  return (
    <li className={classes.funnelRow} style={{ paddingLeft: 12 * row.depth }}>
      <span className={classes.funnelText}>{text(conditionText(row.condition))}</span>
      <span className={classes.funnelBar} aria-hidden="true">
        <i style={{ width: `${of === 0 ? 0 : (100 * n) / of}%` }} />
      </span>
      <span className={classes.funnelNumbers}>
        <b>{exact(n)}</b> · {effect}
        {unknown > 0 && <> · {t('conditions.unknown', { n: exact(unknown) })}</>}
      </span>
    </li>
  );
}

/** Rows and groups of every condition about people in a form, in order. */
function rowsOf(field: FormField, config: Parameters<typeof readPath>[0], base: string): readonly Row[] {
  const path = `${base}${field.path}`;
  if (field.type === 'list') {
    const items = readPath(config, path);
    return Array.isArray(items) ? items.flatMap((_, at) => field.item.flatMap((inner) => rowsOf(inner, config, `${path}.${at}.`))) : [];
  }
  if (field.type !== 'condition' || field.of !== undefined) return [];
  const value = readPath(config, path);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? partsOf(value as unknown as Condition, path, 0) : [];
}

function partsOf(condition: Condition, path: string, depth: number): readonly Row[] {
  const view = groupView(condition);
  if (view === undefined) return [];
  return view.parts.flatMap((part, at) => {
    const row = { path: partPath(path, condition, at), depth, condition: part };
    return [row, ...partsOf(part, row.path, depth + 1)];
  });
}
