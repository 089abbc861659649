// The doors of the expression package.
export type { BuiltinGroup, BuiltinParameter, ParameterType } from './builtins/builtin.ts';
export type { FunctionExample } from './builtins/notes/function-note.ts';
export { type CompiledFormula, compileFormula, type LocatedFormula, locateFormula } from './compile-formula.ts';
export { type EchoOptions, echoFormula } from './echo/echo-formula.ts';
export { type CallAt, callAt } from './editor/call-at.ts';
export { type Completion, completions } from './editor/completions.ts';
export { type FormulaPart, formulaParts } from './editor/formula-parts.ts';
export { type FunctionDoc, functionDocs } from './editor/function-docs.ts';
export { type Hover, hover } from './editor/hover.ts';
export { formulaName } from './formula-name.ts';
export { limits as formulaLimits } from './limits.ts';
export { formulaMessages } from './messages/messages.ts';
export type { FormulaCollection, FormulaColumn, FormulaScope } from './scope.ts';
