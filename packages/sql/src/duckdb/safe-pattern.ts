// Regular expressions that every RE2 reads alike: plain characters, classes of ASCII letters, groups, choices, repetitions, anchors.
// Not a validator: what is left out (Unicode classes, names, flags inside) is refused, wrong or not.

export interface SafePattern {
  /** For each capturing group, whether it takes part in every match. */
  readonly groups: readonly boolean[];
  /** It can match nothing at all. */
  readonly empty: boolean;
}

/** Flags in front of everything: letters of either case, lines. */
const FRONT = /^\(\?[im]{1,2}\)/;
const SPECIAL = new Set('\\.+*?()|[]{}^$');
/** Escapes that stand for a class or a character. */
const CLASS_ESCAPES = new Set('dDwWsS');
const CHARACTER_ESCAPES = new Set('tnrf');
/** Larger patterns, with repetitions written out, meet the limits of one engine or the other. */
const LARGEST = 1000;
const MOST_DEPTH = 50;

/** What a part of a pattern can match. */
interface Part {
  readonly empty: boolean;
  /** How many single parts the engine writes out. */
  readonly size: number;
  /** It begins with `^`, it ends with `$`. Elsewhere DuckDB passes over them. */
  readonly opens?: boolean;
  readonly closes?: boolean;
}

/** Reads a pattern; undefined where it is not surely read alike everywhere. */
export function readSafePattern(pattern: string): SafePattern | undefined {
  const front = FRONT.exec(pattern)?.[0] ?? '';
  const points = Array.from(pattern.slice(front.length));
  // Tables of letters beyond ASCII, and of their cases, differ by the year of the engine.
  if (front.includes('i') && points.some((point) => point > '\x7f')) return undefined;
  if (points.some((point) => point === '\0')) return undefined;
  const reader = new Reader(points);
  const whole = reader.choice(0);
  return whole === undefined || !reader.done() || whole.size > LARGEST ? undefined : { groups: reader.groups, empty: whole.empty };
}

/** A reader of code points; every method answers undefined where it meets something it does not know. */
class Reader {
  readonly groups: boolean[] = [];
  private at = 0;
  private readonly points: readonly string[];
  constructor(points: readonly string[]) {
    this.points = points;
  }

  done(): boolean {
    return this.at >= this.points.length;
  }

  private take(point: string): boolean {
    if (this.points[this.at] !== point) return false;
    this.at++;
    return true;
  }

  choice(depth: number): Part | undefined {
    if (depth > MOST_DEPTH) return undefined;
    const first = this.groups.length;
    const parts: Part[] = [];
    do {
      const part = this.sequence(depth);
      if (part === undefined) return undefined;
      parts.push(part);
    } while (this.take('|'));
    if (parts.length > 1) this.groups.fill(false, first);
    return {
      empty: parts.some((part) => part.empty),
      size: parts.reduce((sum, part) => sum + part.size, 0),
      opens: parts.every((part) => part.opens === true),
      closes: parts.every((part) => part.closes === true),
    };
  }

  private sequence(depth: number): Part | undefined {
    const parts: Part[] = [];
    while (!this.done() && this.points[this.at] !== '|' && this.points[this.at] !== ')') {
      const part = this.repeated(depth);
      if (part === undefined || (part.opens === true && parts.length > 0) || parts.at(-1)?.closes === true) return undefined;
      parts.push(part);
    }
    return {
      empty: parts.every((part) => part.empty),
      size: parts.reduce((sum, part) => sum + part.size, 0),
      opens: parts[0]?.opens === true,
      closes: parts.at(-1)?.closes === true,
    };
  }

  private repeated(depth: number): Part | undefined {
    const first = this.groups.length;
    const part = this.single(depth);
    if (part === undefined) return undefined;
    const range = this.range();
    if (range === undefined) return part;
    const [least, most] = range;
    const size = part.size * (most === Number.POSITIVE_INFINITY ? Math.max(1, least) : most);
    // Repetitions of what can be empty, or of a place, are told differently by the engines.
    if (part.empty || least > most || most === 0 || size > LARGEST || this.range() !== undefined) return undefined;
    if (least === 0) this.groups.fill(false, first);
    return { empty: least === 0, size };
  }

  /** How often, with the question mark of the lazy form. */
  private range(): readonly [least: number, most: number] | undefined {
    const range = this.greedyRange();
    if (range !== undefined) this.take('?');
    return range;
  }

  private greedyRange(): readonly [least: number, most: number] | undefined {
    if (this.take('*')) return [0, Number.POSITIVE_INFINITY];
    if (this.take('+')) return [1, Number.POSITIVE_INFINITY];
    if (this.take('?')) return [0, 1];
    const counted = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(this.points.slice(this.at, this.at + 11).join(''));
    if (counted === null) return undefined;
    this.at += counted[0].length;
    const least = Number(counted[1]);
    return [least, counted[2] === undefined ? least : counted[3] === '' ? Number.POSITIVE_INFINITY : Number(counted[3])];
  }

  private single(depth: number): Part | undefined {
    const point = this.points[this.at++] ?? '';
    if (point === '(') return this.group(depth);
    if (point === '[') return this.set() ? { empty: false, size: 1 } : undefined;
    if (point === '\\') return this.escape();
    if (point === '^' || point === '$') return { empty: true, size: 1, opens: point === '^', closes: point === '$' };
    return point === '.' || !SPECIAL.has(point) ? { empty: false, size: 1 } : undefined;
  }

  private group(depth: number): Part | undefined {
    const captures = !this.take('?');
    if (captures) this.groups.push(true);
    else if (!this.take(':')) return undefined;
    const inside = this.choice(depth + 1);
    if (inside === undefined || !this.take(')')) return undefined;
    return captures ? { empty: inside.empty, size: inside.size } : inside;
  }

  private escape(): Part | undefined {
    const point = this.points[this.at++] ?? '';
    // `\\B` is found between the bytes of a character.
    if (point === 'b') return { empty: true, size: 1 };
    return CLASS_ESCAPES.has(point) || CHARACTER_ESCAPES.has(point) || isPunctuation(point) ? { empty: false, size: 1 } : undefined;
  }

  /** A class in brackets, after the opening one. */
  private set(): boolean {
    this.take('^');
    for (let n = 0; !this.done(); n++) {
      if (this.take(']')) return n > 0;
      const low = this.member();
      if (low === undefined) return false;
      if (this.points[this.at] !== '-' || this.points[this.at + 1] === ']') continue;
      this.at++;
      const high = this.member();
      if (low === '' || high === undefined || high === '' || (high.codePointAt(0) ?? 0) < (low.codePointAt(0) ?? 0)) return false;
    }
    return false;
  }

  /** A character of a class, or an empty text for a class of its own. */
  private member(): string | undefined {
    const point = this.points[this.at++] ?? '';
    if (point === '[' || point === '' || (point === '-' && this.points[this.at] !== ']')) return undefined;
    if (point !== '\\') return point;
    const escaped = this.points[this.at++] ?? '';
    if (CLASS_ESCAPES.has(escaped)) return '';
    const control = { t: '\t', n: '\n', r: '\r', f: '\f' }[escaped];
    return control ?? (isPunctuation(escaped) ? escaped : undefined);
  }
}

/** Everything of ASCII that is no letter, digit or blank, and so stands for itself after a backslash. */
function isPunctuation(point: string): boolean {
  return /^[!-/:-@[-`{-~]$/.test(point) && point !== '_';
}
