// The fixed side of the B2B example: industries, product lines, channels, account managers.
import { Names, Random, Weighted } from '@tierflow/draw';

/** What companies of an industry are like. */
export interface Industry {
  readonly name: string;
  /** Word in a Chinese company name, and in an English one. */
  readonly word: string;
  readonly english: string;
  /** Typical number of employees. */
  readonly employees: number;
  /** Yearly revenue per employee, yuan. */
  readonly perHead: number;
  readonly paymentDays: number;
  /** Usual growth of purchases. */
  readonly growth: number;
}

const INDUSTRIES: readonly (readonly [Industry, number])[] = [
  [{ name: 'manufacturing', word: '精密制造', english: 'Precision', employees: 220, perHead: 820_000, paymentDays: 62, growth: 0.05 }, 30],
  [{ name: 'software', word: '信息技术', english: 'Software', employees: 85, perHead: 610_000, paymentDays: 38, growth: 0.16 }, 17],
  [{ name: 'retail', word: '商贸', english: 'Retail', employees: 70, perHead: 1_250_000, paymentDays: 45, growth: 0.04 }, 15],
  [{ name: 'health', word: '医疗科技', english: 'Medical', employees: 120, perHead: 760_000, paymentDays: 71, growth: 0.11 }, 10],
  [{ name: 'finance', word: '金融服务', english: 'Financial', employees: 150, perHead: 1_900_000, paymentDays: 26, growth: 0.06 }, 7],
  [{ name: 'logistics', word: '物流', english: 'Logistics', employees: 140, perHead: 560_000, paymentDays: 54, growth: 0.07 }, 9],
  [{ name: 'education', word: '教育科技', english: 'Learning', employees: 60, perHead: 380_000, paymentDays: 33, growth: 0.02 }, 6],
  [{ name: 'energy', word: '新能源', english: 'Energy', employees: 260, perHead: 1_500_000, paymentDays: 58, growth: 0.19 }, 6],
];

const PRODUCTS = ['platform', 'analytics', 'equipment', 'maintenance', 'training'];
const MANAGERS = 24;

/** What the B2B generator draws from. */
export class Market {
  readonly industries = new Weighted(INDUSTRIES);
  readonly products = PRODUCTS;
  readonly channels = new Weighted([
    ['visit', 24],
    ['phone', 22],
    ['email', 18],
    ['WeChat Work', 29],
    ['trade fair', 7],
  ] as const);
  readonly techLevels = new Weighted([
    ['high', 26],
    ['middle', 45],
    ['low', 29],
  ] as const);
  readonly names = new Names();
  readonly managers: readonly string[];

  constructor(seed: number) {
    const random = new Random(seed, 0, 9);
    this.managers = Array.from({ length: MANAGERS }, () => this.names.chinese(random));
  }
}
