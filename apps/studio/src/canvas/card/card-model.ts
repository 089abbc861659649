// What a card shows, worked out from ports and counts. No words, no pixels of text.
import type { NodeCount } from '@tierflow/api';
import type { PortSpec } from '@tierflow/compiler';
import type { Flow } from '@tierflow/flow';
import type { PercentBase } from '../../app/preferences.ts';

/** Ports on a card: at most one in line with the title, the others as rows from top to bottom. */
export interface PortPlaces {
  readonly main: PortSpec | undefined;
  readonly rows: readonly PortSpec[];
}

/** One way out stands beside the title, its remainder in a row below; several ways out are rows. */
export function portPlaces(ports: readonly PortSpec[]): PortPlaces {
  const ways = ports.filter((port) => port.remainder !== true);
  const rest = ports.filter((port) => port.remainder === true);
  if (ways.length === 1 && ways[0]?.tier === undefined) return { main: ways[0], rows: rest };
  return { main: undefined, rows: [...ways, ...rest] };
}

/** The number a card is read by: people that leave through its main way out, else those that reach it. Null while unknown. */
export function cardNumber(count: NodeCount | undefined, ports: readonly PortSpec[]): number | null {
  const { main } = portPlaces(ports);
  return (main === undefined ? count?.n : count?.ports[main.id]) ?? null;
}

/** How many of the rows are tiers; they share the colour ramp. */
export function tierCount(ports: readonly PortSpec[]): number {
  return ports.filter((port) => port.tier !== undefined).length;
}

/** The letter on a tier's chip: the one its title begins with if that stands alone (`A · strategic`), else S, A, B, C … from the best down. */
export function chipLetter(place: number, title: string): string {
  const own = /^([A-Za-z]|\d{1,2})(?=$|[^\p{L}\d])/u.exec(title)?.[1];
  return own ?? (place === 0 ? 'S' : String.fromCharCode(64 + Math.min(place, 26)));
}

/** People of a node that a percentage refers to: all customers, or those of the step before. */
export function baseOf(flow: Flow, id: string, base: PercentBase, counts: (id: string) => NodeCount | undefined): number | undefined {
  const own = counts(id);
  if (own === undefined) return undefined;
  if (base === 'all') return own.of;
  const sources = [...new Set(flow.edges.filter((edge) => edge.to === id).map((edge) => edge.from))];
  if (sources.length === 0) return own.of;
  const before = sources.map((source) => counts(source)?.n);
  if (before.some((n) => n === undefined || n === null)) return undefined;
  const most = Math.max(...before.map((n) => n ?? 0));
  // Branches of different people: then the step before is all of them together.
  return most >= (own.n ?? 0) ? most : before.reduce<number>((sum, n) => sum + (n ?? 0), 0);
}

/** A share of a base; undefined where there is none. */
export function shareOf(n: number | null | undefined, base: number | undefined): number | undefined {
  if (n === null || n === undefined || base === undefined) return undefined;
  return base === 0 ? 0 : Math.min(1, n / base);
}
