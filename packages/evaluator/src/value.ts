// A value at evaluation time. Missing is `undefined`; dates are day numbers, datetimes milliseconds.
export type Value = boolean | number | string | undefined;
