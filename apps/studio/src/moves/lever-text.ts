// Things that can be changed, and changes, in words.
import type { Lever, Move } from '@tierflow/api';
import type { LeverName } from '@tierflow/flow';
import { cellText } from '../drawer/people/cell-text.ts';
import type { Speech } from '../words/use-words.ts';

type Change = NonNullable<Move['next']>;

/** Where the flow keeps a lever. */
export function placeOf(lever: Lever): LeverName {
  switch (lever.kind) {
    case 'lines':
      return { collection: lever.collection };
    case 'amount':
      return { collection: lever.collection, field: lever.field };
    default:
      return { field: lever.field };
  }
}

/** A lever among others. */
export function leverKey(lever: Lever): string {
  return `${lever.kind} ${Object.values(placeOf(lever)).join(' ')}`;
}

/** What a lever is called. */
export function leverName(lever: Lever, { t }: Speech): string {
  switch (lever.kind) {
    case 'lines':
      return t('moves.linesOf', { name: lever.collection });
    case 'amount':
      return t('moves.amountOf', { name: lever.collection, field: lever.field });
    default:
      return lever.field;
  }
}

/** A change as a clause: "1 more line in orders". */
export function changeText({ lever, from, example }: Pick<Move, 'lever' | 'from' | 'example'>, change: Change, speech: Speech): string {
  const { t } = speech;
  const to = cellText(change.to, { type: 'string' }, speech);
  const size = cellText(change.size, { type: 'number' }, speech);
  if (lever.kind === 'lines') return t('moves.lines', { name: lever.collection, count: change.size ?? 0 });
  if (lever.kind === 'amount') return t('moves.amount', { name: lever.collection, field: lever.field, to });
  const { field } = lever;
  if (example) return t('moves.fill', { field, to });
  if (lever.kind === 'value') return t('moves.value', { field, to, from: cellText(from, { type: 'string' }, speech) });
  return t(Number(change.to) > Number(from) ? 'moves.up' : 'moves.down', { field, size, to });
}

/** What the new lines are like; days are the line's own. */
export function lineText({ line, lever }: Move, asOf: string, speech: Speech): string {
  if (line === undefined) return '';
  const { t } = speech;
  const shown = Object.entries(line.values).filter(
    ([name, value]) => !isDated(value) && !(lever.kind === 'amount' && name === lever.field),
  );
  const values = shown.map(([name, value]) => t('moves.pair', { name, value: cellText(value, { type: 'string' }, speech) }));
  const day = line.apart ? t('moves.apart', { day: asOf }) : asOf;
  if (values.length === 0) return t('moves.plainLine', { day });
  return t(line.of === 'own' ? 'moves.ownLine' : 'moves.populationLine', { values: values.join(t('moves.comma')), day });
}

const DATED = /^\d{4}-\d\d-\d\d(?:T|$)/;

function isDated(value: unknown): boolean {
  return typeof value === 'string' && DATED.test(value);
}
