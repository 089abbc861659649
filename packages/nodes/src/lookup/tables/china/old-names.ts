// Names of cities and counties that are no longer in use, with the year of the change. Only well-known ones; the codes are today's.

interface OldName {
  readonly name: string;
  /** Today's city, or the county where the city has become a part of another. */
  readonly code: string;
  /** When the name went. */
  readonly year: number;
  /** What it named then. */
  readonly level: 'city' | 'county';
}

const old = (names: string, code: string, year: number, level: OldName['level'] = 'city'): readonly OldName[] =>
  names.split(',').map((name) => ({ name, code, year, level }));

export const oldNames: readonly OldName[] = [
  ...old('襄樊,襄樊市', '4206', 2010), // 襄阳
  ...old('思茅市,思茅地区', '5308', 2007), // 普洱
  ...old('莱芜,莱芜市', '370116', 2019), // 济南市莱芜区
  ...old('巢湖,巢湖市,巢湖地区', '340181', 2011), // 合肥市巢湖市
  ...old('淮阴市', '3208', 2001), // 淮安
  ...old('通什,通什市', '469001', 2001, 'county'), // 五指山
  ...old('蒲圻,蒲圻市', '421281', 1998, 'county'), // 赤壁
  ...old('东川市', '530113', 1998), // 昆明市东川区
  ...old('万县市', '500101', 1998), // 重庆市万州区
  ...old('涪陵市,涪陵地区', '500102', 1998), // 重庆市涪陵区
  ...old('黔江地区', '500114', 2000), // 重庆市黔江区
  ...old('大庸,大庸市', '4308', 1994), // 张家界
  ...old('锦西市', '2114', 1994), // 葫芦岛
  ...old('浑江市', '2206', 1994), // 白山
  ...old('荆沙,荆沙市', '4210', 1996), // 荆州
  ...old('徽州地区', '3410', 1987), // 黄山
  ...old('渡口,渡口市', '5104', 1987), // 攀枝花
  ...old('铜仁地区', '5206', 2011),
  ...old('毕节地区', '5205', 2011),
  ...old('海东地区', '6302', 2013),
  ...old('日喀则地区', '5402', 2014),
  ...old('昌都地区', '5403', 2014),
  ...old('林芝地区', '5404', 2015),
  ...old('吐鲁番地区', '6504', 2015),
  ...old('山南地区', '5405', 2016),
  ...old('哈密地区', '6505', 2016),
  ...old('那曲地区', '5406', 2017),
  ...old('中甸,中甸县', '533401', 2001, 'county'), // 香格里拉
  ...old('路南彝族自治县', '530126', 1998, 'county'), // 石林
  ...old('灌县', '510181', 1988, 'county'), // 都江堰
  ...old('崇安县', '350782', 1989, 'county'), // 武夷山
  ...old('迪化', '6501', 1954), // 乌鲁木齐
  ...old('归绥', '1501', 1954), // 呼和浩特
  ...old('北平', '11', 1949), // 北京
];
