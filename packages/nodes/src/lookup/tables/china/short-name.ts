// The name without its rank: 南京 for 南京市, 湘西 for 湘西土家族苗族自治州. A name of one letter is not cut down to.

/** Peoples after whom autonomous units are called, without 族 where the name leaves it out. */
const peoples =
  '阿昌族 白族 保安族 布依族 布朗族 朝鲜族 达斡尔族 傣族 德昂族 东乡族 侗族 独龙族 鄂伦春族 鄂温克族 仡佬族 哈尼族 哈萨克族 哈萨克 ' +
  '回族 京族 景颇族 柯尔克孜族 柯尔克孜 拉祜族 黎族 傈僳族 毛南族 满族 蒙古族 蒙古 苗族 仫佬族 纳西族 怒族 普米族 羌族 撒拉族 畲族 ' +
  '水族 塔吉克族 塔吉克 土家族 土族 佤族 维吾尔族 维吾尔 锡伯族 锡伯 瑶族 彝族 裕固族 藏族 壮族 各族';

const ranks = /(?:特别行政区|自治区|自治州|自治县|自治旗|林区|矿区|特区|新区|地区|省|市|县|区|盟|(?<![左右前中后合])旗)$/;
const people = new RegExp(`(?:${peoples.split(' ').join('|')})+$`);

export function shortName(name: string): string {
  const cut = name.replace(ranks, '');
  const bare = /(?:自治.|族区)$/.test(name) ? cut.replace(people, '') : cut;
  if (bare.length >= 2) return bare;
  // 东乡族自治县 is called 东乡, after its people.
  const called = cut.replace(/族$/, '');
  return called.length >= 2 ? called : name;
}
