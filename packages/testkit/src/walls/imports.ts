/** Every module that a source file names: static and dynamic imports, re-exports, and types imported in place. */
import { parseSync, Visitor } from 'oxc-parser';

/** One mention of another module. */
export interface Import {
  /** The text between the quotes. */
  readonly specifier: string;
  /** 1-based line of the mention. */
  readonly line: number;
}

/**
 * @param file only its ending matters: it picks the language.
 * @throws Error when the text does not parse: a file that cannot be read must not pass as clean.
 */
export function importsOf(file: string, text: string): readonly Import[] {
  const parsed = parseSync(file, text);
  const broken = parsed.errors.find((error) => error.severity === 'Error');
  if (broken !== undefined) throw new Error(`${file}: ${broken.message}`);
  const found: { specifier: string; start: number }[] = [];
  const add = (source: { readonly value: unknown; readonly start: number } | null) => {
    if (typeof source?.value === 'string') found.push({ specifier: source.value, start: source.start });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    TSImportType: (node) => add(node.source),
    ImportExpression: (node) => {
      if (node.source.type === 'Literal') add(node.source);
    },
    CallExpression: (node) => {
      const named = node.callee.type === 'Identifier' && node.callee.name === 'require';
      const argument = node.arguments[0];
      if (named && argument?.type === 'Literal') add(argument);
    },
  }).visit(parsed.program);
  return found.map(({ specifier, start }) => ({ specifier, line: text.slice(0, start).split('\n').length }));
}
