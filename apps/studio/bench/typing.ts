// Prints how smooth typing in the formula editor is: a formula of 2,000 characters over a hundred fields and three collections,
// in the built studio on a real runtime. `--url` takes one that runs already.
import { launchBrowser, startRuntime } from '@tierflow/testkit';
import type { Page } from 'playwright-core';
import { collections, customersCsv, linesCsv, longFormula } from './wide-data.ts';

/** What the page writes down for itself. */
declare global {
  interface Window {
    bench: {
      readonly keys: number[];
      readonly paints: number[];
      readonly tasks: { readonly start: number; readonly took: number }[];
      /** Times at which a mistake came to be marked, or no longer. */
      readonly marks: { readonly at: number; readonly marked: boolean }[];
    };
  }
}

const length = 2_000;
const samples = 15;
/** As in the editor: how long nobody types before the text is looked at. */
const pause = 120;

const given = process.argv.indexOf('--url');
const runtime = given < 0 ? await startRuntime({ env: { TIERFLOW_EXAMPLES: '0' } }) : undefined;
const url = runtime?.url ?? process.argv[given + 1] ?? '';
const browser = await launchBrowser();
try {
  await importAll();
  for (const customer of [null, 'C7'] as const) await measure(customer);
} finally {
  await browser.close();
  await runtime?.stop();
}

async function measure(customer: string | null): Promise<void> {
  const page = await openFormula();
  if (customer !== null) await chooseCustomer(page, customer);
  await page.waitForTimeout(1_500);
  console.log(`\n${length} characters, ${customer === null ? 'no customer chosen' : 'values of a customer shown'}`);
  await typeOn(page);
  await markAndRepair(page);
  await page.context().close();
}

/** From the last key to the mark of a mistake, and to its end, with the pause taken off. */
async function markAndRepair(page: Page): Promise<void> {
  const times: Record<'shown' | 'gone', number[]> = { shown: [], gone: [] };
  for (let at = 0; at < samples; at++) {
    for (const [key, what, marked] of [
      ['x', 'shown', true],
      ['Backspace', 'gone', false],
    ] as const) {
      await page.evaluate(() => {
        window.bench.keys.length = 0;
        window.bench.marks.length = 0;
      });
      await page.keyboard.press(key);
      const took = await page.waitForFunction((wanted) => {
        const { keys, marks } = window.bench;
        const found = marks.findLast((mark) => mark.marked === wanted);
        return found === undefined ? false : { ms: found.at - (keys.at(-1) ?? 0) };
      }, marked);
      times[what].push(((await took.jsonValue()) as { readonly ms: number }).ms - pause);
      await page.waitForTimeout(700);
    }
  }
  print('mistake marked after the pause', times.shown);
  print('mark gone after the pause', times.gone);
}

/** A key every 60 ms for two seconds, then the work that follows. */
async function typeOn(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const list of [window.bench.keys, window.bench.paints, window.bench.tasks]) list.length = 0;
  });
  for (const letter of ' + measure_01 + measure_02 + 3 * 4') {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter === '+' ? '+' : letter);
    await page.waitForTimeout(60);
  }
  await page.waitForTimeout(1_500);
  const { paints, tasks } = await page.evaluate(() => window.bench);
  print('key to paint', paints);
  print(
    'tasks over 50 ms',
    tasks.map(({ took }) => took),
  );
}

function print(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)} ms`.padStart(8);
  console.log(`  ${what.padEnd(32)} least ${at(0)}  median ${at(0.5)}  p95 ${at(0.95)}  most ${at(1)}  (${sorted.length})`);
}

async function openFormula(): Promise<Page> {
  const id = `bench-${Date.now().toString(36)}`;
  const flow = {
    format: 'tierflow/flow@1',
    id,
    title: 'Bench',
    timeZone: 'UTC',
    data: {
      people: { key: 'customer_id', fields: [] },
      ...Object.fromEntries(collections.map((name) => [name, { key: 'line_id', customer: 'customer_id', time: 'at', fields: [] }])),
    },
    nodes: [
      { id: 'source', kind: 'source', config: { data: 'people' } },
      { id: 'formula', kind: 'formula', config: { columns: [{ name: 'total', expr: longFormula(length) }] } },
      { id: 'tiers', kind: 'tiers', config: { score: 'total', tiers: [{ id: 'high', from: 1000 }, { id: 'low' }] } },
    ],
    edges: [
      { from: 'source', to: 'formula' },
      { from: 'formula', to: 'tiers' },
    ],
    layout: { source: { x: 0, y: 0 }, formula: { x: 360, y: 0 }, tiers: { x: 720, y: 0 } },
  };
  await post('/v1/flows', 'application/json', JSON.stringify({ flow }));
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en' });
  await page.addInitScript(watch);
  await page.goto(`${url}/flows/${id}`);
  await page.locator('.react-flow__node[data-id="formula"]').click({ position: { x: 60, y: 14 } });
  await page.locator('[data-field="columns.0.expr"] .view-lines').click();
  await page.keyboard.press('Control+End');
  return page;
}

async function chooseCustomer(page: Page, key: string): Promise<void> {
  await page.getByRole('button', { name: 'Show the values of a customer' }).click();
  await page.keyboard.type(key);
  await page.getByRole('option', { name: key, exact: true }).click();
  await page.locator('[data-field="columns.0.expr"] table tr').first().waitFor();
  await page.locator('[data-field="columns.0.expr"] .view-lines').click();
  await page.keyboard.press('Control+End');
}

/** Runs in the page: times of keys, paints, long tasks and marks. */
function watch(): void {
  window.bench = { keys: [], paints: [], tasks: [], marks: [] };
  const { keys, paints, tasks, marks } = window.bench;
  window.addEventListener('keydown', ({ timeStamp }) => void keys.push(timeStamp), true);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') paints.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, took: duration });
  }).observe({ type: 'longtask' });
  let was = false;
  new MutationObserver(() => {
    const marked = document.querySelector('.squiggly-error') !== null;
    if (marked !== was) marks.push({ at: performance.now(), marked });
    was = marked;
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
}

async function importAll(): Promise<void> {
  await importFile('people', '?kind=customers&key=customer_id', customersCsv());
  for (const name of collections) await importFile(name, '?kind=collection&key=line_id&customer=customer_id&time=at', linesCsv());
}

async function importFile(name: string, query: string, text: string): Promise<void> {
  const { import: id } = await post<{ readonly import: string }>(`/v1/datasets/${name}/imports${query}`, 'text/csv', text);
  for (;;) {
    const { state, problem } = (await (await fetch(`${url}/v1/datasets/${name}/imports/${id}`)).json()) as Record<
      'state' | 'problem',
      string
    >;
    if (state === 'done') return;
    if (state === 'failed') throw new Error(JSON.stringify(problem));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function post<T>(path: string, type: string, body: string): Promise<T> {
  const answer = await fetch(url + path, { method: 'POST', headers: { 'Content-Type': type }, body });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}
