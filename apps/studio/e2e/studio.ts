// A studio on a real runtime for the browser tests: the example data and flows, one browser, pages that must not complain.
import type { Flow } from '@tierflow/flow';
import { launchBrowser, type RunningRuntime, startRuntime } from '@tierflow/testkit';
import type { Browser, BrowserContext, Page } from 'playwright-core';

export interface PageOptions {
  readonly language?: 'en' | 'zh-CN';
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** Shares storage with an earlier page. */
  readonly context?: BrowserContext;
}

export interface StudioUnderTest {
  readonly url: string;
  readonly page: (path: string, options?: PageOptions) => Promise<Page>;
  /** Copies an example under a new id, so that tests do not meet in one draft; answers the id. */
  readonly copy: (example: string) => Promise<string>;
  readonly draft: (id: string) => Promise<Flow>;
  /** Stores a draft with a node more, fed by another. */
  readonly add: (id: string, node: Flow['nodes'][number], from: string) => Promise<void>;
  /** What pages wrote as errors since the last call. */
  readonly complaints: () => readonly string[];
  readonly stop: () => Promise<void>;
}

/** Starts runtime and browser; waits until the example data is there. */
export async function startStudio(): Promise<StudioUnderTest> {
  const runtime = await startRuntime();
  const browser = await launchBrowser();
  await prepared(runtime);
  const written: string[] = [];
  let copies = 0;
  return {
    url: runtime.url,
    page: (path, options = {}) => openPage(browser, runtime.url + path, options, written),
    async copy(example) {
      copies += 1;
      const flow = await json<Flow>(`${runtime.url}/v1/flows/${example}/draft`);
      const id = `${example}-copy-${copies}`;
      const answer = await fetch(`${runtime.url}/v1/flows`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ flow: { ...flow, id } }),
      });
      if (!answer.ok) throw new Error(`copying ${example}: ${await answer.text()}`);
      return id;
    },
    draft: (id) => json<Flow>(`${runtime.url}/v1/flows/${id}/draft`),
    async add(id, node, from) {
      const { layout: _, ...flow } = await json<Flow>(`${runtime.url}/v1/flows/${id}/draft`);
      const stored = await fetch(`${runtime.url}/v1/flows/${id}/draft`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', 'If-Match': '*' },
        body: JSON.stringify({ ...flow, nodes: [...flow.nodes, node], edges: [...flow.edges, { from, to: node.id }] }),
      });
      if (!stored.ok) throw new Error(`adding ${node.id}: ${await stored.text()}`);
    },
    complaints: () => written.splice(0),
    async stop() {
      await browser.close();
      await runtime.stop();
    },
  };
}

async function prepared(runtime: RunningRuntime): Promise<void> {
  for (const end = Date.now() + 90_000; Date.now() < end; ) {
    const workspace = await json<{ preparing: boolean; customers: number }>(`${runtime.url}/v1/workspace`);
    if (!workspace.preparing && workspace.customers > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The example data did not arrive. The runtime wrote:\n${runtime.output()}`);
}

async function openPage(browser: Browser, url: string, options: PageOptions, written: string[]): Promise<Page> {
  const { language = 'en', theme = 'light', width = 1440, height = 900 } = options;
  const context = options.context ?? (await browser.newContext({ viewport: { width, height }, locale: language, reducedMotion: 'reduce' }));
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') written.push(message.text());
  });
  page.on('pageerror', (error) => written.push(error.message));
  await page.addInitScript(
    ([chosenLanguage, chosenTheme]) => {
      if (localStorage.getItem('tierflow.preferences') !== null) return;
      localStorage.setItem('tierflow.preferences', JSON.stringify({ language: chosenLanguage, theme: chosenTheme }));
    },
    [language, theme],
  );
  await page.goto(url);
  return page;
}

async function json<T>(url: string): Promise<T> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.json()) as T;
}

/** The card of a node. */
export function card(page: Page, id: string) {
  return page.locator(`.react-flow__node[data-id="${id}"]`);
}

/** The edge of a key, `from:port>to`. */
export function edge(page: Page, key: string) {
  return page.locator(`.react-flow__edge[data-id="${key}"]`);
}

/** Waits until every card has its number, nothing is being counted, and that stays so for a moment. */
export async function counted(page: Page): Promise<void> {
  await page.locator('.react-flow__node').first().waitFor();
  for (let calm = 0; calm < 3; ) {
    await page.waitForTimeout(80);
    calm = (await page.evaluate(isCalm)) ? calm + 1 : 0;
  }
}

function isCalm(): boolean {
  const cards = [...document.querySelectorAll('.react-flow__node > div')];
  return cards.length > 0 && cards.every((each) => !each.hasAttribute('data-computing') && !each.hasAttribute('data-stale'));
}

/** Gives the keys to the canvas without selecting anything. */
export async function focusCanvas(page: Page): Promise<void> {
  await page.locator('[data-region="canvas"]').focus();
}
