// The 34 units at the level of a province: how they are written, and the large region each belongs to.

export interface Province {
  /** First two digits of the codes in GB/T 2260. */
  readonly code: string;
  readonly short: string;
  readonly region: Region;
  readonly english: string;
  /** Other spellings, in small letters: one character, traditional characters, without blanks or apostrophes. */
  readonly also: readonly string[];
}

/** The large regions of China, and Hong Kong, Macao and Taiwan beside them. */
export const regions = {
  华北: 'North China',
  东北: 'Northeast China',
  华东: 'East China',
  华中: 'Central China',
  华南: 'South China',
  西南: 'Southwest China',
  西北: 'Northwest China',
  港澳台: 'Hong Kong, Macao and Taiwan',
} as const;

export type Region = keyof typeof regions;

const province = (code: string, [short, english]: readonly [string, string], region: Region, also: string): Province => {
  return { code, short, region, english, also: also.split(',') };
};

export const provinces: readonly Province[] = [
  province('11', ['北京', 'Beijing'], '华北', '京,peking'),
  province('12', ['天津', 'Tianjin'], '华北', '津,tientsin'),
  province('13', ['河北', 'Hebei'], '华北', '冀'),
  province('14', ['山西', 'Shanxi'], '华北', '晋,晉'),
  province('15', ['内蒙古', 'Inner Mongolia'], '华北', '蒙,内蒙,內蒙古,內蒙,內蒙古自治區,neimenggu,nei mongol,innermongolia'),
  province('21', ['辽宁', 'Liaoning'], '东北', '辽,遼,遼寧,遼寧省'),
  province('22', ['吉林', 'Jilin'], '东北', '吉'),
  province('23', ['黑龙江', 'Heilongjiang'], '东北', '黑,黑龍江,黑龍江省'),
  province('31', ['上海', 'Shanghai'], '华东', '沪,滬,申'),
  province('32', ['江苏', 'Jiangsu'], '华东', '苏,蘇,江蘇,江蘇省'),
  province('33', ['浙江', 'Zhejiang'], '华东', '浙'),
  province('34', ['安徽', 'Anhui'], '华东', '皖'),
  province('35', ['福建', 'Fujian'], '华东', '闽,閩'),
  province('36', ['江西', 'Jiangxi'], '华东', '赣,贛'),
  province('37', ['山东', 'Shandong'], '华东', '鲁,魯,山東,山東省'),
  province('41', ['河南', 'Henan'], '华中', '豫'),
  province('42', ['湖北', 'Hubei'], '华中', '鄂'),
  province('43', ['湖南', 'Hunan'], '华中', '湘'),
  province('44', ['广东', 'Guangdong'], '华南', '粤,粵,廣東,廣東省,canton'),
  province('45', ['广西', 'Guangxi'], '华南', '桂,廣西,廣西壯族自治區,广西省'),
  province('46', ['海南', 'Hainan'], '华南', '琼,瓊'),
  province('50', ['重庆', 'Chongqing'], '西南', '渝,重慶,重慶市,chungking'),
  province('51', ['四川', 'Sichuan'], '西南', '川,蜀,szechuan,szechwan'),
  province('52', ['贵州', 'Guizhou'], '西南', '贵,黔,貴州,貴州省'),
  province('53', ['云南', 'Yunnan'], '西南', '云,滇,雲南,雲南省'),
  province('54', ['西藏', 'Tibet'], '西南', '藏,xizang,西藏自治區'),
  province('61', ['陕西', 'Shaanxi'], '西北', '陕,秦,陝西,陝西省'),
  province('62', ['甘肃', 'Gansu'], '西北', '甘,陇,甘肅,甘肅省'),
  province('63', ['青海', 'Qinghai'], '西北', '青'),
  province('64', ['宁夏', 'Ningxia'], '西北', '宁,寧夏,寧夏回族自治區'),
  province('65', ['新疆', 'Xinjiang'], '西北', '新,新疆維吾爾自治區,sinkiang'),
  province('71', ['台湾', 'Taiwan'], '港澳台', '台,臺灣,台灣,臺湾,臺灣省,台灣省,中国台湾,taiwan province'),
  province('81', ['香港', 'Hong Kong'], '港澳台', '港,香港特區,香港特区,香港特別行政區,中国香港,hongkong,hk,hong kong sar,xianggang'),
  province('82', ['澳门', 'Macao'], '港澳台', '澳,澳門,澳门特区,澳門特區,澳門特別行政區,中国澳门,macau,macao sar,aomen'),
];

/** Cities whose bare name always means them, whatever else is called so: capitals of provinces, and Dalian, Qingdao, Ningbo, Xiamen, Shenzhen. */
export const wellKnownCities: readonly string[] = [
  ...[
    '1301',
    '1401',
    '1501',
    '2101',
    '2201',
    '2301',
    '3201',
    '3301',
    '3401',
    '3501',
    '3601',
    '3701',
    '4101',
    '4201',
    '4301',
    '4401',
    '4501',
  ],
  ...['4601', '5101', '5201', '5301', '5401', '6101', '6201', '6301', '6401', '6501', '2102', '3702', '3302', '3502', '4403', '7101'],
];
