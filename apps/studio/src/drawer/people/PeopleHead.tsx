// The headings of the people's table; a click sorts, down first for numbers.
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useSpeech } from '../../words/use-words.ts';
import { columnTitle } from './cell-text.ts';
import type { ShownColumn } from './columns.ts';
import classes from './people.module.css';
import type { Order } from './use-people.ts';

interface Props {
  readonly keyTitle: string;
  readonly columns: readonly ShownColumn[];
  readonly hasTiers: boolean;
  readonly sort: Order | undefined;
  readonly onSort: (order: Order | undefined) => void;
}

export function PeopleHead({ keyTitle, columns, hasTiers, sort, onSort }: Props) {
  const speech = useSpeech();
  return (
    <thead>
      <tr className={classes.head} aria-rowindex={1}>
        <th className={classes.heading} data-key>
          {keyTitle}
        </th>
        {hasTiers && <th className={classes.heading}>{speech.t('drawer.tier')}</th>}
        {columns.map((column) => {
          const descending = sort?.column === column.name ? sort.descending : undefined;
          const title = columnTitle(column, speech);
          return (
            <th
              key={column.name}
              className={classes.heading}
              data-number={column.type === 'number' || undefined}
              aria-sort={descending === undefined ? 'none' : descending ? 'descending' : 'ascending'}
            >
              <button
                type="button"
                title={title === column.name ? title : `${title} (${column.name})`}
                onClick={() => onSort(nextOrder(column, sort))}
              >
                <span>{title}</span>
                {descending !== undefined && (descending ? <IconArrowDown size={12} /> : <IconArrowUp size={12} />)}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** Numbers begin with the largest, others with the smallest; the third click ends the order. */
function nextOrder({ name, type }: ShownColumn, sort: Order | undefined): Order | undefined {
  const first = type === 'number';
  if (sort?.column !== name) return { column: name, descending: first };
  return sort.descending === first ? { column: name, descending: !first } : undefined;
}
