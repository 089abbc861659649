// The files of a new node kind: a small kind that works (people at or above a line, and the rest), to be changed into the real one.

/** Names derived from the kind's. */
interface Names {
  /** `big-spender`, the folder and the kind. */
  readonly kind: string;
  /** `bigSpender` */
  readonly value: string;
  /** `BigSpender` */
  readonly type: string;
  /** `Big spender` */
  readonly words: string;
}

/** What every kind's folder holds; the texts are checked by the tests of the workspace. */
export const rooms: readonly string[] = [
  'index.ts',
  'config.ts',
  'check.ts',
  'lower.ts',
  'form.ts',
  'summary.ts',
  'messages/en.json',
  'messages/zh-CN.json',
  'help.en.md',
  'help.zh-CN.md',
];

const namePattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** @throws Error when the name cannot be a kind. */
export function namesOf(kind: string): Names {
  if (!namePattern.test(kind)) throw new Error(`A kind is named in lower case with hyphens, like \`big-spender\`; \`${kind}\` is not.`);
  const value = kind.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  return { kind, value, type: capital(value), words: capital(kind.replaceAll('-', ' ')) };
}

/** Path inside the kind's folder → text. */
export function kindFiles(kind: string): Readonly<Record<string, string>> {
  const names = namesOf(kind);
  return {
    'index.ts': index(names),
    'config.ts': config(names),
    'check.ts': check(names),
    'lower.ts': lower(names),
    'form.ts': form(names),
    'summary.ts': summary(names),
    'messages/en.json': json({
      name: names.words,
      about: 'Lets people through whose value is at or above a line.',
      search: `${kind.replaceAll('-', ' ')} threshold at least`,
      'label.on': 'Column',
      'label.on.help': 'A number of the people that arrive.',
      'label.atLeast': 'At least',
      'label.atLeast.help': 'A value equal to the line matches.',
    }),
    'messages/zh-CN.json': json({
      name: names.words,
      about: '让数值达到界线的客户通过。',
      search: `${kind.replaceAll('-', ' ')} 阈值 至少`,
      'label.on': '列',
      'label.on.help': '到达此处的客户的一个数值。',
      'label.atLeast': '至少',
      'label.atLeast.help': '等于界线也算符合。',
    }),
    'help.en.md': `# ${names.words}\n\nPeople whose value is at or above the line leave through *match*, all others through *rest*. A missing value is unknown: it goes to\n*rest* and is counted apart.\n`,
    'help.zh-CN.md': `# ${names.words}\n\n数值达到或高于界线的客户从“符合”离开，其余客户从“其余”离开。缺失的数值视为未知：归入“其余”，并单独计数。\n`,
    'cases/one.json': firstCase,
  };
}

function index({ kind, value, type }: Names): string {
  return `// Kind \`${kind}\`: people at or above a line, and the rest.
import { defineNode } from '@tierflow/compiler';
import { check${type} } from './check.ts';
import { type ${type}Config, ${value}Config } from './config.ts';
import { ${value}Form } from './form.ts';
import { lower${type} } from './lower.ts';
import en from './messages/en.json' with { type: 'json' };
import zh from './messages/zh-CN.json' with { type: 'json' };
import { summarize${type} } from './summary.ts';

export const ${value} = defineNode<${type}Config>({
  kind: '${kind}',
  group: 'filter',
  icon: 'filter',
  version: 1,
  input: 'people',
  schema: ${value}Config,
  defaults: ({ scope }) => ({ on: [...scope.values()].find((column) => column.type === 'number')?.name ?? 'value', atLeast: 0 }),
  ports: () => [
    { id: 'match', title: { en: 'Match', 'zh-CN': '符合' } },
    { id: 'rest', title: { en: 'Rest', 'zh-CN': '其余' }, remainder: true },
  ],
  check: check${type},
  lower: lower${type},
  summary: summarize${type},
  form: ${value}Form,
  messages: { en, 'zh-CN': zh },
});
`;
}

function config({ value, type }: Names): string {
  return `// Settings.
import { z } from 'zod';

export const ${value}Config = z.strictObject({
  /** A column of numbers. */
  on: z.string().min(1).max(200),
  /** Inclusive. */
  atLeast: z.number(),
});

export type ${type}Config = z.infer<typeof ${value}Config>;
`;
}

function check({ type }: Names): string {
  return `// The column has to be there and hold numbers.
import { type Checked, gather, type NodeContext } from '@tierflow/compiler';
import type { ${type}Config } from './config.ts';

export function check${type}({ config, value }: NodeContext<${type}Config>): Checked {
  return gather([value(config.on, 'on', { types: ['number'] })]);
}
`;
}

function lower({ type }: Names): string {
  return `// One three-valued column decides for both ways out, so that they are exclusive and complete.
import { call, exprOf, type Lowered, literal, type NodeContext } from '@tierflow/compiler';
import type { ${type}Config } from './config.ts';

export function lower${type}({ config, value, own }: NodeContext<${type}Config>): Lowered {
  const met = own('met');
  const reached = call('ge', exprOf(value(config.on, 'on', { types: ['number'] })), literal(config.atLeast));
  return {
    columns: [{ id: 'met', type: 'boolean', expr: reached }],
    ports: [
      { id: 'match', when: call('isTrue', met) },
      { id: 'rest', when: call('not', call('isTrue', met)) },
    ],
    unknown: call('isMissing', met),
  };
}
`;
}

function form({ value }: Names): string {
  return `// Fields of the inspector.
import type { FormField } from '@tierflow/compiler';

export const ${value}Form: readonly FormField[] = [
  { type: 'column', path: 'on', label: 'label.on', types: ['number'] },
  { type: 'number', path: 'atLeast', label: 'label.atLeast' },
];
`;
}

function summary({ type }: Names): string {
  return `// The sentence on the card.
import type { LocalText } from '@tierflow/definition';
import type { ${type}Config } from './config.ts';

export function summarize${type}({ config }: { readonly config: ${type}Config }): LocalText {
  return { en: \`\${config.on} at least \${config.atLeast}\`, 'zh-CN': \`\${config.on} 至少 \${config.atLeast}\` };
}
`;
}

const firstCase = `{
  "about": "A value on the line matches; a missing value is unknown and goes to the rest.",
  "asOf": "2026-03-31",
  "data": {
    "customers": {
      "key": "customer_id",
      "fields": [{ "name": "customer_id", "type": "string" }, { "name": "spend", "type": "number" }]
    }
  },
  "config": { "on": "spend", "atLeast": 100 },
  "records": [
    { "customer_id": "above", "spend": 100.5 },
    { "customer_id": "on", "spend": 100 },
    { "customer_id": "below", "spend": 99.99 },
    { "customer_id": "missing" }
  ],
  "expect": { "ports": { "match": ["above", "on"], "rest": ["below", "missing"] }, "unknown": ["missing"] }
}
`;

function json(value: Readonly<Record<string, string>>): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
