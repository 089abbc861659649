// The doors of the compiler.
export type { Compilation, NodeFacts } from './compilation.ts';
export { compile } from './compile.ts';
export { type Condition, conditionSchema, type FieldTest, type Operator, operators } from './conditions/condition.ts';
export { type ConditionFormula, conditionFormula } from './conditions/condition-formula.ts';
export { conditionText, joinedText } from './conditions/condition-text.ts';
export { type FormulaCondition, formulaCondition } from './conditions/formula-condition.ts';
export { type ValueConfig, valueSchema } from './conditions/value.ts';
export {
  type CollectionSchema,
  type CustomersSchema,
  type DataSchema,
  type DataSchemaResult,
  dataSchemaOf,
  type ImportedDataSet,
} from './data-schema.ts';
export { ceilScaled, type Decimal, decimalOf, decimalText, floorScaled, percentText, unitsAt } from './decimal.ts';
export {
  type Checked,
  type CollectionInfo,
  type ColumnInfo,
  type Compiled,
  type DefaultsContext,
  defineNode,
  type FoundCollection,
  type KindRegistry,
  type LabelValue,
  type Lowered,
  type MadeColumn,
  type MadeParameter,
  type MadePort,
  type MadeProbe,
  type NodeContext,
  type NodeGroup,
  type NodeKind,
  type PortSpec,
  type Scope,
  type TierScale,
  type ValueOptions,
  type ValueTreeRef,
} from './define-node.ts';
export { allOf, anyOf, asOf, call, column, dayLiteral, isTrue, line, list, literal, missing, sumOf } from './expressions.ts';
export type { FormField } from './form.ts';
export { exprOf, gather } from './gather.ts';
export { keyOf, sourceFields } from './inputs/source-fields.ts';
export { invariant } from './invariant.ts';
export { lineDay, linesWhere } from './lines.ts';
export { compilerMessages, type Language, messageOf } from './message-of.ts';
export { nearestName } from './nearest-name.ts';
