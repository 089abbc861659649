// A list of groups of fields: add, remove, reorder by button and with Alt and the arrow keys.
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconPlus, IconTrash } from '@tabler/icons-react';
import type { Json } from '@tierflow/definition';
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import { type EditorProps, useField } from '../form/editor-props.ts';
import { Field, Remarks, remarksAt } from '../form/Field.tsx';
import { useFields } from '../form/fields-slot.ts';
import classes from '../form/form.module.css';
import { itemKeys, movedItem, newItem } from './list-items.ts';
import { titleOf } from './text-fields.tsx';

export function ListEditor({ field, path }: EditorProps<'list'>) {
  const state = useField(field, path);
  const items: readonly Json[] = Array.isArray(state.value) ? state.value : [];
  const area = useRef<HTMLDivElement>(null);
  const own = remarksAt(state.form.diagnostics, path, false);
  const change = (next: readonly Json[], focus?: number) => {
    state.set(next.length === 0 && field.optional === true ? undefined : [...next]);
    if (focus !== undefined) focusItem(area, focus);
  };
  const add = () => change([...items, newItem(field.start, items)], items.length);
  return (
    <Field path={path} label={state.label} help={state.help} remarks={own}>
      <div className={classes.list} ref={area}>
        {itemKeys(items).map((key, at) => (
          <Item key={key} field={field} path={path} items={items} at={at} onChange={change} />
        ))}
        <Button className={classes.addItem ?? ''} size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} onClick={add}>
          {state.form.word(field.add)}
        </Button>
      </div>
    </Field>
  );
}

function focusItem(area: RefObject<HTMLDivElement | null>, at: number): void {
  requestAnimationFrame(() => {
    const item = area.current?.querySelectorAll<HTMLElement>(':scope > [data-item]')[at];
    (item?.querySelector<HTMLElement>('input, textarea, select') ?? item)?.focus();
  });
}

interface ItemProps {
  readonly field: EditorProps<'list'>['field'];
  readonly path: string;
  readonly items: readonly Json[];
  readonly at: number;
  readonly onChange: (items: readonly Json[], focus?: number) => void;
}

function Item({ field, path, items, at, onChange }: ItemProps) {
  const { t, title } = useSpeech();
  const state = useField(field, path);
  const Fields = useFields();
  const base = `${path}.${at}`;
  const name = nameOf(items[at], title) ?? t('inspector.item', { label: state.label, n: at + 1 });
  const move = (by: -1 | 1) => {
    if (at + by >= 0 && at + by < items.length) onChange(movedItem(items, at, by), at + by);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? -1 : 1);
  };
  const tool = (label: string, Icon: typeof IconArrowUp, onClick: () => void, disabled = false) => (
    <Tooltip label={label}>
      <ActionIcon size={22} aria-label={`${label}: ${name}`} onClick={onClick} disabled={disabled}>
        <Icon size={14} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid everywhere
    <div className={classes.item} role="group" aria-label={name} data-item={at} onKeyDown={onKeyDown}>
      <div className={classes.itemHead}>
        <span className={classes.itemNumber}>{at + 1}</span>
        <span className={classes.itemName} title={name}>
          {name}
        </span>
        {tool(t('inspector.up'), IconArrowUp, () => move(-1), at === 0)}
        {tool(t('inspector.down'), IconArrowDown, () => move(1), at === items.length - 1)}
        {tool(t('inspector.copy'), IconCopy, () =>
          onChange([...items.slice(0, at + 1), newItem(items[at] ?? {}, items), ...items.slice(at + 1)], at + 1),
        )}
        {tool(t('inspector.remove'), IconTrash, () => onChange(items.filter((_, each) => each !== at)))}
      </div>
      <div className={classes.itemFields}>
        <Fields fields={field.item} base={`${base}.`} />
      </div>
      <Remarks remarks={remarksAt(state.form.diagnostics, base, false)} />
    </div>
  );
}

/** What an item is called: its title, its name, its id, its column. */
function nameOf(item: Json | undefined, titleText: ReturnType<typeof useSpeech>['title']): string | undefined {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
  const values = item as { readonly [name: string]: Json };
  const title = titleOf(values['title']);
  if (title !== null) return titleText(title);
  return [values['name'], values['id'], values['field']].find((value): value is string => typeof value === 'string' && value !== '');
}
