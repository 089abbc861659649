// Step 3: what the table is called, whether its rows are customers or lines of customers, and what its columns mean.
import { SegmentedControl, Select, TextInput } from '@mantine/core';
import type { Probe } from '@tierflow/api';
import { cellText } from '../../drawer/people/cell-text.ts';
import { useDatasets } from '../../server/data-queries.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from '../import.module.css';
import { type ColumnType, type Mapping, mappingFaults, typeOf } from './draft.ts';

const types: readonly ColumnType[] = ['string', 'number', 'date', 'datetime', 'boolean'];

interface Props {
  readonly probe: Probe;
  readonly mapping: Mapping;
  readonly onMap: (mapping: Mapping) => void;
}

export function MapStep({ probe, mapping, onMap }: Props) {
  return (
    <div className={classes.step}>
      <Roles probe={probe} mapping={mapping} onMap={onMap} />
      <Columns probe={probe} mapping={mapping} onMap={onMap} />
    </div>
  );
}

function Roles({ probe, mapping, onMap }: Props) {
  const { t, exact } = useSpeech();
  const datasets = useDatasets();
  const faults = mappingFaults(mapping);
  const replaced = datasets.data?.find(({ name }) => name === mapping.dataset);
  const all = probe.columns.map(({ name }) => name);
  const times = probe.columns.filter((column) => ['date', 'datetime'].includes(typeOf(column, mapping))).map(({ name }) => name);
  const role = (name: 'key' | 'customer' | 'time', names: readonly string[], required: boolean) => (
    <Select
      size="xs"
      w={180}
      searchable
      clearable={!required}
      allowDeselect={!required}
      label={t(name === 'key' && mapping.kind === 'collection' ? 'importing.lineKey' : `importing.${name}`)}
      placeholder={required ? t('importing.chooseColumn') : t('importing.noneColumn')}
      error={(name === 'key' || name === 'customer') && faults.includes(name) ? t('importing.needed') : undefined}
      data={[...names]}
      value={mapping[name]}
      onChange={(value) => onMap({ ...mapping, [name]: value })}
    />
  );
  return (
    <>
      <div className={classes.roles}>
        <TextInput
          size="xs"
          w={200}
          label={t('importing.dataset')}
          value={mapping.dataset}
          error={faults.includes('name') ? t('importing.badName') : undefined}
          onChange={(event) => onMap({ ...mapping, dataset: event.currentTarget.value })}
        />
        <div>
          <span className={classes.label}>{t('importing.kind')}</span>
          <SegmentedControl
            size="xs"
            className={classes.kinds}
            aria-label={t('importing.kind')}
            value={mapping.kind}
            data={[
              { value: 'customers', label: t('importing.customers') },
              { value: 'collection', label: t('importing.collection') },
            ]}
            onChange={(value) => onMap({ ...mapping, kind: value === 'collection' ? 'collection' : 'customers' })}
          />
        </div>
        {mapping.kind === 'customers' && role('key', all, true)}
        {mapping.kind === 'collection' && (
          <>
            {role('customer', all, true)}
            {role('time', times, false)}
            {role('key', all, false)}
          </>
        )}
      </div>
      <p className={classes.quiet}>
        {replaced === undefined
          ? t(mapping.kind === 'customers' ? 'importing.customersHint' : 'importing.collectionHint')
          : t('importing.replaces', { name: replaced.name, rows: exact(replaced.rows) })}
      </p>
    </>
  );
}

function Columns({ probe, mapping, onMap }: Props) {
  const speech = useSpeech();
  const { t, exact, percent } = speech;
  const setType = (name: string, type: ColumnType) => onMap({ ...mapping, types: { ...mapping.types, [name]: type } });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long table is scrolled with the keys
    <div className={classes.columns} tabIndex={0}>
      <table aria-label={t('importing.columns')}>
        <thead>
          <tr>
            <th>{t('data.column')}</th>
            <th>{t('data.type')}</th>
            <th>{t('data.fill')}</th>
            <th className={classes.right}>{t('data.distinct')}</th>
            <th>{t('data.range')}</th>
            <th>{t('data.samples')}</th>
          </tr>
        </thead>
        <tbody>
          {probe.columns.map((column) => (
            <tr key={column.name}>
              <th scope="row" title={column.name}>
                {column.name}
                <Role name={column.name} mapping={mapping} />
              </th>
              <td>
                <Select
                  size="xs"
                  w={130}
                  allowDeselect={false}
                  aria-label={t('importing.typeOf', { column: column.name })}
                  data={types.map((type) => ({ value: type, label: t(`data.${type}`) }))}
                  value={typeOf(column, mapping)}
                  onChange={(value) => value !== null && setType(column.name, value as ColumnType)}
                />
              </td>
              <td>
                <span className={classes.fill}>
                  <i style={{ width: `${100 * column.fill}%` }} />
                </span>
                {percent(column.fill)}
              </td>
              <td className={classes.right}>{exact(column.distinct)}</td>
              <td className={classes.range}>
                {column.low === null ? '—' : `${cellText(column.low, column, speech)} – ${cellText(column.high, column, speech)}`}
              </td>
              <td className={classes.samples} title={column.samples.join(' · ')}>
                {column.samples.join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a column is used for. */
function Role({ name, mapping }: { readonly name: string; readonly mapping: Mapping }) {
  const { t } = useSpeech();
  const lines = mapping.kind === 'collection';
  const role =
    name === mapping.key
      ? lines
        ? 'lineKey'
        : 'key'
      : lines && name === mapping.customer
        ? 'customer'
        : lines && name === mapping.time
          ? 'time'
          : undefined;
  return role === undefined ? null : <span className={classes.role}>{t(`importing.${role}`)}</span>;
}
