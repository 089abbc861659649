// Companies all over China, with places and industries spelled as people spell them.
import { exp, Names, Random, Weighted } from '@tierflow/draw';
import { customerSet, numbered, SEED } from './columns.ts';
import type { Cell, ExampleSet } from './example-set.ts';

const COMPANIES = 1_000;

/** Province and city as written, with how often. */
const PLACES = new Weighted<readonly [province: string | undefined, city: string | undefined]>([
  [['上海市', '上海市'], 12],
  [[undefined, '上海'], 4],
  [['江苏省', '苏州市'], 8],
  [['江苏', '南京'], 6],
  [['浙江省', '杭州市'], 9],
  [['山东', '青岛市'], 6],
  [['广东省', '深圳市'], 11],
  [['广东', '广州'], 8],
  [['广东省', '湛江市'], 2],
  [['广西', '南宁'], 3],
  [['北京', '北京市'], 9],
  [['天津市', '天津'], 4],
  [['河北', '石家庄'], 3],
  [['内蒙古', '包头'], 2],
  [['辽宁省', '大连市'], 4],
  [['吉林省', '长春'], 2],
  [['湖北', '武汉市'], 6],
  [['湖南省', '长沙'], 4],
  [['河南', '郑州市'], 5],
  [['四川省', '成都市'], 7],
  [['重庆', '重庆'], 5],
  [['云南', '昆明'], 3],
  [['陕西省', '西安市'], 5],
  [['新疆', '乌鲁木齐市'], 2],
  [['广东省', '苏州市'], 1],
  [[undefined, '海外'], 1],
  [[undefined, undefined], 1],
]);

const INDUSTRIES = new Weighted<string | undefined>([
  ['制造业', 30],
  ['机械制造', 10],
  ['银行', 8],
  ['金融业', 8],
  ['零售业', 14],
  ['医院', 6],
  ['Health care', 3],
  ['互联网', 9],
  ['建筑业', 7],
  ['科技', 3],
  [undefined, 2],
]);

/** The companies. */
export function nation(): readonly ExampleSet[] {
  const names = new Names();
  const rows = Array.from({ length: COMPANIES }, (_, index): Cell[] => {
    const random = new Random(SEED, index, 29);
    const [province, city] = PLACES.draw(random);
    const industry = INDUSTRIES.draw(random);
    const people = Math.max(1, Math.round(90 * exp(random.normal() * 1.6)));
    const revenue = Math.round(people * 450_000 * exp(random.normal() * 0.7));
    return [
      numbered('N', index),
      names.company(random, city ?? '', '', 'Industries'),
      province,
      city,
      industry,
      random.chance(0.06) ? undefined : people,
      random.chance(0.15) ? undefined : revenue,
    ];
  });
  return [customerSet(['customer_id', 'company', 'province', 'city', 'industry', 'employees', 'yearly_revenue'], rows)];
}
