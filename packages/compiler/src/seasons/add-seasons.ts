// The step behind the passes: a flow with seasons is compiled once more for each, with its numbers put in. No kind knows of it.
import type { Definition, Diagnostic, LocalText } from '@tierflow/definition';
import { canonicalJson } from '@tierflow/definition';
import { type Flow, type FlowSeason, flowInSeason, localText } from '@tierflow/flow';
import type { Compilation } from '../compilation.ts';
import { checkSeasons, titleOf } from './check-seasons.ts';
import { type InSeason, joinSeasons } from './join-seasons.ts';

export interface SeasonalRequest {
  readonly flow: Flow;
  /** The flow without its seasons. */
  readonly usual: Compilation;
  /** Compiles another content of the flow. */
  readonly compile: (flow: Flow) => Compilation;
}

/** The compilation with the flow's seasons in. A season with an error is left out, and told. */
export function addSeasons({ flow, usual, compile }: SeasonalRequest): Compilation {
  const checked = checkSeasons(flow);
  const said = new Set(usual.diagnostics.map((remark) => canonicalJson(remark as never)));
  const tried = checked.sound.map((season): Tried => {
    const compiled = compile(flowInSeason(flow, season));
    const own = compiled.diagnostics.filter((remark) => !said.has(canonicalJson(remark as never)));
    return { season, compiled, diagnostics: own.map((remark) => inSeason(remark, season)) };
  });
  const diagnostics = [...usual.diagnostics, ...checked.diagnostics, ...tried.flatMap((one) => one.diagnostics)];
  if (usual.definition === undefined) return { ...usual, diagnostics };
  const sound = tried.filter((one) => one.diagnostics.every((remark) => remark.severity !== 'error'));
  const base = { flow, definition: usual.definition, compile };
  const fitting = sound.filter((one) => joined([one], base) !== undefined);
  const unfit = sound.filter((one) => !fitting.includes(one)).flatMap(({ season }) => structureRemarks(season, base));
  const whole = joined(fitting, base);
  if (whole === undefined || fitting.length === 0) return { ...usual, diagnostics: [...diagnostics, ...unfit] };
  const seasons = fitting.map((one) => seasonEntry(one, usual));
  return {
    definition: { ...whole, seasons },
    diagnostics: [...diagnostics, ...unfit],
    nodes: usual.nodes,
  };
}

interface Tried {
  readonly season: FlowSeason;
  readonly compiled: Compilation;
  readonly diagnostics: readonly Diagnostic[];
}

interface Base {
  readonly flow: Flow;
  readonly definition: Definition;
  readonly compile: (flow: Flow) => Compilation;
}

function joined(tried: readonly Pick<Tried, 'season' | 'compiled'>[], { definition }: Base): Definition | undefined {
  const seasons = tried.flatMap(({ season, compiled }): InSeason[] =>
    compiled.definition === undefined ? [] : [{ season, definition: compiled.definition }],
  );
  if (seasons.length < tried.length) return undefined;
  return joinSeasons(definition, seasons);
}

function inSeason(remark: Diagnostic, season: FlowSeason): Diagnostic {
  return { ...remark, at: { ...remark.at, season: season.id }, params: { ...remark.params, season: titleOf(season) } };
}

/** The numbers of a season that, alone, change what the flow is made of. */
function structureRemarks(season: FlowSeason, base: Base): readonly Diagnostic[] {
  const remark = ({ node, path }: FlowSeason['values'][number]): Diagnostic => ({
    code: 'season.structure',
    severity: 'error',
    at: { node, path, season: season.id },
    params: { season: titleOf(season), path },
  });
  const alone = season.values.filter((value) => {
    const only = { ...season, values: [value] };
    return joined([{ season: only, compiled: base.compile(flowInSeason(base.flow, only)) }], base) === undefined;
  });
  return (alone.length > 0 ? alone : season.values).map(remark);
}

/** The season as traces tell it: nodes with numbers of their own in it say what they do then. */
function seasonEntry({ season, compiled }: Tried, usual: Compilation): NonNullable<Definition['seasons']>[number] {
  const touched = new Set(season.values.map((value) => value.node));
  const summaries = [...compiled.nodes].flatMap(([id, { summary }]): [string, LocalText][] => {
    if (summary === undefined || usual.nodes.get(id)?.summary === undefined) return [];
    return touched.has(id) ? [[id, summary]] : [];
  });
  const { id, from, to, yearly } = season;
  return { id, title: localText(season.title), from, to, ...(yearly === true ? { yearly } : {}), summaries: Object.fromEntries(summaries) };
}
