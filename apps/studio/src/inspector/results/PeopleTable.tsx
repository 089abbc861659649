// People in and out of a node as a table; every number opens the people behind it. The ways out add up to those who come in.
import { showPeople } from '../../app/show-people.ts';
import { useStudio } from '../../app/studio.ts';
import { tierColor } from '../../design/tokens.ts';
import { useSpeech } from '../../words/use-words.ts';
import { useForm } from '../form/form-scope.ts';
import classes from './results.module.css';
import { useNodeNumbers } from './use-node-numbers.ts';

export function PeopleTable() {
  const { t, text } = useSpeech();
  const { node, facts } = useForm();
  const { count, current } = useNodeNumbers(node.id);
  if (count === undefined || count.n === null) return null;
  const ports = facts?.ports ?? [];
  const tiers = ports.filter((port) => port.tier !== undefined).length;
  const sum = ports.reduce((total, port) => total + (count.ports[port.id] ?? 0), 0);
  const nameOf = (port: (typeof ports)[number]) => {
    if (port.title !== undefined) return text(port.title);
    return port.remainder === true ? t('canvas.rest') : t('canvas.out');
  };
  return (
    <table className={classes.people} data-stale={!current || undefined}>
      <caption className="tf-visually-hidden">{t('inspector.peopleTable')}</caption>
      <tbody>
        <Row name={t('inspector.in')} n={count.n} of={count.of} port="in" share={t('inspector.ofAllCustomers')} strong />
        {ports.map((port) => (
          <Row
            key={port.id}
            name={nameOf(port)}
            n={count.ports[port.id] ?? 0}
            of={count.n ?? 0}
            port={port.id}
            fill={port.tier === undefined ? undefined : tierColor(port.tier, tiers).fill}
            hatch={port.remainder === true}
          />
        ))}
        {count.unknown > 0 && (
          <Row name={t('inspector.unknown')} n={count.unknown} of={count.n} port="unknown" hint={t('inspector.unknownHint')} />
        )}
        {count.errors > 0 && <Row name={t('inspector.errors')} n={count.errors} of={count.n} hint={t('inspector.errorsHint')} />}
      </tbody>
      {ports.length > 1 && sum === count.n && (
        <tfoot>
          <tr>
            <td colSpan={3} className={classes.sumLine}>
              {t('inspector.addsUp')}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

interface RowProps {
  readonly name: string;
  readonly n: number;
  readonly of: number;
  /** Whose people the number opens. */
  readonly port?: string;
  readonly share?: string;
  readonly hint?: string;
  readonly fill?: string | undefined;
  readonly hatch?: boolean;
  readonly strong?: boolean;
}

function Row({ name, n, of, port, share, hint, fill, hatch = false, strong = false }: RowProps) {
  const { ui, preferences } = useStudio();
  const { exact, percent } = useSpeech();
  const { node } = useForm();
  return (
    <tr data-strong={strong || undefined} title={hint}>
      <th scope="row">
        {(fill !== undefined || hatch) && (
          <i className={hatch ? classes.hatch : classes.swatch} style={fill === undefined ? {} : { background: fill }} aria-hidden="true" />
        )}
        {name}
      </th>
      <td>
        {port === undefined ? (
          exact(n)
        ) : (
          <button type="button" className={classes.open} onClick={() => showPeople({ ui, preferences }, { node: node.id, port })}>
            {exact(n)}
          </button>
        )}
      </td>
      <td title={share}>{of === 0 ? '' : percent(n / of)}</td>
    </tr>
  );
}
