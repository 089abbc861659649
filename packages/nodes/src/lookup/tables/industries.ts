// Industry groups: the sections of GB/T 4754—2017, 国民经济行业分类, under their letters, numbers, full names and the words people use.

export interface Industry {
  readonly id: string;
  /** Letter of the section and its first and last division. */
  readonly section: string;
  readonly divisions: readonly [first: number, last: number];
  readonly en: string;
  readonly zh: string;
  /** In small letters. */
  readonly words: readonly string[];
}

type Section = readonly [letter: string, first: number, last: number];

const industry = (id: string, [section, first, last]: Section, [en, zh]: readonly [string, string], words: string): Industry => {
  return { id, section, divisions: [first, last], en, zh, words: words.split(' ').map((word) => word.replaceAll('_', ' ')) };
};

export const industries: readonly Industry[] = [
  industry(
    'agriculture',
    ['A', 1, 5],
    ['Agriculture', '农、林、牧、渔业'],

    '农业 林业 畜牧业 牧业 渔业 农林牧渔 农林牧渔业 养殖 种植 farming forestry fishery',
  ),
  industry('mining', ['B', 6, 12], ['Mining', '采矿业'], '采矿 矿业 煤炭 煤炭开采 石油开采 采掘'),
  industry(
    'manufacturing',
    ['C', 13, 43],
    ['Manufacturing', '制造业'],

    '制造 工业制造 生产制造 加工制造 机械 机械制造 汽车制造 电子制造 食品制造 医药制造 化工 纺织 manufacture industrial',
  ),
  industry(
    'utilities',
    ['D', 44, 46],
    ['Utilities', '电力、热力、燃气及水生产和供应业'],

    '电力 热力 燃气 供水 水务 公用事业 电力热力燃气及水生产和供应业 electricity gas water energy_supply',
  ),
  industry('construction', ['E', 47, 50], ['Construction', '建筑业'], '建筑 建筑工程 施工 装修 装饰装修 building'),
  industry(
    'retail',
    ['F', 51, 52],
    ['Wholesale and retail', '批发和零售业'],

    '零售 零售业 批发 批发业 批发零售 批发零售业 批发和零售 电商 电子商务 商超 超市 百货 商贸 wholesale trade e-commerce ecommerce',
  ),
  industry(
    'transport',
    ['G', 53, 60],
    ['Transport and storage', '交通运输、仓储和邮政业'],

    '交通 运输 交通运输 交通运输业 物流 物流业 仓储 快递 邮政 航空 交通运输仓储和邮政业 transport transportation logistics',
  ),
  industry(
    'hospitality',
    ['H', 61, 62],
    ['Hotels and restaurants', '住宿和餐饮业'],

    '住宿 餐饮 餐饮业 酒店 酒店业 住宿餐饮 住宿和餐饮 hotel hotels catering restaurant restaurants hospitality',
  ),
  industry(
    'it',
    ['I', 63, 65],
    ['Information technology', '信息传输、软件和信息技术服务业'],

    'it it业 it行业 互联网 软件 软件业 信息技术 信息技术业 信息服务 电信 通信 计算机 互联网/it it/互联网 信息传输软件和信息技术服务业 internet software telecom information_technology',
  ),
  industry(
    'finance',
    ['J', 66, 69],
    ['Finance', '金融业'],

    '金融 银行 银行业 保险 保险业 证券 基金 信托 投资 banking bank insurance securities financial_services',
  ),
  industry('real-estate', ['K', 70, 70], ['Real estate', '房地产业'], '房地产 地产 物业 物业管理 房产 property'),
  industry(
    'business',
    ['L', 71, 72],
    ['Leasing and business services', '租赁和商务服务业'],

    '租赁 商务服务 咨询 广告 人力资源 法律 会计 旅行社 租赁和商务服务 consulting advertising legal accounting business_services',
  ),
  industry(
    'science',
    ['M', 73, 75],
    ['Science and technical services', '科学研究和技术服务业'],

    '科研 科学研究 技术服务 检测 设计 科学研究和技术服务 research research_and_development',
  ),
  industry(
    'environment',
    ['N', 76, 79],
    ['Water, environment and public facilities', '水利、环境和公共设施管理业'],

    '水利 环保 环境 公共设施管理 水利环境和公共设施管理业 environmental',
  ),
  industry(
    'services',
    ['O', 80, 82],
    ['Residential services and repair', '居民服务、修理和其他服务业'],

    '居民服务 修理 维修 家政 美容 美容美发 居民服务修理和其他服务业 repair',
  ),
  industry('education', ['P', 83, 83], ['Education', '教育'], '教育业 教育培训 培训 学校 高校 在线教育 school training'),
  industry(
    'health',
    ['Q', 84, 85],
    ['Health and social work', '卫生和社会工作'],

    '医疗 医疗业 卫生 医院 医疗卫生 医疗健康 健康 诊所 养老 healthcare health_care hospital medical health',
  ),
  industry(
    'culture',
    ['R', 86, 90],
    ['Culture, sports and entertainment', '文化、体育和娱乐业'],

    '文化 体育 娱乐 传媒 媒体 影视 出版 文化传媒 文体娱乐 文化体育和娱乐业 media sports entertainment',
  ),
  industry(
    'public',
    ['S', 91, 96],
    ['Public administration', '公共管理、社会保障和社会组织'],

    '政府 政府机关 机关 事业单位 公共管理 社会组织 公共管理社会保障和社会组织 government public_sector',
  ),
  industry('international', ['T', 97, 97], ['International organisations', '国际组织'], 'international'),
];

/** Words that fit several groups. */
const ambiguous = '医药 药业 能源 新能源 电子 汽车 科技 高科技 服务 服务业 贸易 食品 旅游 technology pharma energy services'.split(' ');

/** Every spelling with the id of its group, or the mark of an ambiguous one. */
export function industryKeys(mark: string): ReadonlyMap<string, string> {
  const keys = new Map(ambiguous.map((word) => [word, mark]));
  for (const { id, section, divisions, en, zh, words } of industries) {
    const [first, last] = divisions;
    const numbers = Array.from({ length: last - first + 1 }, (_, at) => String(first + at).padStart(2, '0'));
    const letter = section.toLowerCase();
    const codes = [letter, ...numbers, ...numbers.map((number) => letter + number)];
    for (const key of [id, en.toLowerCase(), zh, ...codes, ...words]) if (!keys.has(key)) keys.set(key, id);
  }
  return keys;
}
