// The bounds within which a file is read. They are checked while bytes stream by, never after they are in memory.

/** Longest physical line, and longest record with quoted line breaks, in bytes. */
export const MAX_LINE_BYTES = 16 * 1024 * 1024;
export const MAX_COLUMNS = 2000;
export const MAX_NAME_LENGTH = 200;
/** Bytes read at once. */
export const CHUNK_BYTES = 4 * 1024 * 1024;
/** Bytes (as UTF-8) on which delimiter, header and first guesses of types are based. */
export const SAMPLE_BYTES = 512 * 1024;
export const SAMPLE_RECORDS = 2000;
/** Rows of a data set: offsets and codes are 32 bits wide. */
export const MAX_ROWS = 2 ** 31;
