// Which encoding a file is in: byte order marks, UTF-8 by validity, the rest by what decodes without a fault.
import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { Refusal } from '../outcome.ts';
import { type FileFacts, lineAt } from './file-facts.ts';

export interface Encoding {
  /** One of `supportedEncodings`. */
  readonly name: string;
  /** Bytes of the byte order mark. */
  readonly mark: number;
  /** 0–100 where it was guessed from the text; the caller shows a notice. */
  readonly confidence?: number;
}

/** Encodings by their names here, with the names that chardet uses. */
const known: { readonly [name: string]: readonly string[] } = {
  'utf-8': ['UTF-8', 'ASCII'],
  'utf-16le': ['UTF-16LE'],
  'utf-16be': ['UTF-16BE'],
  gb18030: ['GB18030'],
  big5: ['Big5'],
  shift_jis: ['Shift_JIS'],
  'euc-jp': ['EUC-JP'],
  'euc-kr': ['EUC-KR'],
  'windows-1250': ['windows-1250'],
  'windows-1251': ['windows-1251'],
  'windows-1252': ['windows-1252', 'ISO-8859-1'],
};

const aliases: { readonly [alias: string]: string } = {
  utf8: 'utf-8',
  'utf-8-sig': 'utf-8',
  ascii: 'utf-8',
  'us-ascii': 'utf-8',
  utf16: 'utf-16le',
  'utf-16': 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  cp1252: 'windows-1252',
  sjis: 'shift_jis',
  cp932: 'shift_jis',
  cp950: 'big5',
  cp949: 'euc-kr',
  cp1251: 'windows-1251',
  cp1250: 'windows-1250',
};

export const supportedEncodings: readonly string[] = Object.keys(known);

/** The name here of an encoding that a person named; refuses what is not supported. */
export function encodingNamed(name: string): string {
  const plain = name.trim().toLowerCase();
  const own = Object.hasOwn(aliases, plain) ? aliases[plain] : plain;
  if (own !== undefined && Object.hasOwn(known, own)) return own;
  throw new Refusal('encoding.unknown', { encoding: name.slice(0, 40), supported: supportedEncodings.join(', ') });
}

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, i) => bytes[i] === byte);

function byMark(head: Uint8Array): Encoding | undefined {
  if (startsWith(head, 0xef, 0xbb, 0xbf)) return { name: 'utf-8', mark: 3 };
  if (startsWith(head, 0xff, 0xfe, 0, 0) || startsWith(head, 0, 0, 0xfe, 0xff))
    throw new Refusal('encoding.unknown', { encoding: 'utf-32', supported: supportedEncodings.join(', ') });
  if (startsWith(head, 0xff, 0xfe)) return { name: 'utf-16le', mark: 2 };
  if (startsWith(head, 0xfe, 0xff)) return { name: 'utf-16be', mark: 2 };
  return undefined;
}

/** UTF-16 without a mark: every other byte of Latin text, digits and separators is zero. */
function bareUtf16(head: Uint8Array): Encoding | undefined {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) if (head[i] === 0) i % 2 === 0 ? even++ : odd++;
  const half = head.length / 2;
  if (half < 2 || even + odd < half * 0.2) return undefined;
  if (odd > even * 10) return { name: 'utf-16le', mark: 0, confidence: 90 };
  return even > odd * 10 ? { name: 'utf-16be', mark: 0, confidence: 90 } : undefined;
}

/** Whether a piece of text decodes without a fault; the last bytes may be half a character. */
function decodes(bytes: Uint8Array, encoding: string): boolean {
  const text = iconv.decode(Buffer.from(bytes), encoding);
  const end = text.length - 2;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd && i < end) return false;
    if (unit >= 0x80 && unit < 0xa0) return false;
  }
  return true;
}

/** Share of two-byte characters that lie in the square of GB 2312, where everyday Chinese is. */
function everydayChinese(bytes: Uint8Array): number {
  let pairs = 0;
  let square = 0;
  for (let i = 0; i < bytes.length - 1; i++) {
    const lead = bytes[i] as number;
    if (lead < 0x81) continue;
    const trail = bytes[i + 1] as number;
    pairs++;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) square++;
    i++;
  }
  return pairs === 0 ? 0 : square / pairs;
}

function guess(bytes: Uint8Array): Encoding {
  const ranked = analyse(Buffer.from(bytes)).flatMap((match) => {
    const name = supportedEncodings.find((own) => known[own]?.includes(match.name));
    return name === undefined || name === 'utf-8' || name.startsWith('utf-16') ? [] : [{ name, mark: 0, confidence: match.confidence }];
  });
  const best = ranked[0];
  const chinese = everydayChinese(bytes);
  const rivals = ranked.filter(
    (match) => match.confidence >= 50 && ['big5', 'shift_jis', 'euc-jp', 'euc-kr'].includes(match.name) && decodes(bytes, match.name),
  );
  if (chinese > 0.9 && rivals.length === 0 && decodes(bytes, 'gb18030'))
    return { name: 'gb18030', mark: 0, confidence: Math.round(chinese * 100) };
  if (best !== undefined && best.confidence >= 30 && decodes(bytes, best.name) && (best.name !== 'gb18030' || chinese > 0.5)) return best;
  if (chinese > 0.6 && decodes(bytes, 'gb18030')) return { name: 'gb18030', mark: 0, confidence: Math.round(chinese * 60) };
  if (decodes(bytes, 'windows-1252')) return { name: 'windows-1252', mark: 0, confidence: 40 };
  const any = ranked.find((match) => decodes(bytes, match.name));
  if (any !== undefined) return any;
  throw new Refusal('encoding.undetected', { supported: supportedEncodings.join(', ') });
}

/**
 * The encoding of a file. Text that is sound UTF-8 for a while and then breaks is refused with the line: it is damaged, and no
 * other encoding would read it right.
 */
export function detectEncoding(facts: FileFacts, asked?: string): Encoding {
  const marked = byMark(facts.head);
  if (asked !== undefined) {
    const name = encodingNamed(asked);
    if (name === 'utf-8' && facts.broken !== undefined) throw brokenText(facts, facts.broken.byte);
    return { name, mark: marked !== undefined && marked.name === name ? marked.mark : 0 };
  }
  if (marked !== undefined && marked.name !== 'utf-8') return marked;
  const bare = marked === undefined ? bareUtf16(facts.head) : undefined;
  if (bare !== undefined) return bare;
  if (facts.broken === undefined) return marked ?? { name: 'utf-8', mark: 0 };
  if (marked !== undefined || facts.broken.sound >= 10) throw brokenText(facts, facts.broken.byte);
  return guess(facts.foreign);
}

const brokenText = (facts: FileFacts, byte: number): Refusal =>
  new Refusal('encoding.broken', { encoding: 'utf-8', line: lineAt(facts.path, byte), byte });
