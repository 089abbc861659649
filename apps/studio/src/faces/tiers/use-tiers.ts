// Everything the picture of tiers shows, from the document, the compiler and the counts.
import type { Histogram } from '@tierflow/api';
import type { Json } from '@tierflow/definition';
import { useEffect, useMemo } from 'react';
import { useDocument, useFacts, useStudio } from '../../app/studio.ts';
import { tierColor } from '../../design/tokens.ts';
import { titleIn } from '../../inspector/fields/title-text.ts';
import { useForm } from '../../inspector/form/form-scope.ts';
import { useNodeNumbers } from '../../inspector/results/use-node-numbers.ts';
import { useSpeech } from '../../words/use-words.ts';
import { type ScoreScale, scoreScale } from './score-scale.ts';
import { type Tier, type TierRule, tierRule } from './tier-rules.ts';

/** The line of a tier moved to a score. */
export interface Moved {
  readonly at: number;
  readonly from: number;
}

interface Dragged {
  /** What is held now. */
  readonly held: Moved | null;
  /** What the counts on the screen belong to, while something is held. */
  readonly counted: Moved | null;
}

export interface TierView extends Tier {
  readonly name: string;
  readonly fill: string;
  readonly text: string;
  readonly n: number | undefined;
  /** Where its line stands: typed, or fitted for a share or a number of people. Undefined for a tier that takes the rest. */
  readonly line: number | undefined;
}

export interface TiersView {
  readonly rule: TierRule;
  readonly tiers: readonly TierView[];
  readonly unassigned: { readonly name: string; readonly n: number | undefined };
  /** People that reach the node. */
  readonly arrive: number | undefined;
  /** All customers. */
  readonly all: number | undefined;
  /** The numbers belong to the rule shown. */
  readonly current: boolean;
  readonly scale: ScoreScale | undefined;
  readonly on: string;
  readonly cuts: readonly number[];
}

/** How many bars a continuous score is cut into. */
const bins = 240;

/** While a line is held, tiers are shown as counted last: a line and its number always belong together. */
export function useTiers({ held, counted }: Dragged): TiersView {
  const { facts } = useStudio();
  const { text, language } = useSpeech();
  const form = useForm();
  const { node } = form;
  const on = String(node.config['on'] ?? '');
  const still = held === null;
  // The distribution does not change while a line moves, so it is not counted again for every step.
  useEffect(() => (still ? facts.want({ columns: [{ node: node.id, column: on, bins }] }) : undefined), [facts, node.id, on, still]);
  const histogram = useFacts((state) => state.histograms.get(`${node.id}.${on}`)?.value);
  const parameters = useFacts((state) => state.preview.answer?.parameters);
  const { count, current } = useNodeNumbers(node.id);
  const done = useDocument((state) => state.history?.present.nodes.find((each) => each.id === node.id)?.config);
  const config = held === null ? node.config : (done ?? node.config);
  const rule = useMemo(() => withLine(tierRule(config), counted), [config, counted]);
  const ports = form.facts?.ports;
  const decimals = form.facts?.scope.get(on)?.decimals;
  return useMemo(() => {
    const cuts = fittedLines(parameters ?? {}, node.id, rule);
    const falling = cuts.toReversed();
    const remainder = ports?.find((port) => port.remainder === true);
    const tiers = rule.tiers.map((tier, at): TierView => {
      const { fill, text: ink } = tierColor(at, rule.tiers.length);
      const line = rule.mode === 'bands' ? (tier.from ?? undefined) : falling[at];
      return {
        ...tier,
        name: tier.title === null ? tier.id : titleIn(tier.title, language, false),
        fill,
        text: ink,
        n: count?.ports[tier.id],
        line,
      };
    });
    const lines = tiers.flatMap((tier) => tier.line ?? []);
    return {
      rule,
      tiers,
      unassigned: {
        name: remainder?.title === undefined ? '' : text(remainder.title),
        n: remainder === undefined ? undefined : count?.ports[remainder.id],
      },
      arrive: count?.n ?? undefined,
      all: count?.of,
      current: current || counted !== null,
      scale: scaleOf(histogram, decimals, lines),
      on,
      cuts,
    };
  }, [rule, count, current, histogram, decimals, ports, parameters, node.id, on, text, language, counted]);
}

/** Lines that shares or numbers of people came to, ascending. */
function fittedLines(parameters: { readonly [id: string]: Json }, node: string, { mode, tiers }: TierRule): readonly number[] {
  const cuts = mode === 'topCount' ? tiers.map((_, at) => parameters[`${node}.score${at + 1}`]).toReversed() : parameters[`${node}.cuts`];
  return Array.isArray(cuts) ? cuts.filter((cut): cut is number => typeof cut === 'number') : [];
}

function withLine(rule: TierRule, moved: Moved | null): TierRule {
  if (moved === null) return rule;
  return { ...rule, tiers: rule.tiers.map((tier, at) => (at === moved.at ? { ...tier, from: moved.from } : tier)) };
}

function scaleOf(histogram: Histogram | undefined, decimals: number | undefined, lines: readonly number[]): ScoreScale | undefined {
  return histogram === undefined ? undefined : scoreScale(histogram, decimals, lines);
}
