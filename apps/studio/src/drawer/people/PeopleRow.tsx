// One person of the table; a click tests them.
import type { Cell, PreviewRows } from '@tierflow/api';
import { memo } from 'react';
import { NoTierChip, TierChip } from '../../design/TierChip.tsx';
import { useSpeech } from '../../words/use-words.ts';
import { cellText } from './cell-text.ts';
import type { ShownColumn } from './columns.ts';
import classes from './people.module.css';
import { fullness, type Range } from './use-ranges.ts';

interface Props {
  readonly index: number;
  /** Pixels from the top of the sheet. */
  readonly top: number;
  /** Undefined while it is on its way. */
  readonly row: PreviewRows['rows'][number] | undefined;
  readonly columns: readonly ShownColumn[];
  readonly tiers: PreviewRows['tiers'];
  readonly ranges: ReadonlyMap<string, Range>;
  readonly active: boolean;
  readonly onOpen: (key: string) => void;
}

export const PeopleRow = memo(function PeopleRow({ index, top, row, columns, tiers, ranges, active, onOpen }: Props) {
  const { t } = useSpeech();
  return (
    <tr
      id={`people-row-${index}`}
      className={classes.row}
      aria-rowindex={index + 2}
      aria-selected={active}
      data-active={active || undefined}
      style={{ transform: `translateY(${top}px)` }}
      title={row === undefined ? undefined : t('drawer.openHint')}
      onClick={() => {
        if (row !== undefined) onOpen(row.key);
      }}
    >
      {row === undefined ? (
        <td className={classes.waiting} />
      ) : (
        <>
          <td className={classes.cell} data-key>
            {row.key}
          </td>
          {tiers.length > 0 && <TierCell tier={row.tier} tiers={tiers} />}
          {columns.map((column, at) => (
            <ValueCell key={column.name} column={column} value={row.values[at] ?? null} range={ranges.get(column.name)} />
          ))}
        </>
      )}
    </tr>
  );
});

function TierCell({ tier, tiers }: { readonly tier: string | null; readonly tiers: PreviewRows['tiers'] }) {
  const { t, text } = useSpeech();
  const place = tiers.findIndex(({ id }) => id === tier);
  const found = tiers[place];
  const title = found === undefined ? t('drawer.noTier') : text(found.title);
  return (
    <td className={classes.cell} data-quiet={found === undefined || undefined}>
      {found === undefined ? <NoTierChip /> : <TierChip place={place} of={tiers.length} title={title} />}
      <span className={classes.text}>{title}</span>
    </td>
  );
}

function ValueCell({ column, value, range }: { readonly column: ShownColumn; readonly value: Cell; readonly range: Range | undefined }) {
  const speech = useSpeech();
  const text = cellText(value, column, speech);
  return (
    <td
      className={classes.cell}
      data-number={column.type === 'number' || undefined}
      data-quiet={value === null || undefined}
      title={value === null ? speech.t('drawer.missing') : text}
    >
      {typeof value === 'number' && range !== undefined && (
        <span className={classes.bar} style={{ width: `calc((100% - 72px) * ${fullness(value, range)})` }} aria-hidden="true" />
      )}
      <span className={classes.text}>{text}</span>
    </td>
  );
}
