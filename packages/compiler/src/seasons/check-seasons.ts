// What can be said of seasons before anything is compiled: their days, and whether their numbers have a place.
import type { Diagnostic } from '@tierflow/definition';
import { type Flow, type FlowSeason, localText, nodeOf, readPath, type SeasonValue } from '@tierflow/flow';
import { sharedDays, unreadableDay } from './season-days.ts';

export interface CheckedSeasons {
  /** Seasons whose numbers can be put in. */
  readonly sound: readonly FlowSeason[];
  readonly diagnostics: readonly Diagnostic[];
}

export function checkSeasons(flow: Flow): CheckedSeasons {
  const seasons = flow.seasons ?? [];
  const found = seasons.map((season, at) => ({ season, remarks: remarksOf(season, seasons.slice(0, at), flow) }));
  const sound = found.filter(({ remarks }) => remarks.every((remark) => remark.severity !== 'error')).map(({ season }) => season);
  const overlaps = sound.flatMap((season, at) => sound.slice(0, at).flatMap((earlier) => overlapOf(season, earlier)));
  return { sound, diagnostics: [...found.flatMap(({ remarks }) => remarks), ...overlaps] };
}

function remarksOf(season: FlowSeason, earlier: readonly FlowSeason[], flow: Flow): readonly Diagnostic[] {
  const remark = (code: string, params: Diagnostic['params'] = {}): Diagnostic => ({
    code,
    severity: 'error',
    at: { season: season.id },
    params: { season: titleOf(season), ...params },
  });
  const unreadable = unreadableDay(season);
  const turned = unreadable === undefined && season.yearly !== true && season.from > season.to;
  return [
    ...(earlier.some((other) => other.id === season.id) ? [remark('season.duplicate', { id: season.id })] : []),
    ...(unreadable === undefined
      ? []
      : [remark(season.yearly === true ? 'season.unreadable-month-day' : 'season.unreadable-day', { day: season[unreadable] })]),
    ...(turned ? [remark('season.from-after-to', { from: season.from, to: season.to })] : []),
    ...season.values.flatMap((value, at) => valueRemarks(value, season.values.slice(0, at), { season, flow })),
  ];
}

interface Whole {
  readonly season: FlowSeason;
  readonly flow: Flow;
}

function valueRemarks({ node, path }: SeasonValue, earlier: readonly SeasonValue[], { season, flow }: Whole): readonly Diagnostic[] {
  const owner = nodeOf(flow, node);
  const params = { season: titleOf(season), node, path };
  if (owner === undefined) return [{ code: 'season.unknown-node', severity: 'error', at: { season: season.id }, params }];
  const remark = (code: string): Diagnostic => ({ code, severity: 'error', at: { node, path, season: season.id }, params });
  const twice = earlier.some((other) => other.node === node && other.path === path);
  return [
    ...(typeof readPath(owner.config, path) === 'number' ? [] : [remark('season.no-number')]),
    ...(twice ? [remark('season.value-twice')] : []),
  ];
}

function overlapOf(season: FlowSeason, earlier: FlowSeason): readonly Diagnostic[] {
  const days = sharedDays(season, earlier);
  if (days === undefined) return [];
  const params = { season: titleOf(season), earlier: titleOf(earlier), ...days };
  return [{ code: 'season.overlap', severity: 'warning', at: { season: season.id }, params }];
}

/** The title as a parameter of a message, which takes the language's. */
export function titleOf(season: FlowSeason): { readonly [language: string]: string } {
  return { ...localText(season.title) };
}
