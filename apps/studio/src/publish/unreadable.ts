// What in the definition of a draft could not be read again. Publishing it would make a version that nobody can serve.
import type { Compilation } from '@tierflow/compiler';
import { type Definition, type Diagnostic, readDefinition } from '@tierflow/definition';

/** One remark per fault, at the node it belongs to. Values that are fitted when publishing are not missed before. */
export function unreadableParts(compilation: Pick<Compilation, 'definition'> | null): readonly Diagnostic[] {
  const definition = compilation?.definition;
  if (definition === undefined) return [];
  const reading = readDefinition(definition);
  if (reading.ok) return [];
  return reading.faults
    .filter(({ code }) => code !== 'definition.not-fitted')
    .map(({ code, pointer }) => {
      const node = nodeAt(definition, pointer);
      return {
        code: 'publish.unreadable',
        severity: 'error',
        at: node === undefined ? {} : { node },
        params: { fault: code, place: pointer },
      };
    });
}

/** The node that made the column or the parameter a pointer leads to. */
function nodeAt({ columns, nodes }: Definition, pointer: string): string | undefined {
  const [, list, at] = pointer.split('/');
  if (list === 'columns') return columns[Number(at)]?.node;
  return list === 'nodes' ? nodes[Number(at)]?.id : undefined;
}
