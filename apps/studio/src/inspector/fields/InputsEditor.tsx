// The order of the edges into a node: where branches carry the same column, the first one wins.
import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { portOf } from '@tierflow/flow';
import { useDocument } from '../../app/studio.ts';
import { shownFlow } from '../../document/document-store.ts';
import { useNodeTitle, useSpeech } from '../../words/use-words.ts';
import { type EditorProps, frameOf, useField } from '../form/editor-props.ts';
import { Field } from '../form/Field.tsx';
import classes from '../form/form.module.css';

export function InputsEditor({ field, path }: EditorProps<'inputs'>) {
  const state = useField(field, path);
  const { t } = useSpeech();
  const titleOf = useNodeTitle();
  const flow = useDocument(shownFlow);
  const edges = flow?.edges.filter((edge) => edge.to === state.form.node.id) ?? [];
  const several = new Set(edges.map((edge) => edge.from).filter((from, at, all) => all.indexOf(from) !== at));
  const nameOf = (edge: (typeof edges)[number]) => (several.has(edge.from) ? `${edge.from}:${portOf(edge)}` : edge.from);
  const names = edges.map(nameOf);
  const chosen = Array.isArray(state.own)
    ? state.own.filter((name): name is string => typeof name === 'string' && names.includes(name))
    : [];
  const order = [...chosen, ...names.filter((name) => !chosen.includes(name))];
  const move = (at: number, by: -1 | 1) => {
    const next = [...order];
    const [name] = next.splice(at, 1);
    if (name !== undefined) next.splice(at + by, 0, name);
    state.set(next);
  };
  return (
    <Field {...frameOf(state, path)}>
      {order.length === 0 && <p className={classes.hint}>{t('inspector.noInputs')}</p>}
      <ol className={classes.order}>
        {order.map((name, at) => {
          const [id = '', port] = name.split(':');
          const title = port === undefined ? titleOf(flow, id) : `${titleOf(flow, id)} · ${port}`;
          return (
            <li key={name} className={classes.orderItem}>
              <span className={classes.orderName}>{title}</span>
              <ActionIcon size={22} disabled={at === 0} aria-label={t('inspector.moveUp', { label: title })} onClick={() => move(at, -1)}>
                <IconArrowUp size={14} />
              </ActionIcon>
              <ActionIcon
                size={22}
                disabled={at === order.length - 1}
                aria-label={t('inspector.moveDown', { label: title })}
                onClick={() => move(at, 1)}
              >
                <IconArrowDown size={14} />
              </ActionIcon>
            </li>
          );
        })}
      </ol>
    </Field>
  );
}
