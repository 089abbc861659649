// Large, medium, small and micro companies: 中小企业划型标准规定, 工信部联企业〔2011〕300号. A company is as large as both of its measures allow.

export interface SizeRule {
  /** People from which a company is small, medium, large. */
  readonly employees?: readonly [small: number, medium: number, large: number];
  /** Revenue of a year in 10,000 yuan. */
  readonly revenue?: readonly [small: number, medium: number, large: number];
}

/** Branches whose rule is number of people and revenue; construction, real estate and leasing go by assets. */
export const sizeRules = {
  industry: { employees: [20, 300, 1000], revenue: [300, 2000, 40_000] },
  farming: { revenue: [50, 500, 20_000] },
  wholesale: { employees: [5, 20, 200], revenue: [1000, 5000, 40_000] },
  retail: { employees: [10, 50, 300], revenue: [100, 500, 20_000] },
  transport: { employees: [20, 300, 1000], revenue: [200, 3000, 30_000] },
  storage: { employees: [20, 100, 200], revenue: [100, 1000, 30_000] },
  post: { employees: [20, 300, 1000], revenue: [100, 2000, 30_000] },
  hospitality: { employees: [10, 100, 300], revenue: [100, 2000, 10_000] },
  telecom: { employees: [10, 100, 2000], revenue: [100, 1000, 100_000] },
  software: { employees: [10, 100, 300], revenue: [50, 1000, 10_000] },
  property: { employees: [100, 300, 1000], revenue: [500, 1000, 5000] },
  other: { employees: [10, 100, 300] },
} as const satisfies { readonly [name: string]: SizeRule };

export type SizeRuleName = keyof typeof sizeRules;

export const sizeRuleNames = Object.keys(sizeRules) as readonly SizeRuleName[] as [SizeRuleName, ...SizeRuleName[]];

/** From the smallest up. */
export const sizes = [
  { value: 'micro', title: { en: 'Micro', 'zh-CN': '微型' } },
  { value: 'small', title: { en: 'Small', 'zh-CN': '小型' } },
  { value: 'medium', title: { en: 'Medium', 'zh-CN': '中型' } },
  { value: 'large', title: { en: 'Large', 'zh-CN': '大型' } },
] as const;
