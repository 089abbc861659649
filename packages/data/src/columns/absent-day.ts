// How a missing civil day is stored in a column file. It is the evaluator's `MISSING_DAY`, named here so that an import need not load the evaluator.
export const ABSENT_DAY = -2_147_483_648;
