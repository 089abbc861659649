// The parts of a syntax node.
import type { Syntax } from './tree.ts';

/** Direct parts of a node, in text order. */
export function childrenOf(node: Syntax): readonly Syntax[] {
  switch (node.kind) {
    case 'path':
      return node.steps.flatMap((step) => [step.node, ...step.filters.map((filter) => filter.predicate)]);
    case 'sort':
      return node.terms.map((term) => term.value);
    case 'negate':
    case 'bind':
      return [node.value];
    case 'binary':
    case 'apply':
      return [node.left, node.right];
    case 'default':
      return [node.value, node.otherwise];
    case 'condition':
      return node.otherwise === undefined ? [node.test, node.then] : [node.test, node.then, node.otherwise];
    case 'block':
      return node.parts;
    case 'call':
      return [node.callee, ...node.args];
    case 'partial':
      return [node.callee, ...node.args.filter((arg) => arg !== undefined)];
    case 'lambda':
      return [node.body];
    case 'array':
      return node.items;
    case 'object':
      return node.pairs.flatMap((pair) => [pair.key, pair.value]);
    case 'literal':
    case 'null':
    case 'name':
    case 'variable':
    case 'regex':
    case 'unsupported':
      return [];
  }
}
