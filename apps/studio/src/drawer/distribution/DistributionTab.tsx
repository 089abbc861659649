// How a column is spread over the people of a place; a bar leads to its people.
import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { IconChartBar, IconChartHistogram, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { Failed, Loading } from '../../app/Failed.tsx';
import type { PeoplePlace } from '../../app/ui-store.ts';
import { EmptyState } from '../../design/EmptyState.tsx';
import { useSpeech } from '../../words/use-words.ts';
import { columnTitle } from '../people/cell-text.ts';
import type { ShownColumn } from '../people/columns.ts';
import type { Narrowing } from '../people/use-people.ts';
import { SetStatus } from '../SetStatus.tsx';
import type { TableColumns } from '../use-table-columns.ts';
import { BarTable } from './BarTable.tsx';
import { type Bar, barsOf } from './bars.ts';
import classes from './distribution.module.css';
import { ListBars } from './ListBars.tsx';
import { ScaleBars } from './ScaleBars.tsx';
import { useDistribution } from './use-distribution.ts';

interface Props {
  readonly place: PeoplePlace;
  readonly label: string;
  readonly columns: TableColumns;
  /** Column asked for by name. */
  readonly chosen: string | undefined;
  readonly onChoose: (column: string) => void;
  readonly onOpen: (narrowing: Narrowing) => void;
}

export function DistributionTab({ place, label, columns, chosen, onChoose, onOpen }: Props) {
  const speech = useSpeech();
  const { t } = speech;
  const [asTable, setAsTable] = useState(false);
  const column = columns.all.find((each) => each.name === chosen) ?? firstColumn(columns.all);
  const spread = useDistribution(place, column?.name);
  if (column === undefined) return <EmptyState title={t('drawer.noColumns')} text={t('drawer.noColumnsHint')} />;
  if (spread.isError) return <Failed title={t('drawer.failed')} error={spread.error} retry={() => void spread.refetch()} />;
  if (spread.data === undefined) return <Loading />;
  const { histogram } = spread.data;
  const { shape, bars, missing, tooMany } =
    histogram === null ? { shape: 'list' as const, bars: [], missing: 0, tooMany: false } : barsOf(histogram);
  const all: readonly Bar[] = missing === 0 ? bars : [...bars, { is: null, n: missing }];
  const counted = bars.reduce((sum, { n }) => sum + n, 0);
  const total = counted + missing;
  const open = ({ n: _, ...range }: Bar) => onOpen({ column: column.name, ...range });
  const chart = asTable ? 'table' : shape;
  return (
    <>
      <div className={classes.tools}>
        <Select
          size="xs"
          w={220}
          searchable
          allowDeselect={false}
          aria-label={t('drawer.column')}
          data={columns.all.map((each) => ({ value: each.name, label: columnTitle(each, speech) }))}
          value={column.name}
          onChange={(name) => name !== null && onChoose(name)}
          comboboxProps={{ shadow: 'md', position: 'bottom-start' }}
        />
        <Tooltip label={t(asTable ? 'drawer.asChart' : 'drawer.asTable')}>
          <ActionIcon size={26} aria-label={t(asTable ? 'drawer.asChart' : 'drawer.asTable')} onClick={() => setAsTable(!asTable)}>
            {asTable ? <IconChartHistogram size={16} /> : <IconTable size={16} />}
          </ActionIcon>
        </Tooltip>
        {chart === 'scale' && missing > 0 && (
          <button type="button" className={classes.missing} onClick={() => open({ is: null, n: missing })}>
            {t('drawer.missingPeople', { n: speech.exact(missing) })}
          </button>
        )}
      </div>
      {tooMany || all.length === 0 ? (
        <EmptyState
          icon={<IconChartBar size={32} stroke={1.25} />}
          title={t(tooMany ? 'drawer.tooMany' : 'drawer.nobody')}
          text={t(tooMany ? 'drawer.tooManyHint' : 'drawer.nobodyHint')}
        />
      ) : (
        <div className={classes.body} data-dimmed={spread.isPlaceholderData || undefined}>
          {chart === 'table' && <BarTable column={column} title={columnTitle(column, speech)} bars={all} total={total} onOpen={open} />}
          {chart === 'scale' && <ScaleBars column={column} bars={bars} total={total} onOpen={open} />}
          {chart === 'list' && <ListBars column={column} bars={all} total={total} onOpen={open} />}
        </div>
      )}
      <SetStatus
        label={label}
        total={tooMany ? null : total}
        asOf={spread.data.asOf}
        generation={spread.data.generation}
        milliseconds={spread.data.milliseconds}
        computing={spread.isPlaceholderData}
      />
    </>
  );
}

/** The last number that a node made, else any number, else the first column. */
function firstColumn(all: readonly ShownColumn[]): ShownColumn | undefined {
  const numbers = all.filter((column) => column.type === 'number');
  return numbers.findLast((column) => column.node !== undefined) ?? numbers[0] ?? all[0];
}
