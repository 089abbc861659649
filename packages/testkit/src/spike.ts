import { decider, sweep, type Table } from '@tierflow/evaluator';
import type { Column, Definition, Expr } from '@tierflow/definition';
const c = (fn: string, ...args: Expr[]): Expr => ({ op: 'call', fn, args });
const f = (name: string): Expr => ({ op: 'field', name });
const col = (id: string): Expr => ({ op: 'column', id });
const n = (value: number): Expr => ({ op: 'literal', value });
const par = (id: string): Expr => ({ op: 'parameter', id });
const columns: Column[] = [];
const mask = (id: string, expr: Expr) => columns.push({ id, node: id.split(':')[0]!, type: 'boolean', mask: true, expr });
const num = (id: string, expr: Expr, where?: string) => columns.push({ id, node: 'x', type: 'number', expr, ...(where ? { where } : {}) });
mask('src:out', { op: 'literal', value: true });
mask('fil:match', c('and', col('src:out'), c('isTrue', c('and3', c('in3', f('region'), { op: 'list', values: ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'] }), c('ge', f('age'), n(20)), c('le', f('age'), n(70)), c('exists', f('sat'))))));
mask('fil:rest', c('and', col('src:out'), c('not', col('fil:match'))));
num('rfm.R', c('sub', n(6), c('bin', f('recency'), par('r'))), 'fil:match');
num('rfm.F', c('bin', f('freq'), par('f')), 'fil:match');
num('rfm.M', c('bin', f('money'), par('m')), 'fil:match');
num('sc.int', c('add', c('add', c('mul', n(3), col('rfm.R')), c('mul', n(3), col('rfm.F'))), c('mul', n(4), col('rfm.M'))), 'fil:match');
num('sc.score', c('div', col('sc.int'), n(10)), 'fil:match');
const cuts = [44, 38, 30, 22, 0];
cuts.forEach((cut, i) => mask(`t:${i}`, c('and', col('fil:match'), c('isTrue', c('and3', c('ge', col('sc.int'), n(cut)), i === 0 ? { op: 'literal', value: true } : c('lt', col('sc.int'), n(cuts[i - 1]!)))))));
mask('t:un', c('and', col('fil:match'), c('isMissing', col('sc.int'))));
cuts.forEach((_, i) => { mask(`p:${i}a`, c('and', col(`t:${i}`), c('isTrue', c('in3', f('region'), { op: 'list', values: ['r1', 'r2', 'r3'] })))); mask(`p:${i}b`, c('and', col(`t:${i}`), c('not', col(`p:${i}a`)))); });
const definition: Definition = { format: 'tierflow/definition@1', name: 'b', title: { en: 'b' }, version: 1, revision: 1, timeZone: 'UTC', requires: [], input: { key: 'id', fields: [{ name: 'id', type: 'string' }, { name: 'region', type: 'string' }, ...['age', 'sat', 'recency', 'freq', 'money'].map((name) => ({ name, type: 'number' as const }))], collections: [] }, fittedOn: { asOf: '2026-01-01', generation: '1', rows: 1 },
  parameters: [{ id: 'r', node: 'x', value: [30, 90, 180, 300] }, { id: 'f', node: 'x', value: [2, 4, 7, 12] }, { id: 'm', node: 'x', value: [100, 300, 700, 1500] }], columns, nodes: [],
  outputs: { tiers: [{ node: 't', score: 'sc.score', bands: cuts.map((_, i) => ({ id: `t${i}`, title: { en: `T${i}` }, mask: `t:${i}` })), unassigned: 't:un' }], scores: ['R', 'F', 'M'].map((x) => ({ name: x, column: `rfm.${x}` })), labels: [], segments: [], playbooks: cuts.flatMap((_, i) => ['a', 'b'].map((x) => ({ id: `p${i}${x}`, title: { en: 'p' }, mask: `p:${i}${x}`, priority: 1 }))) }, vectors: [] };
const N = 1_000_000;
let s = 1; const rnd = () => { s = (s * 1664525 + 1013904223) >>> 0; return s / 2 ** 32; };
const fa = (g: () => number) => Float64Array.from({ length: N }, g);
const table: Table = { rows: N, key: { type: 'string', codes: new Uint32Array(N), dictionary: [''] }, fields: { region: { type: 'string', codes: Uint32Array.from({ length: N }, () => 1 + Math.floor(rnd() * 12)), dictionary: ['', ...Array.from({ length: 12 }, (_, i) => `r${i}`)] }, age: { type: 'number', values: fa(() => 18 + Math.floor(rnd() * 62)) }, sat: { type: 'number', values: fa(() => rnd() < 0.3 ? NaN : Math.floor(rnd() * 10)) }, recency: { type: 'number', values: fa(() => Math.floor(rnd() * 400)) }, freq: { type: 'number', values: fa(() => Math.floor(rnd() * 15)) }, money: { type: 'number', values: fa(() => rnd() * 2000) } }, collections: {} };
const cache = { columns: new Map(), code: new Map(), maxBytes: 1e9 };
for (let k = 0; k < 8; k++) { const t = performance.now(); const r = await sweep(definition, table, { asOf: '2026-01-01', cache, chunk: 1e9 }); console.log('sweep', (performance.now() - t).toFixed(1), r.counts['fil:match'], r.counts['t:0']); }
const recs = Array.from({ length: 1000 }, (_, i) => ({ id: `c${i}`, region: `r${Math.floor(rnd() * 12)}`, age: 18 + Math.floor(rnd() * 62), sat: rnd() < 0.3 ? null : 5, recency: Math.floor(rnd() * 400), freq: Math.floor(rnd() * 15), money: rnd() * 2000 }));
const regions = new Set(['r1', 'r2', 'r3', 'r4', 'r5', 'r6']), rg = new Set(['r1', 'r2', 'r3']);
const idn = { name: 'b', version: 1, revision: 1, digest: '' }; const titles = cuts.map((_, i) => ({ en: `T${i}` })); const none: never[] = [];
function hand(r: any) {
  let tier: string | null = null, tierTitle = null, score: number | null = null, R: number | null = null, F: number | null = null, M: number | null = null; const playbooks: string[] = [];
  if (r.region != null && regions.has(r.region) && r.age >= 20 && r.age <= 70 && r.sat != null) {
    R = r.recency <= 30 ? 5 : r.recency <= 90 ? 4 : r.recency <= 180 ? 3 : r.recency <= 300 ? 2 : 1;
    F = r.freq <= 2 ? 1 : r.freq <= 4 ? 2 : r.freq <= 7 ? 3 : r.freq <= 12 ? 4 : 5;
    M = r.money <= 100 ? 1 : r.money <= 300 ? 2 : r.money <= 700 ? 3 : r.money <= 1500 ? 4 : 5;
    const int = 3 * R + 3 * F + 4 * M; score = int / 10;
    const t = int >= 44 ? 0 : int >= 38 ? 1 : int >= 30 ? 2 : int >= 22 ? 3 : 4; tier = `t${t}`; tierTitle = titles[t];
    playbooks.push(rg.has(r.region) ? `p${t}a` : `p${t}b`);
  }
  return { key: r.id, tier, tierTitle, score, scores: { R, F, M }, segments: [], labels: {}, playbooks, asOf: '2026-01-01', definition: idn, notes: none };
}
const d = decider(definition); const cl = decider(definition, { mode: 'closures' });
for (const r of recs) { const a = JSON.stringify(hand(r)), b = JSON.stringify(d.decide(r)); if (a !== b) { console.log(a, b); break; } }
const time = (name: string, fn: (r: any) => any) => { let best = 1e9, x = 0; for (let k = 0; k < 15; k++) { const t = performance.now(); for (let j = 0; j < 200; j++) for (const r of recs) x += fn(r).playbooks.length; best = Math.min(best, performance.now() - t); } console.log(name, (best / 200_000 * 1e6).toFixed(1), 'ns', x); };
for (let k = 0; k < 2; k++) { time('hand', hand); time('gen', (r) => d.decide(r)); } time('closures', (r) => cl.decide(r));
