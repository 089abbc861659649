// The settings of a lifecycle: an axis of days, the stages in the order they are tried, whoever is in none, and the sum.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Json } from '@tierflow/definition';
import { readPath } from '@tierflow/flow';
import { itemKeys, newItem } from '../../inspector/fields/list-items.ts';
import { HelpTip, Remarks, remarksAt } from '../../inspector/form/Field.tsx';
import { useForm } from '../../inspector/form/form-scope.ts';
import { PeopleCount } from '../PeopleCount.tsx';
import { SumCheck } from '../SumCheck.tsx';
import { DayAxis } from './DayAxis.tsx';
import classes from './lifecycle.module.css';
import { StageRow } from './StageRow.tsx';
import { usualLimits } from './stages.ts';
import { useStages } from './use-stages.ts';

export function LifecycleConfig() {
  const form = useForm();
  const view = useStages();
  const { stages, rest, arrive, current } = view;
  const raw = readPath(form.node.config, 'stages');
  const entries: readonly Json[] = Array.isArray(raw) ? raw : [];
  const put = (next: readonly Json[]) => form.set('stages', [...next]);
  const sum = stages.reduce((total, stage) => total + (stage.n ?? 0), rest.n ?? 0);
  const add = () => put([...entries, newItem({ id: 'stage', last: { ...usualLimits.last } }, entries)]);
  const keys = itemKeys(entries);
  return (
    <section className={classes.face} aria-label={form.word('label.stages')}>
      <div className={classes.head}>
        <span>{form.word('label.stages')}</span>
        <HelpTip text={form.word('label.stages.help')} />
      </div>
      <DayAxis stages={stages} />
      <div data-stale={!current || undefined} data-field="stages">
        {stages.map((stage, at) => (
          <StageRow key={keys[at]} stage={stage} at={at} entries={entries} base={view} onChange={put} />
        ))}
        <div className={classes.rest} data-stage={rest.port}>
          <span className={classes.hatch} aria-hidden="true" />
          <span>{rest.name}</span>
          <PeopleCount port={rest.port} n={rest.n} base={view} />
        </div>
      </div>
      <div className={classes.sum}>
        <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={13} />} onClick={add}>
          {form.word('label.stages.add')}
        </Button>
        <SumCheck sum={sum} arrive={arrive} current={current} />
      </div>
      <Remarks remarks={remarksAt(form.diagnostics, 'stages', false)} />
    </section>
  );
}
