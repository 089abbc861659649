// The heads of the sheet: which column or formula an input is, name and type of an output, and a way to add an input.
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { compileFormula } from '@tierflow/expression';
import { useState } from 'react';
import { useForm } from '../../inspector/form/form-scope.ts';
import { useSpeech } from '../../words/use-words.ts';
import { type Sheet, withInput, withInputSettings, withMovedColumn, withOutputSettings, withoutColumn } from './sheet.ts';
import classes from './table.module.css';
import type { TableView } from './use-table.ts';

export function SheetHead({ view }: { readonly view: TableView }) {
  const { t } = useSpeech();
  const { sheet, put } = view;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={classes.corner}>
          {t('sheet.row')}
        </th>
        {sheet.inputs.map((_, at) => (
          <InputHead key={`in${at}`} view={view} at={at} />
        ))}
        {sheet.outputs.map((_, at) => (
          <OutputHead key={`out${at}`} view={view} at={at} />
        ))}
        <th scope="col" className={classes.people}>
          {t('sheet.people')}
        </th>
        <th scope="col" className={classes.tools}>
          {sheet.inputs.length < 20 && (
            <ColumnChoice label={t('sheet.addInput')} value="" onChoose={(input) => put(withInput(sheet, input))} />
          )}
        </th>
      </tr>
    </thead>
  );
}

interface HeadProps {
  readonly view: TableView;
  readonly at: number;
}

type Input = Sheet['inputs'][number];

function InputHead({ view, at }: HeadProps) {
  const { t } = useSpeech();
  const form = useForm();
  const { sheet, put } = view;
  const input = sheet.inputs[at];
  const change = (next: Input) => {
    const scope = form.facts?.formulas?.get(`inputs.${at}.expr`);
    const type =
      next.field === undefined
        ? scope === undefined
          ? undefined
          : compileFormula(next.expr ?? '', scope).type
        : form.facts?.scope.get(next.field)?.type;
    put(withInputSettings(sheet, at, next, type));
  };
  return (
    <th scope="col" data-field={`inputs.${at}`} data-invalid={view.inputs[at] === undefined || undefined}>
      <span className={classes.headLine}>
        <ColumnChoice label={t('sheet.inputOf', { n: at + 1 })} value={input?.field} onChoose={change} />
        <ColumnMenu view={view} column={at} only={sheet.inputs.length === 1} />
      </span>
      {input?.expr !== undefined && (
        <TypedText label={t('sheet.formulaOf', { n: at + 1 })} value={input.expr} onKeep={(expr) => change({ expr })} />
      )}
    </th>
  );
}

function OutputHead({ view, at }: HeadProps) {
  const { t } = useSpeech();
  const { sheet, put } = view;
  const output = sheet.outputs[at];
  if (output === undefined) return null;
  const change = (next: Sheet['outputs'][number]) => put(withOutputSettings(sheet, at, next));
  const { name, type, title, collect } = output;
  const kept = { name, ...(title === undefined ? {} : { title }) };
  return (
    <th scope="col" data-output data-first-output={at === 0 || undefined} data-field={`outputs.${at}`}>
      <span className={classes.headLine}>
        <TypedText label={t('sheet.outputOf', { n: at + 1 })} value={name} onKeep={(next) => change({ ...output, name: next })} />
        <ColumnMenu view={view} column={sheet.inputs.length + at} only={sheet.outputs.length === 1} />
      </span>
      <span className={classes.headLine}>
        <select
          aria-label={t('sheet.typeOf', { name })}
          value={type}
          onChange={(event) => change({ ...kept, type: event.currentTarget.value as typeof type })}
        >
          {(['string', 'number', 'boolean'] as const).map((each) => (
            <option key={each} value={each}>
              {t(`sheet.type.${each}`)}
            </option>
          ))}
        </select>
        {sheet.hit === 'collect' && type === 'number' && (
          <select
            aria-label={t('sheet.collectOf', { name })}
            value={collect ?? 'sum'}
            onChange={(event) => change({ ...kept, type, collect: event.currentTarget.value as NonNullable<typeof collect> })}
          >
            {(['sum', 'min', 'max', 'count'] as const).map((each) => (
              <option key={each} value={each}>
                {t(`sheet.collect.${each}`)}
              </option>
            ))}
          </select>
        )}
      </span>
    </th>
  );
}

const formula = '\u0000formula';

interface ChoiceProps {
  readonly label: string;
  /** Undefined for a formula, empty where something is to be added. */
  readonly value: string | undefined;
  readonly onChoose: (input: Input) => void;
}

/** The columns that arrive, and a formula. */
function ColumnChoice({ label, value, onChoose }: ChoiceProps) {
  const { t, text } = useSpeech();
  const form = useForm();
  const columns = [...(form.facts?.scope.values() ?? [])];
  const strange = value !== undefined && value !== '' && !columns.some(({ name }) => name === value);
  return (
    <select
      aria-label={label}
      value={value ?? formula}
      onChange={(event) => {
        const next = event.currentTarget.value;
        onChoose(next === formula ? { expr: columns[0]?.name ?? '1' } : { field: next });
      }}
    >
      {value === '' && (
        <option value="" disabled>
          + {label}
        </option>
      )}
      {strange && <option value={value}>{value}</option>}
      {columns.map(({ name, title }) => (
        <option key={name} value={name}>
          {title === undefined ? name : text(title)}
        </option>
      ))}
      <option value={formula}>ƒ {t('sheet.formula')}</option>
    </select>
  );
}

/** A text kept on Enter and on leaving; Escape takes it back. */
function TypedText({ label, value, onKeep }: { readonly label: string; readonly value: string; readonly onKeep: (text: string) => void }) {
  const [draft, setDraft] = useState<string | null>(null);
  const keep = () => {
    if (draft !== null && draft.trim() !== '' && draft.trim() !== value) onKeep(draft.trim());
    setDraft(null);
  };
  return (
    <input
      className={classes.typed}
      aria-label={label}
      value={draft ?? value}
      spellCheck={false}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') keep();
        if (event.key !== 'Escape' || draft === null) return;
        event.preventDefault();
        setDraft(null);
      }}
    />
  );
}

function ColumnMenu({
  view: { sheet, names, put },
  column,
  only,
}: {
  readonly view: TableView;
  readonly column: number;
  readonly only: boolean;
}) {
  const { t } = useSpeech();
  const [from, to] = column < sheet.inputs.length ? [0, sheet.inputs.length - 1] : [sheet.inputs.length, names.length - 1];
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon size={18} aria-label={t('sheet.columnMenu', { name: names[column] ?? '' })}>
          <IconDots size={13} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={column === from} onClick={() => put(withMovedColumn(sheet, column, -1))}>
          {t('sheet.left')}
        </Menu.Item>
        <Menu.Item disabled={column === to} onClick={() => put(withMovedColumn(sheet, column, 1))}>
          {t('sheet.right')}
        </Menu.Item>
        <Menu.Item disabled={only} onClick={() => put(withoutColumn(sheet, column))}>
          {t('sheet.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
