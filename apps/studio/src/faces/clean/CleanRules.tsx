// The rules in order, each a line; one of them may be open to be edited.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { CleanRule } from '@tierflow/nodes';
import { useRef, useState } from 'react';
import { Field, remarksAt } from '../../inspector/form/Field.tsx';
import { useForm } from '../../inspector/form/form-scope.ts';
import classes from './clean.module.css';
import { RuleLine } from './RuleLine.tsx';
import { useRules } from './use-rules.ts';

export function CleanRules() {
  const form = useForm();
  const { views, rules, current, set } = useRules();
  const [open, setOpen] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const dragged = useRef<number | null>(null);
  const area = useRef<HTMLOListElement>(null);
  const focus = (at: number) => {
    requestAnimationFrame(() => area.current?.querySelector<HTMLElement>(`[data-rule="${at}"] button`)?.focus());
  };
  const move = (from: number, to: number) => {
    if (from === to || to < 0 || to >= rules.length) return;
    set(moved(rules, from, to));
    setOpen(open === from ? to : null);
    focus(to);
  };
  const add = () => {
    const start: CleanRule = { do: 'required', field: rules.at(-1)?.field ?? '' };
    set([...rules, start]);
    setOpen(rules.length);
    focus(rules.length);
  };
  const remove = (at: number) => {
    set(rules.filter((_, each) => each !== at));
    setOpen(null);
    focus(Math.max(0, at - 1));
  };
  const drag = (at: number) => ({
    over: over === at,
    start: () => {
      dragged.current = at;
    },
    enter: () => setOver(at),
    end: () => {
      dragged.current = null;
      setOver(null);
    },
    drop: () => {
      if (dragged.current !== null) move(dragged.current, at);
      setOver(null);
    },
  });
  return (
    <Field
      path="rules"
      label={form.word('label.rules')}
      help={form.word('label.rules.help')}
      remarks={remarksAt(form.diagnostics, 'rules', false)}
    >
      <ol ref={area} className={classes.rules}>
        {views.map((view) => (
          <RuleLine
            key={view.at}
            view={view}
            rules={rules}
            open={open === view.at}
            stale={!current}
            onOpen={() => setOpen(open === view.at ? null : view.at)}
            onMove={(by) => move(view.at, view.at + by)}
            onRemove={() => remove(view.at)}
            drag={drag(view.at)}
          />
        ))}
      </ol>
      <Button className={classes.add ?? ''} size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} onClick={add}>
        {form.word('label.rules.add')}
      </Button>
    </Field>
  );
}

function moved(rules: readonly CleanRule[], from: number, to: number): readonly CleanRule[] {
  const rest = rules.filter((_, at) => at !== from);
  return [...rest.slice(0, to), ...rules.slice(from, from + 1), ...rest.slice(to)];
}
