// The doors of the definition package.
export { type BoundScope, boundOf, canRaise, UNBOUNDED } from './bounds.ts';
export { canonicalJson } from './canonical.ts';
export { civilDayIn, civilFromDays, daysFromCivil, formatDay, formatInstant, parseDay, parseInstant } from './civil-day.ts';
export { columnHashes, fitContent } from './column-hash.ts';
export { type Diagnostic, type Messages, type Place, renderMessage, type Severity } from './diagnostic.ts';
export { digestOf, murmur32, stableHash } from './digest.ts';
export { columnsOfFit, exprsOf } from './fit-columns.ts';
export type { ArgType, FunctionSpec, MissingRule } from './function-spec.ts';
export { aggregateNames, type FunctionName, functionSpec, functionTable } from './functions.ts';
export { rowMessages } from './messages/row-messages.ts';
export {
  type ParameterContent,
  type ParameterExpr,
  readParameter,
  type TableRule,
  tableRows,
  tableRules,
} from './parameter-table.ts';
export { type DatePart, datePicture, type NumberComponent, readingOrder } from './pictures/date-picture.ts';
export { type DigitsPicture, type IntegerPicture, integerPicture } from './pictures/integer-picture.ts';
export { type NumberPart, type NumberPicture, numberPicture } from './pictures/number-picture.ts';
export type { PictureFault } from './pictures/picture-fault.ts';
export { isReservedField, memberOf, placeMember, previousFields, readsPrevious } from './previous.ts';
export { definitionSchema } from './read/definition-shape.ts';
export { type JsonFault, type JsonReading, readJsonText } from './read/json-text.ts';
export { type DefinitionReading, readDefinition } from './read/read-definition.ts';
export type { Fault } from './read/shape.ts';
export { isInSeason, programOn, seasonCondition, seasonOn } from './seasons.ts';
export { functionsIn, partsOf, rewrite, scopeOf, type TypeScope, typeOf, walk } from './type-of.ts';
export type {
  Aggregate,
  AggregateName,
  Collection,
  Column,
  Decision,
  Definition,
  Expr,
  Field,
  Fit,
  FitLines,
  FittedOn,
  Input,
  Json,
  LocalText,
  NodeEntry,
  Note,
  Outputs,
  Parameter,
  ParameterValue,
  PlaybookOutput,
  Port,
  Season,
  SeasonDays,
  TestVector,
  TierBand,
  TierOutput,
  TraceStep,
  ValueType,
} from './types.ts';
