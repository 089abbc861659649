// An own table of groups: the first rule that matches names the group, so the order counts.
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { Json } from '@tierflow/definition';
import { readPath, type Title } from '@tierflow/flow';
import { useEffect } from 'react';
import { useFacts, useStudio } from '../../app/studio.ts';
import { movedItem, newItem } from '../../inspector/fields/list-items.ts';
import { TitleControl } from '../../inspector/fields/TitleControl.tsx';
import { Remarks, remarksAt } from '../../inspector/form/Field.tsx';
import { useForm, valueAt } from '../../inspector/form/form-scope.ts';
import { useSpeech } from '../../words/use-words.ts';
import { dimensions, type RangeRule, rangeOf, rulesOf, withBound } from './group-rules.ts';
import classes from './rfm.module.css';

export function GroupTable() {
  const { facts } = useStudio();
  const { t, exact } = useSpeech();
  const form = useForm();
  const raw = readPath(form.node.config, 'groups');
  const entries: readonly Json[] = Array.isArray(raw) ? raw : [];
  const rules = rulesOf(raw);
  const column = `${String(valueAt(form, 'as') ?? '')}group`;
  const { id } = form.node;
  useEffect(() => facts.want({ columns: [{ node: id, column, bins: 1 }] }), [facts, id, column]);
  const counted = useFacts((state) => state.histograms.get(`${form.node.id}.${column}`)?.value.values);
  const put = (next: readonly Json[]) => form.set('groups', [...next]);
  const tool = (label: string, Icon: typeof IconTrash, onClick: () => void, disabled = false) => (
    <Tooltip label={label}>
      <ActionIcon size={22} aria-label={label} onClick={onClick} disabled={disabled}>
        <Icon size={14} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <div className={classes.rules}>
      {rules.map((rule, at) => {
        const n = counted?.find((each) => each.value === rule.id)?.n;
        return (
          // biome-ignore lint/a11y/useSemanticElements: rows of a table, not of a form
          <div key={rule.id} className={classes.rule} role="group" aria-label={rule.id} data-field={`groups.${at}`}>
            <div className={classes.ruleHead}>
              <span className={classes.ruleNumber}>{at + 1}</span>
              <TitleControl
                label={form.word('label.title')}
                value={rule.title as Title | null}
                placeholder={rule.id}
                onCommit={(title) => form.set(`groups.${at}.title`, title === null ? undefined : (title as Json))}
              />
              {n !== undefined && <span className={classes.ruleCount}>{exact(n)}</span>}
              {tool(t('inspector.up'), IconArrowUp, () => put(movedItem(entries, at, -1)), at === 0)}
              {tool(t('inspector.down'), IconArrowDown, () => put(movedItem(entries, at, 1)), at === rules.length - 1)}
              {tool(t('inspector.remove'), IconTrash, () => put(entries.filter((_, each) => each !== at)), rules.length < 2)}
            </div>
            <Bounds rule={rule} at={at} />
            <Remarks remarks={remarksAt(form.diagnostics, `groups.${at}`)} />
          </div>
        );
      })}
      <Button
        className={classes.addRule ?? ''}
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={13} />}
        onClick={() => put([...entries, newItem({ id: 'group' }, entries)])}
      >
        {form.word('label.rules.add')}
      </Button>
    </div>
  );
}

function Bounds({ rule, at }: { readonly rule: RangeRule; readonly at: number }) {
  const { t } = useSpeech();
  const form = useForm();
  return (
    <div className={classes.bounds}>
      {dimensions.map((dimension) => {
        const most = mostOf(form, dimension);
        const range = rangeOf(rule, dimension);
        const select = (end: 0 | 1, label: string) => (
          <select
            className={classes.bound}
            aria-label={`${dimension} ${label}`}
            value={range?.[end] ?? ''}
            onChange={(event) =>
              form.set(
                `groups.${at}.${dimension}`,
                withBound(range, end, event.currentTarget.value === '' ? undefined : Number(event.currentTarget.value), most),
              )
            }
          >
            <option value="">{t('faces.rfm.any')}</option>
            {Array.from({ length: most }, (_, score) => (
              <option key={`score ${score + 1}`} value={score + 1}>
                {score + 1}
              </option>
            ))}
          </select>
        );
        return (
          <span key={dimension} className={classes.dimension} data-field={`groups.${at}.${dimension}`}>
            <b>{dimension}</b>
            {select(0, t('conditions.from'))}–{select(1, t('conditions.to'))}
          </span>
        );
      })}
    </div>
  );
}

/** How many scores a dimension has, read off the cuts. */
function mostOf(form: ReturnType<typeof useForm>, dimension: string): number {
  const method = valueAt(form, 'method');
  if (method === 'meanSplit') return 2;
  const cuts = valueAt(form, `cuts.${dimension}`);
  if (method === 'fixed') return Array.isArray(cuts) ? cuts.length + 1 : 5;
  const bins = valueAt(form, 'bins');
  return typeof bins === 'number' ? bins : 5;
}
