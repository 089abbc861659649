// The groups of the split with the people who are in them now.
import { useForm } from '../../inspector/form/form-scope.ts';
import { useNodeNumbers } from '../../inspector/results/use-node-numbers.ts';
import { useSpeech } from '../../words/use-words.ts';

export interface Group {
  readonly id: string;
  readonly title: string;
  /** Undefined until counted. */
  readonly n: number | undefined;
}

export function useGroups(): readonly Group[] {
  const { text } = useSpeech();
  const { node, facts } = useForm();
  const { count } = useNodeNumbers(node.id);
  return (facts?.ports ?? []).map(({ id, title }) => ({ id, title: title === undefined ? id : text(title), n: count?.ports[id] }));
}
