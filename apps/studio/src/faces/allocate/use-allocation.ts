// Everything the picture of an allocation shows, from the document, the counts and the report of the fit.
import type { Json } from '@tierflow/definition';
import { readPath, type Title } from '@tierflow/flow';
import { useDocument, useFacts } from '../../app/studio.ts';
import { shownFlow } from '../../document/document-store.ts';
import { titleIn } from '../../inspector/fields/title-text.ts';
import { useForm } from '../../inspector/form/form-scope.ts';
import { useNodeNumbers } from '../../inspector/results/use-node-numbers.ts';
import { useSpeech } from '../../words/use-words.ts';
import { type AllocationReport, type OfferReport, reportOf } from './report.ts';

/** A limit in somebody's hand, by its path in the config. */
export interface MovedLimit {
  readonly path: string;
  readonly value: number;
}

export interface OfferView {
  readonly id: string;
  readonly title: Title | null;
  readonly name: string;
  /** What the playbook costs, for an offer that names one. */
  readonly playbookCost: number | undefined;
  readonly capacity: number | null;
  readonly budget: number | null;
  /** People served, as counted. */
  readonly n: number | undefined;
  readonly report: OfferReport | undefined;
}

export interface AllocationView {
  readonly offers: readonly OfferView[];
  readonly entries: readonly Json[];
  readonly budget: number | null;
  readonly report: AllocationReport | undefined;
  readonly waiting: number | undefined;
  readonly rest: number | undefined;
  readonly arrive: number | undefined;
  readonly all: number | undefined;
  /** The numbers belong to the limits shown. */
  readonly current: boolean;
  /** A limit as it was before it was taken in hand. */
  readonly before: (path: string) => number | null;
}

const numberOf = (value: Json | undefined): number | null => (typeof value === 'number' ? value : null);

/** @param counted what the numbers on the screen belong to, while something is held */
export function useAllocation(counted: MovedLimit | null): AllocationView {
  const form = useForm();
  const { language, title: titleText } = useSpeech();
  const { id, config } = form.node;
  const { count, current } = useNodeNumbers(id);
  const playbooks = useDocument((state) => shownFlow(state)?.playbooks);
  const kept = useDocument((state) => state.history?.present.nodes.find((node) => node.id === id)?.config);
  const parameters = useFacts((state) => state.preview.answer?.parameters);
  const report = reportOf(parameters?.[`${id}.report`]);
  const raw = readPath(config, 'offers');
  const entries: readonly Json[] = Array.isArray(raw) ? raw : [];
  const offers = entries.map((entry, at): OfferView => {
    const { id: offerId, title = null, playbook, capacity, budget } = entry as { readonly [name: string]: Json };
    const found = playbooks?.find((one) => one.id === playbook);
    const named = (title === '' ? null : title) as Title | null;
    const fallback = found === undefined ? String(offerId ?? '') : titleText(found.title);
    return {
      id: String(offerId ?? ''),
      title: named,
      name: named === null ? fallback : titleIn(named, language, false),
      playbookCost: found?.cost,
      capacity: numberOf(capacity),
      budget: numberOf(budget),
      n: count?.ports[String(offerId)],
      report: report?.offers[at],
    };
  });
  return {
    offers,
    entries,
    budget: numberOf(readPath(config, 'budget')),
    report,
    waiting: count?.ports['waiting'],
    rest: count?.ports['rest'],
    arrive: count?.n ?? undefined,
    all: count?.of,
    current: current || counted !== null,
    before: (path) => (kept === undefined ? null : numberOf(readPath(kept, path))),
  };
}
