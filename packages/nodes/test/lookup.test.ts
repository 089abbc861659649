// Places of China: every province in its usual spellings, no name of several places guessed, every city and county found by its full name.
// The comparison with a second list reads the folder named by TIERFLOW_REAL_DATA; without it that test is skipped, and says so.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decider } from '@tierflow/evaluator';
import { expect, it } from 'vitest';
import { prepareCase } from './flow-case.ts';

const folder = process.env['TIERFLOW_REAL_DATA'] ?? '';
const regionFile = join(folder, 'data/china/regions.json');
const countyFile = join(folder, 'data/china/pca-code.json');
const there = folder !== '' && existsSync(regionFile) && existsSync(countyFile);
const why = there ? '' : ' (skipped: TIERFLOW_REAL_DATA names no folder with data of China)';

type Labels = Readonly<Record<string, string | undefined>>;

/** The labels of each place, by what is looked up. */
async function lookUp(
  config: Record<string, unknown>,
  places: readonly (string | readonly [place: string, area: string])[],
): Promise<readonly Labels[]> {
  const fields = [
    { name: 'place', type: 'string' as const },
    { name: 'area', type: 'string' as const },
  ];
  const { definition, diagnostics } = await prepareCase('lookup', {
    title: 'Places',
    data: { customers: { key: 'id', fields } },
    config: { table: 'china-regions', field: 'place', within: 'area', as: 'region', outcome: 'outcome', ...config } as never,
    asOf: '2026-01-31',
    rows: [],
    expect: {},
  });
  expect(diagnostics).toEqual([]);
  if (definition === undefined) throw new Error('no definition');
  const { decide } = decider(definition);
  return places.map((one, at) => {
    const [place, area] = typeof one === 'string' ? [one, undefined] : one;
    return decide({ id: String(at), place, ...(area === undefined ? {} : { area }) }, { asOf: '2026-01-31' }).labels as Labels;
  });
}

const provinces: readonly (readonly [region: string, short: string, ...spellings: string[]])[] = [
  ['华北', '北京', '北京市', '京', 'Beijing', 'BEIJING'],
  ['华北', '天津', '天津市', '津', 'Tianjin'],
  ['华北', '河北', '河北省', '冀', 'Hebei'],
  ['华北', '山西', '山西省', '晋', 'Shanxi'],
  ['华北', '内蒙古', '内蒙古自治区', '内蒙', '蒙', 'Inner Mongolia', 'Neimenggu'],
  ['东北', '辽宁', '辽宁省', '辽', 'Liaoning'],
  ['东北', '吉林', '吉林省', '吉', 'Jilin'],
  ['东北', '黑龙江', '黑龙江省', '黑', 'Heilongjiang'],
  ['华东', '上海', '上海市', '沪', 'Shanghai'],
  ['华东', '江苏', '江苏省', '苏', 'Jiangsu', ' 江苏 '],
  ['华东', '浙江', '浙江省', '浙', 'Zhejiang'],
  ['华东', '安徽', '安徽省', '皖', 'Anhui'],
  ['华东', '福建', '福建省', '闽', 'Fujian'],
  ['华东', '江西', '江西省', '赣', 'Jiangxi'],
  ['华东', '山东', '山东省', '鲁', 'Shandong'],
  ['华中', '河南', '河南省', '豫', 'Henan'],
  ['华中', '湖北', '湖北省', '鄂', 'Hubei'],
  ['华中', '湖南', '湖南省', '湘', 'Hunan'],
  ['华南', '广东', '广东省', '粤', 'Guangdong', '廣東'],
  ['华南', '广西', '广西壮族自治区', '桂', 'Guangxi'],
  ['华南', '海南', '海南省', '琼', 'Hainan'],
  ['西南', '重庆', '重庆市', '渝', 'Chongqing'],
  ['西南', '四川', '四川省', '川', 'Sichuan'],
  ['西南', '贵州', '贵州省', '黔', 'Guizhou'],
  ['西南', '云南', '云南省', '滇', 'Yunnan'],
  ['西南', '西藏', '西藏自治区', '藏', 'Tibet', 'Xizang'],
  ['西北', '陕西', '陕西省', '陕', 'Shaanxi'],
  ['西北', '甘肃', '甘肃省', '甘', 'Gansu'],
  ['西北', '青海', '青海省', '青', 'Qinghai'],
  ['西北', '宁夏', '宁夏回族自治区', '宁', 'Ningxia'],
  ['西北', '新疆', '新疆维吾尔自治区', '新', 'Xinjiang'],
  ['港澳台', '台湾', '台湾省', '台', 'Taiwan', '臺灣'],
  ['港澳台', '香港', '香港特别行政区', '港', 'Hong Kong', 'HK'],
  ['港澳台', '澳门', '澳门特别行政区', '澳', 'Macau', 'Macao'],
];

it.each(['province', 'city', 'county'])('the 34 provinces in full, short and common spellings, in a column of %s names', async (level) => {
  expect(provinces).toHaveLength(34);
  const asked = provinces.flatMap(([region, short, ...more]) => [short, ...more].map((place) => ({ place, region, short })));
  // Where the column may name cities, 吉林 is also the city.
  const expected = asked.map(({ place, region, short }) =>
    level !== 'province' && place === '吉林' ? ['吉林', undefined, undefined] : [place, region, short],
  );
  const found = await lookUp(
    { level, more: [{ show: 'province', as: 'province' }] },
    asked.map(({ place }) => place),
  );
  expect(asked.map(({ place }, at) => [place, found[at]?.['region'] ?? undefined, found[at]?.['province'] ?? undefined])).toEqual(expected);
});

it('names of several places are reported, not guessed, and settled by the province or the city', async () => {
  const ambiguous = ['朝阳', '鼓楼', '鼓楼区', '吉林', '通州', '城关区', '西湖', '和平区', '中山'];
  const open = await lookUp({ level: 'county', show: 'county', as: 'county' }, ambiguous);
  expect(open.map(({ outcome, county }) => [outcome, county ?? undefined])).toEqual(ambiguous.map(() => ['ambiguous', undefined]));
  const settled = await lookUp({ level: 'county', show: 'code', as: 'code' }, [
    ['朝阳', '北京'],
    ['朝阳区', '长春市'],
    ['鼓楼', '福建'],
    ['吉林', '吉林省'],
    ['通州', '江苏'],
    ['城关区', '西藏'],
    ['西湖', '杭州'],
    ['和平区', '辽宁省'],
    ['中山', '广东'],
  ]);
  expect(settled.map(({ code }) => code)).toEqual([
    '110105',
    '220104',
    '350102',
    '220200',
    '320612',
    '540102',
    '330106',
    '210102',
    '442000',
  ]);
});

it.skipIf(!there)(`agrees with another list of regions, circles and county codes${why}`, async () => {
  const second = JSON.parse(readFileSync(regionFile, 'utf8'));
  const units = second.provinces as readonly { code: string; full: string; short: string }[];
  const byRegion = await lookUp(
    { more: [{ show: 'code', as: 'code' }] },
    units.flatMap(({ full, short }) => [full, short]),
  );
  const regionOf = new Map(
    Object.entries(second.regions7 as Record<string, string[]>).flatMap(([region, names]) => names.map((name) => [name, region])),
  );
  expect(byRegion.map(({ region, code }) => [region, code])).toEqual(
    units.flatMap(({ code, short }) => [0, 1].map(() => [regionOf.get(short), `${code}0000`])),
  );
  const spellings = Object.values(second.real_spellings as Record<string, string[]>).flat();
  expect((await lookUp({}, spellings)).map(({ outcome }) => outcome)).toEqual(spellings.map(() => 'found'));

  const cities = Object.entries(second.economic_circles as Record<string, string[]>).flatMap(([circle, names]) =>
    names.map((name) => [name, circle] as const),
  );
  const circles = await lookUp(
    { level: 'city', show: 'circle', as: 'circle' },
    cities.map(([name]) => (name === '中山' ? '中山市' : name === '资阳' ? '资阳市' : name)),
  );
  expect(cities.filter(([, circle], at) => !circle.startsWith(circles[at]?.['circle'] ?? '?'))).toEqual([]);
});

it.skipIf(!there)(`finds every city and county under its province, by its full name${why}`, async () => {
  interface Unit {
    readonly code: string;
    readonly name: string;
    readonly children?: readonly Unit[];
  }
  const list = JSON.parse(readFileSync(countyFile, 'utf8')) as readonly Unit[];
  const rows = list.flatMap((province) =>
    (province.children ?? []).flatMap((city) =>
      (city.children ?? [])
        .filter(({ code }) => code.length === 6 && !/7\d$/.test(code))
        .map((county) => ({ county, area: /市辖区|^县$|直辖/.test(city.name) ? province.name : city.name })),
    ),
  );
  expect(rows.length).toBeGreaterThan(2800);
  const found = await lookUp(
    { level: 'county', show: 'code', as: 'code' },
    rows.map(({ county, area }) => [county.name, area] as const),
  );
  expect(rows.filter(({ county }, at) => found[at]?.['code'] !== county.code)).toEqual([]);
});
