// Texts and what stands for them, as a table that takes two columns pasted from a spreadsheet, with frequent texts that have no row yet.
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { Json } from '@tierflow/definition';
import type { CleanRule } from '@tierflow/nodes';
import { type ClipboardEvent, useMemo, useRef } from 'react';
import { Field } from '../../inspector/form/Field.tsx';
import { useForm } from '../../inspector/form/form-scope.ts';
import { useDraft } from '../../inspector/form/use-draft.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from './clean.module.css';
import { type Pair, pastedPairs, withPasted } from './pasted-pairs.ts';
import { notYetMapped } from './rule-examples.ts';
import { useArrivingValues } from './use-arriving-values.ts';
import type { RuleView } from './use-rules.ts';

interface Props {
  readonly view: RuleView;
  readonly rules: readonly CleanRule[];
}

export function PairTable({ view, rules }: Props) {
  const { t } = useSpeech();
  const form = useForm();
  const { at: ruleAt, remarks } = view;
  const path = `rules.${ruleAt}.pairs`;
  const area = useRef<HTMLTableElement>(null);
  const pairs: readonly Pair[] = view.rule.pairs ?? [];
  const set = (next: readonly Pair[]) => form.set(path, next as unknown as Json);
  const put = (at: number, change: Partial<Pair>) => set(pairs.map((pair, each) => (each === at ? { ...pair, ...change } : pair)));
  const add = (from: string) => {
    set([...pairs, { from, to: '' }]);
    const place = 2 * pairs.length + (from === '' ? 0 : 1);
    requestAnimationFrame(() => area.current?.querySelectorAll('input')[place]?.focus());
  };
  const onPaste = (at: number) => (event: ClipboardEvent) => {
    const pasted = pastedPairs(event.clipboardData.getData('text/plain'));
    if (pasted === undefined) return;
    event.preventDefault();
    set(withPasted(pairs, at, pasted));
  };
  return (
    <Field
      path={path}
      label={form.word('label.pairs')}
      help={t('cleaning.pasteHint')}
      remarks={remarks.filter(({ at }) => at.path?.startsWith(path))}
    >
      <table ref={area} className={classes.pairs} aria-label={form.word('label.pairs')}>
        <thead>
          <tr>
            <th scope="col">{form.word('label.pair.from')}</th>
            <th scope="col">{form.word('label.pair.to')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair, at) => (
            <Row
              key={at}
              pair={pair}
              at={at}
              onPut={(change) => put(at, change)}
              onPaste={onPaste(at)}
              onRemove={() => set(pairs.filter((_, each) => each !== at))}
            />
          ))}
        </tbody>
      </table>
      <Button className={classes.add ?? ''} size="compact-xs" variant="subtle" leftSection={<IconPlus size={13} />} onClick={() => add('')}>
        {form.word('label.pairs.add')}
      </Button>
      <Proposed view={view} rules={rules} onAdd={add} />
    </Field>
  );
}

interface RowProps {
  readonly pair: Pair;
  readonly at: number;
  readonly onPut: (change: Partial<Pair>) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onRemove: () => void;
}

function Row({ pair, at, onPut, onPaste, onRemove }: RowProps) {
  const { t } = useSpeech();
  const { word } = useForm();
  const place = String(at + 1);
  return (
    <tr>
      <td>
        <Cell label={`${word('label.pair.from')} ${place}`} value={pair.from} onKeep={(from) => onPut({ from })} onPaste={onPaste} />
      </td>
      <td>
        <Cell label={`${word('label.pair.to')} ${place}`} value={pair.to} onKeep={(to) => onPut({ to })} onPaste={onPaste} />
      </td>
      <td>
        <ActionIcon size={24} aria-label={t('inspector.removeItem', { label: pair.from === '' ? place : pair.from })} onClick={onRemove}>
          <IconX size={12} stroke={1.75} />
        </ActionIcon>
      </td>
    </tr>
  );
}

interface CellProps {
  readonly label: string;
  readonly value: string;
  readonly onKeep: (text: string) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

function Cell({ label, value, onKeep, onPaste }: CellProps) {
  const commit = (text: string) => {
    if (text !== value) onKeep(text);
    return true;
  };
  const draft = useDraft({ value, commit });
  return <input className={classes.cell} aria-label={label} maxLength={1000} onPaste={onPaste} {...draft.bind} />;
}

function Proposed({ view, rules, onAdd }: Props & { readonly onAdd: (text: string) => void }) {
  const { t, exact } = useSpeech();
  const { at, rule } = view;
  const values = useArrivingValues(rule.field);
  const proposed = useMemo(
    () => (view.type === 'string' ? notYetMapped({ rules, at, type: 'string', values }) : []),
    [view.type, rules, at, values],
  );
  if (proposed.length === 0) return null;
  return (
    <div className={classes.proposed}>
      <span>{t('cleaning.proposed')}</span>
      {proposed.map(({ value, n }) => (
        <button key={value} type="button" onClick={() => onAdd(String(value))} title={t('cleaning.addText', { text: String(value) })}>
          {value}
          {n !== undefined && <span className={classes.people}>{exact(n)}</span>}
        </button>
      ))}
    </div>
  );
}
