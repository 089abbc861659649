// Made-up names of people and companies, Chinese and some English ones. Any likeness is chance.
import { type Random, Weighted } from './random.ts';

const SURNAMES =
  '王9 李9 张8 刘7 陈7 杨5 赵4 黄4 周4 吴4 徐3 孙3 胡3 朱3 高3 林3 何3 郭3 马3 罗2 梁2 宋2 郑2 谢2 韩2 唐2 冯2 于2 董2 萧1 程2 曹2 袁1 邓2 许2 傅1 沈2 曾2 彭2 吕1 苏2 卢1 蒋1 蔡2 贾1 丁1 魏1 薛1 叶2 阎1 余1 潘1 杜1 戴1 夏1 钟1 汪1 田1 任1 姜1 范1 方1 石1 姚1 谭1 廖1 欧阳1 上官1 司马1';
const FEMALE =
  '静 敏 婷 雪 丽 芳 娟 慧 倩 颖 琳 洁 欣怡 雨桐 思涵 梓萱 佳怡 诗涵 晓彤 若曦 雅琪 可馨 子涵 梦瑶 婉清 秀英 玉兰 海燕 晓燕 春梅 红梅 丹丹 露露 文静 依诺 语嫣 芷若 念慈 书瑶 安琪';
const MALE =
  '伟 强 磊 军 勇 杰 涛 明 超 鹏 浩然 子轩 宇航 俊杰 志强 建国 文博 天佑 博文 嘉豪 一鸣 晨阳 家辉 国栋 海波 立新 晓东 思远 泽宇 振华 少华 永康 俊熙 承志 启航 云飞 景行 思齐 冠霖 明哲';
const ENGLISH_FEMALE = 'Emily Sophia Grace Chloe Olivia Anna Julia Rachel Laura Nina Clara Alice Fiona Helen';
const ENGLISH_MALE = 'James Daniel Oliver Ryan Lucas Henry Adam Victor Simon Thomas Martin Leo Peter Marcus';
const ENGLISH_SURNAMES =
  'Smith Brown Taylor Wilson Clark Turner Cooper Morgan Bailey Reed Foster Hughes Tanaka Kim Nguyen Patel Garcia Rossi Novak Larsen';
const COMPANY_FIRST = '华 中 金 东 新 恒 瑞 天 海 宏 盛 远 博 联 信 鼎 泰 安 德 嘉 创 智 云 启 明 锦 和 万 通 润';
const COMPANY_SECOND = '源 达 盛 通 成 泰 创 翔 锐 科 诚 辉 鑫 隆 腾 丰 益 图 康 域 拓 景 森 越 川 航 晟 维 磐 禾';
const ENGLISH_COMPANY =
  'Northwind Harbour Bluepeak Silverline Eastgate Brightwell Redwood Lakeside Summit Orchid Evergreen Ironbridge Skylark Meridian Kingsway Fairmont Oakridge Clearwater Pinecrest Westbrook';
const COUNTRY_FORMS = ['Co., Ltd.', 'Holdings', 'Trading Co., Ltd.', '(China) Ltd.', 'Group'];

/** Draws names. */
export class Names {
  readonly #surnames = new Weighted(SURNAMES.split(' ').map((entry) => [entry.slice(0, -1), Number(entry.slice(-1))] as const));
  readonly #female = FEMALE.split(' ');
  readonly #male = MALE.split(' ');
  readonly #englishFemale = ENGLISH_FEMALE.split(' ');
  readonly #englishMale = ENGLISH_MALE.split(' ');
  readonly #englishSurnames = ENGLISH_SURNAMES.split(' ');
  readonly #companyFirst = COMPANY_FIRST.split(' ');
  readonly #companySecond = COMPANY_SECOND.split(' ');
  readonly #englishCompany = ENGLISH_COMPANY.split(' ');

  /** A person's name, English for one in sixteen. */
  person(random: Random, female: boolean): string {
    if (random.chance(1 / 16))
      return `${random.oneOf(female ? this.#englishFemale : this.#englishMale)} ${random.oneOf(this.#englishSurnames)}`;
    return this.#surnames.draw(random) + random.oneOf(female ? this.#female : this.#male);
  }

  /** A Chinese person's name. */
  chinese(random: Random): string {
    return this.#surnames.draw(random) + random.oneOf(random.chance(0.5) ? this.#female : this.#male);
  }

  /** A company's name: 深圳恒达智能科技有限公司, or `Bluepeak Trading Co., Ltd.` for one in eight. */
  company(random: Random, city: string, line: string, english: string): string {
    if (random.chance(1 / 8)) return `${random.oneOf(this.#englishCompany)} ${english} ${random.oneOf(COUNTRY_FORMS)}`;
    const form = random.chance(0.12) ? '股份有限公司' : '有限公司';
    return `${city.replace(/市$/, '')}${random.oneOf(this.#companyFirst)}${random.oneOf(this.#companySecond)}${line}${form}`;
  }

  /** A masked mobile number. */
  phone(random: Random): string {
    const prefix = random.oneOf(['131', '135', '137', '138', '139', '150', '156', '158', '177', '181', '186', '189', '199']);
    return `${prefix}****${String(random.whole(0, 9999)).padStart(4, '0')}`;
  }
}
