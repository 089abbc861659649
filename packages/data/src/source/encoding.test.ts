import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { file } from '../../test/support.ts';
import { outcomeOf } from '../outcome.ts';
import { detectEncoding } from './encoding.ts';
import { fileFacts, wholeCharacters } from './file-facts.ts';
import { refuseBinary, textPieces } from './text-source.ts';

const chinese =
  '客户编号,客户名称,省份,累计金额\nC0001,青禾测试贸易有限公司,广东省,125800.50\nC0002,北岸样例科技有限公司,北京市,98000\nC0003,沪上示范食品厂,上海,0\n';
const traditional =
  '客戶編號,客戶名稱,城市,金額\nC0001,臺灣測試貿易有限公司,臺北市,125800\nC0002,香港樣例科技有限公司,香港,98000\nC0003,澳門範例食品廠,澳門,1200\n';
const japanese =
  '顧客番号,氏名,都道府県,金額\nC0001,東京テスト商事株式会社,とうきょう,125800\nC0002,さくらサンプル,おおさか,98000\nC0003,ひまわり食品,ほっかいどう,1200\n';
const korean =
  '고객번호,이름,지역,금액\nC0001,서울테스트무역주식회사,서울특별시,125800\nC0002,부산샘플과학기술,부산광역시,98000\nC0003,대구식품공장,대구광역시,1200\n';
const german =
  'Kunde;Ort;Umsatz\nMüller & Söhne GmbH;München;1.234,56\nCafé Noël;Zürich;-12,00\nØst A/S;København;0,5\nGroß & Über – „Straße“;Köln;1 €\n';
const french =
  'client;ville;montant\nÉlodie Lefèvre;Besançon;12,50\nFrançois Hébert;Orléans;8,00\nChloé Dœuf;Mâcon;3,20\nGaëlle Noël;Évry;4,10\n';

/** A text, an encoding, and whether a byte order mark goes before it. */
const fixtures: readonly (readonly [label: string, text: string, encoding: string, mark: boolean])[] = [
  ...[chinese, traditional, japanese, korean, german, french].flatMap((text, i) =>
    [true, false].flatMap((mark) =>
      ['utf-8', 'utf-16le', 'utf-16be'].map((encoding) => [`${encoding}${mark ? ' with mark' : ''} ${i}`, text, encoding, mark] as const),
    ),
  ),
  ['gb18030', chinese, 'gb18030', false],
  ['gb18030 four bytes', `${chinese}C0004,𠮷㐀测试公司,四川,1\n`, 'gb18030', false],
  ['gbk crlf', chinese.replaceAll('\n', '\r\n'), 'gb18030', false],
  ['gb18030 long ascii head', `${'id,name\n'}${'1,abcdefgh\n'.repeat(9000)}2,${chinese}`, 'gb18030', false],
  ['big5', traditional.repeat(3), 'big5', false],
  ['shift_jis', japanese.repeat(3), 'shift_jis', false],
  ['euc-jp', japanese.repeat(3), 'euc-jp', false],
  ['euc-kr', korean.repeat(3), 'euc-kr', false],
  ['windows-1252 german', german, 'windows-1252', false],
  ['windows-1252 french', french, 'windows-1252', false],
  ['windows-1252 one umlaut', 'name,city\nMüller,Bonn\nSchmidt,Ulm\n', 'windows-1252', false],
  ['ascii', 'a,b\n1,2\n', 'utf-8', false],
];

const bytesOf = (text: string, encoding: string, mark: boolean): Buffer => iconv.encode(text, encoding, { addBOM: mark });

function textOf(path: string, encoding: { readonly name: string; readonly mark: number }, size: number): string {
  const pieces: Buffer[] = [];
  for (const piece of textPieces(path, encoding, size)) pieces.push(Buffer.from(new Uint8Array(piece.bytes)));
  return Buffer.concat(pieces).toString('utf8');
}

describe('encodings', () => {
  it.each(fixtures)('%s: the right characters, whatever the pieces', (_, text, encoding, mark) => {
    const path = file('x.csv', bytesOf(text, encoding, mark));
    const found = detectEncoding(fileFacts(path));
    expect(textOf(path, found, 1 << 20)).toBe(text);
    expect(textOf(path, found, 13)).toBe(text);
  });

  it.each(fixtures)('%s: named by the caller', (_, text, encoding, mark) => {
    const path = file('x.csv', bytesOf(text, encoding, mark));
    expect(textOf(path, detectEncoding(fileFacts(path), encoding), 1 << 16)).toBe(text);
  });

  it('shows that it guessed', () => {
    expect(detectEncoding(fileFacts(file('x.csv', bytesOf(chinese, 'gb18030', false)))).confidence).toBeGreaterThan(50);
    expect(detectEncoding(fileFacts(file('x.csv', chinese))).confidence).toBeUndefined();
  });
});

describe('damaged text is refused, never shown wrong', () => {
  const problemOf = (bytes: Uint8Array, asked?: string) => {
    const path = file('x.csv', bytes);
    const outcome = outcomeOf(() => textOf(path, detectEncoding(fileFacts(path), asked), 1 << 16));
    return outcome.ok ? { code: 'none', params: {} } : outcome.problem;
  };

  it('UTF-8 with a broken line', () => {
    const bytes = Buffer.concat([Buffer.from(chinese), Buffer.from([0xc3, 0x28, 10]), Buffer.from(chinese)]);
    expect(problemOf(bytes)).toMatchObject({ code: 'encoding.broken', params: { encoding: 'utf-8', line: 5 } });
  });

  it('a character cut off at the end', () => {
    expect(problemOf(Buffer.from(`${chinese}客户`).subarray(0, -1))).toMatchObject({ code: 'encoding.broken' });
    expect(problemOf(bytesOf(chinese, 'utf-16le', true).subarray(0, -1))).toMatchObject({ code: 'encoding.broken' });
  });

  it('a named encoding that does not fit', () => {
    expect(problemOf(bytesOf(german, 'windows-1252', false), 'utf-8')).toMatchObject({ code: 'encoding.broken', params: { line: 2 } });
    expect(problemOf(Buffer.from([...Buffer.from('a\nb'), 0x81, 0x20, 10]), 'gbk')).toMatchObject({
      code: 'encoding.broken',
      params: { line: 2 },
    });
    expect(problemOf(Buffer.from([97, 10, 0x81, 10]), 'cp1252')).toMatchObject({ code: 'encoding.broken', params: { line: 2 } });
    expect(problemOf(Buffer.from('a'), 'ebcdic')).toMatchObject({ code: 'encoding.unknown' });
  });

  it('half a surrogate pair', () => {
    expect(
      problemOf(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a,b\n', 'utf16le'), Buffer.from([0x00, 0xd8, 0x41, 0x00])])),
    ).toMatchObject({ code: 'encoding.broken' });
  });

  it('files that are no text', () => {
    const code = (bytes: Uint8Array) => {
      const outcome = outcomeOf(() => refuseBinary(bytes, { name: 'utf-8', mark: 0 }));
      return outcome.ok ? 'none' : `${outcome.problem.code} ${String(outcome.problem.params.format)}`;
    };
    expect(code(Buffer.from('PK\u0003\u0004rest'))).toBe('file.binary xlsx');
    expect(code(Buffer.from([0x1f, 0x8b, 8, 0]))).toBe('file.binary gzip');
    expect(code(Buffer.from('PAR1...'))).toBe('file.binary parquet');
    expect(code(Buffer.from('a,b\0c'))).toBe('file.binary unknown');
    expect(code(Buffer.from('a,b\n'))).toBe('none');
  });
});

it('never cuts a character', () => {
  for (const text of ['é', '中', '😀', 'a', '']) {
    const bytes = Buffer.from(`x${text}`);
    for (let cut = 1; cut <= bytes.length; cut++) {
      const whole = wholeCharacters(bytes.subarray(0, cut));
      expect(bytes.subarray(0, whole).toString('utf8')).not.toContain('\ufffd');
    }
  }
});
