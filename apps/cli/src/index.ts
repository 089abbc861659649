// The doors of the command: what examples and tests compose themselves.
export type { ExitCode, Io } from './command.ts';
export { runCommandLine } from './command-line.ts';
export { InputFault, type Problem, UsageFault } from './fault.ts';
export { readFlow } from './flow/read-flow.ts';
export { type FitRequest, type FittedFlow, type FlowRun, fitFlow, runFlow } from './flow/run-flow.ts';
export type { DataFile } from './input/data-files.ts';
export { type CustomerRow, columnsToWrite, customerRows } from './output/customer-rows.ts';
export { type RunReport, reportOf } from './output/report.ts';
