// Regular expressions of a formula → the common part of JavaScript's and RE2's syntax, which runs in linear time.
// Look-around, back references and named groups are not in it.

/** Characters of a pattern. */
const LONGEST = 1_000;
/** RE2 refuses more repetitions, counted through nested groups. */
const MOST_REPEATED = 1_000;

export type PatternFault = 'look-around' | 'back-reference' | 'named-group' | 'escape' | 'class' | 'repetition' | 'length';

/** `empty`: it can match no character at all. */
export type CheckedPattern =
  | { readonly pattern: string; readonly groups: number; readonly empty: boolean }
  | { readonly fault: PatternFault };

interface Scan {
  readonly source: string;
  at: number;
  out: string;
  groups: number;
  fault: PatternFault | undefined;
}

/** The pattern with its flags in front, as RE2 reads it; JavaScript has accepted the source already. */
export function checkPattern(source: string, flags: string): CheckedPattern {
  if (source.length > LONGEST) return { fault: 'length' };
  const scan: Scan = { source, at: 0, out: '', groups: 0, fault: undefined };
  const empty = readAlternatives(scan, 0, 1);
  if (scan.fault !== undefined) return { fault: scan.fault };
  const front = flags === '' ? '' : `(?${[...flags].sort().join('')})`;
  return { pattern: front + scan.out, groups: scan.groups, empty };
}

/**
 * Reads up to the closing bracket of a group; `repeated` is how often what is read can be repeated by the groups around it.
 * True if it can match no character at all.
 */
function readAlternatives(scan: Scan, depth: number, repeated: number): boolean {
  if (depth > 50) scan.fault = 'length';
  let anyEmpty = false;
  let empty = true;
  while (scan.at < scan.source.length && scan.fault === undefined) {
    const char = scan.source.charAt(scan.at);
    if (char === ')') break;
    if (char === '|') {
      anyEmpty ||= empty;
      empty = true;
      take(scan, 1);
      continue;
    }
    const atomEmpty = readAtom(scan, depth, repeated);
    if (!readQuantifier(scan, repeated) && !atomEmpty) empty = false;
  }
  return anyEmpty || empty;
}

/** One character, class, escape or group; true if it can match no character. */
function readAtom(scan: Scan, depth: number, repeated: number): boolean {
  const char = scan.source.charAt(scan.at);
  if (char === '(') return readGroup(scan, depth, repeated);
  if (char === '[') readClass(scan);
  else if (char === '\\') return readEscape(scan, false);
  else take(scan, 1);
  return char === '^' || char === '$';
}

function take(scan: Scan, count: number): void {
  scan.out += scan.source.slice(scan.at, scan.at + count);
  scan.at += count;
}

function readGroup(scan: Scan, depth: number, repeated: number): boolean {
  const head = scan.source.slice(scan.at, scan.at + 4);
  if (head.startsWith('(?:')) take(scan, 3);
  else if (head.startsWith('(?')) {
    scan.fault = /^\(\?<?[=!]/.test(head) ? 'look-around' : 'named-group';
    return false;
  } else {
    scan.groups += 1;
    take(scan, 1);
  }
  const empty = readAlternatives(scan, depth + 1, repeated * repetitionsBehind(scan));
  if (scan.fault === undefined) take(scan, 1);
  return empty;
}

/** How often the group that begins here is repeated by `{n,m}` behind its closing bracket. */
function repetitionsBehind({ source, at }: Scan): number {
  let depth = 1;
  let inClass = false;
  let end = at;
  for (; end < source.length && depth > 0; end += 1) {
    const char = source.charAt(end);
    if (char === '\\') end += 1;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
  }
  return highest(/^\{(\d+)(?:,(\d*))?\}/.exec(source.slice(end)));
}

function highest(counts: RegExpExecArray | null): number {
  if (counts === null) return 1;
  return Math.max(1, Number(counts[1]), Number(counts[2] ?? 0));
}

/** True if what stands before it can be left out. */
function readQuantifier(scan: Scan, repeated: number): boolean {
  const rest = scan.source.slice(scan.at);
  const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(rest);
  if (quantifier === null) {
    // A brace that is no repetition means itself in JavaScript; RE2 agrees only if it is escaped.
    if (rest.startsWith('{')) {
      scan.out += '\\{';
      scan.at += 1;
    }
    return false;
  }
  if (repeated * highest(/^\{(\d+)(?:,(\d*))?\}/.exec(rest)) > MOST_REPEATED) scan.fault = 'repetition';
  take(scan, quantifier[0].length);
  return /^(?:[*?]|\{0*[,}])/.test(quantifier[0]);
}

function readClass(scan: Scan): void {
  const { source } = scan;
  take(scan, source.startsWith('[^', scan.at) ? 2 : 1);
  if (source.charAt(scan.at) === ']') scan.fault = 'class';
  while (scan.at < source.length && source.charAt(scan.at) !== ']' && scan.fault === undefined) {
    const char = source.charAt(scan.at);
    if (char === '\\') readEscape(scan, true);
    else if (char === '[') {
      scan.out += '\\[';
      scan.at += 1;
    } else take(scan, 1);
  }
  take(scan, 1);
}

/** Escapes both syntaxes read alike; `\uHHHH` is written as RE2 wants it. True for those that match no character. */
function readEscape(scan: Scan, inClass: boolean): boolean {
  const next = scan.source.charAt(scan.at + 1);
  const unicode = /^\\u([0-9A-Fa-f]{4})/.exec(scan.source.slice(scan.at));
  if (unicode !== null) {
    scan.out += `\\x{${unicode[1]}}`;
    scan.at += 6;
  } else if (/^\\x[0-9A-Fa-f]{2}/.test(scan.source.slice(scan.at))) take(scan, 4);
  else if (/[1-9]/.test(next)) scan.fault = 'back-reference';
  else if (/[dDwWsSnrtfv]/.test(next)) take(scan, 2);
  else if (/[bB]/.test(next) && !inClass) take(scan, 2);
  else if (/[!-/:-@[-`{-~]/.test(next)) take(scan, 2);
  else scan.fault = 'escape';
  return /[bB]/.test(next);
}
