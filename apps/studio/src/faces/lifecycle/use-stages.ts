// The stages with what the compiler and the counts say of them.
import { readPath } from '@tierflow/flow';
import { titleIn } from '../../inspector/fields/title-text.ts';
import { useForm } from '../../inspector/form/form-scope.ts';
import { useNodeNumbers } from '../../inspector/results/use-node-numbers.ts';
import { useSpeech } from '../../words/use-words.ts';
import { type Stage, stagesOf } from './stages.ts';

export interface StageView extends Stage {
  readonly name: string;
  readonly n: number | undefined;
}

export interface StagesView {
  readonly stages: readonly StageView[];
  readonly rest: { readonly port: string; readonly name: string; readonly n: number | undefined };
  /** People that reach the node. */
  readonly arrive: number | undefined;
  /** All customers. */
  readonly all: number | undefined;
  /** The numbers belong to the stages shown. */
  readonly current: boolean;
}

export function useStages(): StagesView {
  const form = useForm();
  const { text, language } = useSpeech();
  const { count, current } = useNodeNumbers(form.node.id);
  const stages = stagesOf(readPath(form.node.config, 'stages')).map((stage) => ({
    ...stage,
    name: stage.title === null ? stage.id : titleIn(stage.title, language, false),
    n: count?.ports[stage.id],
  }));
  const remainder = form.facts?.ports.find((port) => port.remainder === true);
  return {
    stages,
    rest: {
      port: remainder?.id ?? 'rest',
      name: remainder?.title === undefined ? '' : text(remainder.title),
      n: remainder === undefined ? undefined : count?.ports[remainder.id],
    },
    arrive: count?.n ?? undefined,
    all: count?.of,
    current,
  };
}
