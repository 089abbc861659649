// A group of conditions behind a bracket: all of them, any of them, or everybody but those.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMathFunction, IconPlus, IconTrash, IconUserMinus } from '@tabler/icons-react';
import type { Condition } from '@tierflow/compiler';
import { Fragment } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import { ColumnPicker } from '../columns/ColumnPicker.tsx';
import type { ColumnOption } from '../columns/column-options.ts';
import { useProfiles } from '../columns/use-profiles.ts';
import { ConditionCountLine } from './ConditionCountLine.tsx';
import classes from './condition.module.css';
import { useCondition } from './condition-context.ts';
import { added, type GroupMode, type GroupView, groupOf, groupView, type Place, partPath, removed, replaced } from './condition-tree.ts';
import { FormulaRow } from './FormulaRow.tsx';
import { PlaceMenu } from './PlaceMenu.tsx';
import { firstRow, type Scalar } from './row-change.ts';
import { TestRow } from './TestRow.tsx';
import { ToFormula } from './ToFormula.tsx';

interface Props {
  readonly place: Place;
  readonly condition: Condition;
  readonly path: string;
}

/** A bare row at the root is drawn as a group of one. */
export function ConditionGroup({ place, condition, path }: Props) {
  const { t } = useSpeech();
  const bare = groupView(condition) === undefined;
  const view: GroupView = groupView(condition) ?? { mode: 'all', exclude: false, parts: [condition], inner: [] };
  const tone = view.exclude ? 'exclude' : view.mode;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot carry the bracket
    <div className={classes.group} data-tone={tone} data-field={path} role="group" aria-label={t(`conditions.mode.${modeName(view)}`)}>
      <GroupHead place={place} condition={condition} view={view} path={path} />
      <div className={classes.parts}>
        {view.parts.length === 0 && (
          <p className={classes.empty}>{t(view.mode === 'all' ? 'conditions.everybody' : 'conditions.nobody')}</p>
        )}
        {view.parts.map((part, at) => (
          <Fragment key={at}>
            {at > 0 && <span className={classes.word}>{t(view.mode === 'all' ? 'conditions.and' : 'conditions.or')}</span>}
            <Part place={bare ? place : [...place, at]} condition={part} path={bare ? path : partPath(path, condition, at)} />
          </Fragment>
        ))}
        <AddTools place={place} />
      </div>
    </div>
  );
}

function Part({ place, condition, path }: Props) {
  if ('expr' in condition) return <FormulaRow place={place} formula={condition.expr} path={path} />;
  if ('field' in condition) return <TestRow place={place} test={condition} path={path} />;
  return <ConditionGroup place={place} condition={condition} path={path} />;
}

const modes = ['all', 'any', 'notAny', 'notAll'] as const;

function modeName({ mode, exclude }: Pick<GroupView, 'mode' | 'exclude'>): (typeof modes)[number] {
  if (!exclude) return mode;
  return mode === 'any' ? 'notAny' : 'notAll';
}

interface HeadProps extends Props {
  readonly view: GroupView;
}

function GroupHead({ place, condition, view, path }: HeadProps) {
  const { t } = useSpeech();
  const { root, change } = useCondition();
  const choose = (name: string) => {
    const mode: GroupMode = name === 'any' || name === 'notAny' ? 'any' : 'all';
    change(replaced(root, place, groupOf({ mode, exclude: name.startsWith('not'), parts: view.parts })));
  };
  return (
    <div className={classes.groupHead}>
      {view.exclude && <IconUserMinus className={classes.excludeSign} size={14} stroke={2} aria-hidden="true" />}
      <select
        className={classes.mode}
        aria-label={t('conditions.groupMode')}
        value={modeName(view)}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {modes.map((name) => (
          <option key={name} value={name}>
            {t(`conditions.mode.${name}`)}
          </option>
        ))}
      </select>
      <span className={classes.tools}>
        {(view.parts.length > 1 || view.exclude) && (
          <ToFormula place={place} condition={condition} label={t(`conditions.mode.${modeName(view)}`)} />
        )}
        {place.length > 0 && (
          <>
            <PlaceMenu place={place} label={t(`conditions.mode.${modeName(view)}`)} />
            <Tooltip label={t('conditions.removeGroup')}>
              <ActionIcon size={22} aria-label={t('conditions.removeGroup')} onClick={() => change(removed(root, place))}>
                <IconTrash size={14} stroke={1.75} />
              </ActionIcon>
            </Tooltip>
          </>
        )}
      </span>
      {place.length > 0 && <ConditionCountLine path={path} />}
    </div>
  );
}

function AddTools({ place }: { readonly place: Place }) {
  const { t } = useSpeech();
  const { root, columns, change } = useCondition();
  const profiles = useProfiles(columns.dataset);
  const rowOf = ({ name, type, node, values }: ColumnOption): Condition => {
    const samples = node === undefined ? (profiles.get(name)?.samples ?? []) : [];
    const known = [...(values ?? []).map(({ value }) => value), ...samples].filter((value): value is Scalar => value !== null);
    return firstRow(name, type, type === 'number' ? [] : known);
  };
  const put = (next: Condition) => {
    const parts = groupView(root);
    const count = place.length === 0 ? (parts === undefined ? 1 : parts.parts.length) : (countAt(root, place) ?? 0);
    change(added(root, place, next), [...place, count]);
  };
  const picker = (key: 'addRow' | 'addGroup' | 'addExclude', wrap: (row: Condition) => Condition) => (
    <ColumnPicker
      value={undefined}
      scope={columns}
      onChoose={(option) => put(wrap(rowOf(option)))}
      trigger={
        <>
          {key === 'addExclude' ? <IconUserMinus size={13} aria-hidden="true" /> : <IconPlus size={13} aria-hidden="true" />}
          {t(`conditions.${key}`)}
        </>
      }
    />
  );
  return (
    <div className={classes.add}>
      {picker('addRow', (row) => row)}
      {picker('addGroup', (row) => groupOf({ mode: 'any', exclude: false, parts: [row] }))}
      {picker('addExclude', (row) => groupOf({ mode: 'any', exclude: true, parts: [row] }))}
      <Tooltip label={t('conditions.addFormula')}>
        <button type="button" className={classes.addFormula} aria-label={t('conditions.addFormula')} onClick={() => put({ expr: 'true' })}>
          <IconMathFunction size={14} aria-hidden="true" />
        </button>
      </Tooltip>
    </div>
  );
}

function countAt(root: Condition, place: Place): number | undefined {
  const [step, ...rest] = place;
  const view = groupView(root);
  if (step === undefined) return view?.parts.length;
  const part = typeof step === 'number' ? view?.parts[step] : undefined;
  return part === undefined ? undefined : countAt(part, rest);
}
