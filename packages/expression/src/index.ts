// The doors of the expression package.
export { type CompiledFormula, compileFormula } from './compile-formula.ts';
export { limits as formulaLimits } from './limits.ts';
export { formulaMessages } from './messages/messages.ts';
export type { FormulaCollection, FormulaColumn, FormulaScope } from './scope.ts';
