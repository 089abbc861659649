// Provinces and cities of the generated customers, with the spellings that real files mix.
import { type Random, Weighted } from '@tierflow/draw';

/** A place as it stands in a file. */
export interface Place {
  readonly province: string;
  readonly city: string;
  /** Administrative region (大区). */
  readonly region: string;
}

interface Province {
  readonly short: string;
  readonly full: string;
  readonly region: string;
  readonly cities: Weighted<string>;
}

/** Region, short name, full name, weight, cities with weights. */
const TABLE = `
华北 北京 北京市 60 北京:1
华北 天津 天津市 24 天津:1
华北 河北 河北省 36 石家庄:5 唐山:3 保定:3 廊坊:2 邯郸:2
华北 山西 山西省 18 太原:5 大同:2 运城:2 长治:1
华北 内蒙古 内蒙古自治区 12 呼和浩特:4 包头:3 鄂尔多斯:2 赤峰:1
东北 辽宁 辽宁省 28 沈阳:5 大连:5 鞍山:1 锦州:1
东北 吉林 吉林省 13 长春:5 吉林:2 四平:1
东北 黑龙江 黑龙江省 16 哈尔滨:6 大庆:2 齐齐哈尔:2 牡丹江:1
华东 上海 上海市 84 上海:1
华东 江苏 江苏省 82 南京:6 苏州:7 无锡:4 常州:3 南通:3 徐州:2 扬州:1
华东 浙江 浙江省 86 杭州:8 宁波:5 温州:4 嘉兴:3 绍兴:2 金华:3 台州:2
华东 安徽 安徽省 34 合肥:6 芜湖:2 安庆:1 滁州:1 马鞍山:1
华东 福建 福建省 38 福州:4 厦门:5 泉州:4 漳州:1
华东 江西 江西省 20 南昌:5 九江:2 赣州:2 上饶:1
华东 山东 山东省 58 济南:5 青岛:6 烟台:3 潍坊:3 临沂:2 淄博:1
华中 河南 河南省 44 郑州:7 洛阳:3 南阳:2 新乡:1 开封:1
华中 湖北 湖北省 44 武汉:9 宜昌:2 襄阳:2 荆州:1 黄石:1
华中 湖南 湖南省 38 长沙:7 株洲:2 衡阳:2 岳阳:1 常德:1
华南 广东 广东省 132 广州:9 深圳:12 佛山:5 东莞:5 珠海:2 惠州:2 中山:2 汕头:2 江门:1
华南 广西 广西壮族自治区 22 南宁:5 柳州:2 桂林:3 北海:1
华南 海南 海南省 9 海口:4 三亚:3
西南 重庆 重庆市 36 重庆:1
西南 四川 四川省 52 成都:12 绵阳:2 德阳:1 宜宾:1 乐山:1
西南 贵州 贵州省 14 贵阳:5 遵义:3
西南 云南 云南省 20 昆明:6 大理:2 曲靖:1 丽江:1
西南 西藏 西藏自治区 2 拉萨:3 日喀则:1
西北 陕西 陕西省 28 西安:8 咸阳:2 宝鸡:1 榆林:1
西北 甘肃 甘肃省 9 兰州:4 天水:1
西北 青海 青海省 3 西宁:3 海东:1
西北 宁夏 宁夏回族自治区 4 银川:3 石嘴山:1
西北 新疆 新疆维吾尔自治区 11 乌鲁木齐:5 喀什:1 伊宁:1
`;

/** The provinces to draw from; the weight of a province is its share of customers. */
export function readProvinces(): Weighted<Province> {
  return new Weighted(
    TABLE.trim()
      .split('\n')
      .map((line) => {
        const [region = '', short = '', full = '', weight = '0', ...cities] = line.split(' ');
        return [{ region, short, full, cities: new Weighted(cities.map(cityOf)) }, Number(weight)] as const;
      }),
  );
}

function cityOf(entry: string): readonly [string, number] {
  const [name = '', weight = '1'] = entry.split(':');
  return [name, Number(weight)];
}

/** A province and one of its cities, each in the full spelling (广东省, 深圳市) or, one time in four, the short one (广东, 深圳). */
export function drawPlace(provinces: Weighted<Province>, random: Random): Place {
  const province = provinces.draw(random);
  const city = province.cities.draw(random);
  const provinceText = random.chance(0.26) ? shortSpelling(province, random) : province.full;
  return { region: province.region, province: provinceText, city: random.chance(0.25) ? city : `${city}市` };
}

/** 内蒙古 is also written 内蒙. */
function shortSpelling(province: Province, random: Random): string {
  return province.short === '内蒙古' && random.chance(0.5) ? '内蒙' : province.short;
}
