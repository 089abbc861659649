// Editing on the canvas: adding, connecting, deleting, undoing, saving. On the built studio and a real runtime.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { card, counted, edge, focusCanvas, type StudioUnderTest, startStudio } from './studio.ts';

let studio: StudioUnderTest;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio?.stop());
afterEach(() => expect(studio.complaints()).toEqual([]));

const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor({ timeout: 4000 });
/** The name in the bar above the canvas. */
const flowName = (page: Page) => page.locator('header').getByRole('textbox', { name: 'Name of the flow' });
const nodes = (page: Page) => page.locator('.react-flow__node').count();
const edges = (page: Page) => page.locator('.react-flow__edge').count();

/** The middle of an element, in pixels of the window. */
async function middle(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`${selector} is not to be seen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const handle = (node: string, port: string) => `.react-flow__handle[data-nodeid="${node}"][data-handleid="${port}"]`;

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** A flow of three cards that leaves room on the canvas: a source, a filter, a playbook. */
async function open(example = 'rfm-five-tiers'): Promise<{ page: Page; id: string }> {
  const id = await studio.copy(example);
  const page = await studio.page(`/flows/${id}`);
  await counted(page);
  return { page, id };
}

describe('adding', () => {
  test('by double click, by key A, and to the selected card by Enter in the palette; undo names each', async () => {
    const { page } = await open();
    const before = await nodes(page);
    const free = { x: 500, y: 620 };
    await page.mouse.dblclick(free.x, free.y);
    await page.keyboard.type('filt');
    await page.keyboard.press('Enter');
    await expect.poll(() => nodes(page)).toBe(before + 1);
    await page.mouse.move(free.x + 300, free.y + 60);
    await page.keyboard.press('a');
    await page.getByRole('dialog', { name: 'Add a node here' }).waitFor();
    await page.keyboard.type('merge');
    await page.keyboard.press('Enter');
    await expect.poll(() => nodes(page)).toBe(before + 2);
    await page.getByRole('button', { name: 'Undo: Add Merge' }).click();
    await page.getByRole('button', { name: 'Undo: Add Filter' }).click();
    await expect.poll(() => nodes(page)).toBe(before);
    await page.getByRole('button', { name: 'Redo: Add Filter' }).click();
    await expect.poll(() => nodes(page)).toBe(before + 1);
    await page.context().close();
  });

  test('from the palette onto an edge puts the node into it; one undo restores the edge', async () => {
    const { page } = await open();
    const before = await edges(page);
    const at = await middle(
      page,
      '.react-flow__edge[data-id="src:out>recent"] .react-flow__edge-path, .react-flow__edge .react-flow__edge-path',
    );
    const item = await middle(page, '[data-region="palette"] [data-kind="filter"]');
    await page.mouse.move(item.x, item.y);
    await page.mouse.down();
    await page.mouse.move(at.x - 30, at.y + 40, { steps: 5 });
    await page.mouse.move(at.x, at.y, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => edges(page)).toBe(before + 1);
    await focusCanvas(page);
    await page.keyboard.press('Control+z');
    await expect.poll(() => edges(page)).toBe(before);
    await page.context().close();
  });

  test('a wire dropped on the empty canvas offers what fits and connects it', async () => {
    const { page } = await open();
    const before = await edges(page);
    const port = await middle(page, handle('src', 'out'));
    await drag(page, port, { x: port.x + 40, y: port.y + 200 });
    const menu = page.getByRole('dialog', { name: 'Add a node and connect it' });
    await menu.waitFor();
    expect(await menu.getByRole('option', { name: /Source/ }).count()).toBe(0);
    await menu.getByRole('option', { name: /Merge/ }).click();
    await expect.poll(() => edges(page)).toBe(before + 1);
    await expect.poll(() => edge(page, 'src:out>merge').count()).toBe(1);
    await page.context().close();
  });
});

describe('connecting', () => {
  test('a circle cannot be made: the card greys out and says why', async () => {
    const { page } = await open();
    const before = await edges(page);
    const ids = await page.locator('.react-flow__node').evaluateAll((all) => all.map((each) => each.getAttribute('data-id') ?? ''));
    const second = ids[1] ?? '';
    const third = ids[2] ?? '';
    const port = await middle(page, `.react-flow__handle.source[data-nodeid="${third}"]`);
    const target = await middle(page, handle(second, 'in'));
    await page.mouse.move(port.x, port.y);
    await page.mouse.down();
    await page.mouse.move(port.x + 20, port.y + 60, { steps: 3 });
    await page.mouse.move(target.x, target.y, { steps: 5 });
    await expect.poll(() => card(page, second).locator('> div').first().getAttribute('data-refused')).toBe('This would lead in a circle');
    await expect.poll(() => card(page, 'src').locator('> div').first().getAttribute('data-refused')).toBe('Nothing flows into this node');
    await page.mouse.up();
    expect(await edges(page)).toBe(before);
    await page.context().close();
  });

  test('an edge is easy to hit and shows how to delete it', async () => {
    const { page } = await open();
    const before = await edges(page);
    const at = await middle(page, '.react-flow__edge .react-flow__edge-path');
    await page.mouse.click(at.x - 20, at.y + 6);
    await page.getByRole('button', { name: 'Delete the connection' }).click();
    await expect.poll(() => edges(page)).toBe(before - 1);
    await page.context().close();
  });
});

describe('deleting', () => {
  test.each(['Delete', 'Backspace'])('%s asks nothing, and the toast takes it back with all edges', async (key) => {
    const { page } = await open();
    const [n, e] = [await nodes(page), await edges(page)];
    await card(page, 'tiers').click({ position: { x: 40, y: 12 } });
    await page.keyboard.press(key);
    await expect.poll(() => nodes(page)).toBe(n - 1);
    expect(await edges(page)).toBeLessThan(e);
    await page.getByText(/Deleted “/).waitFor();
    await page.locator('.mantine-Notifications-root').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => nodes(page)).toBe(n);
    expect(await edges(page)).toBe(e);
    await page.context().close();
  });

  test('delete and reconnect keeps the chain', async () => {
    const { page, id } = await open();
    await card(page, 'score').click({ position: { x: 40, y: 12 } });
    await page.keyboard.press('Control+Delete');
    await saved(page);
    const draft = await studio.draft(id);
    expect(draft.edges.some((each) => each.from === 'rfm' && each.to === 'tiers')).toBe(true);
    await page.context().close();
  });
});

describe('undo', () => {
  test('inside a text field it is the text that is undone, not the flow', async () => {
    const { page } = await open();
    const before = await nodes(page);
    await page.mouse.dblclick(500, 620);
    await page.keyboard.press('Enter');
    await expect.poll(() => nodes(page)).toBe(before + 1);
    const field = page.getByRole('textbox', { name: 'Find a node' });
    await field.click();
    await page.keyboard.type('abc');
    await page.keyboard.press('Control+z');
    expect(await nodes(page)).toBe(before + 1);
    await focusCanvas(page);
    await page.keyboard.press('Control+z');
    await expect.poll(() => nodes(page)).toBe(before);
    await page.context().close();
  });

  test('a drag is one step, and is no change of the rules', async () => {
    const { page, id } = await open();
    const at = await middle(page, '.react-flow__node[data-id="src"]');
    await drag(page, { x: at.x, y: at.y - 12 }, { x: at.x + 10, y: at.y + 130 });
    await saved(page);
    const moved = (await studio.draft(id)).layout?.['src'];
    await page.getByRole('button', { name: 'Undo: Move All members' }).click();
    await page.getByRole('button', { name: 'Nothing to undo' }).waitFor();
    await expect.poll(async () => (await studio.draft(id)).layout?.['src']).not.toEqual(moved);
    await page.context().close();
  });
});

describe('saving', () => {
  test('a change is on the server within two seconds and survives a reload', async () => {
    const { page, id } = await open();
    await flowName(page).fill('Renamed flow');
    await page.keyboard.press('Enter');
    const start = Date.now();
    await expect.poll(async () => (await studio.draft(id)).title, { timeout: 4000 }).toBe('Renamed flow');
    expect(Date.now() - start).toBeLessThan(2500);
    await page.reload();
    await counted(page);
    expect(await flowName(page).inputValue()).toBe('Renamed flow');
    await page.context().close();
  });

  test('a change made just before the page closes is not lost', async () => {
    const { page, id } = await open();
    await flowName(page).fill('Closed at once');
    await page.keyboard.press('Enter');
    await page.goto(`${studio.url}/flows`);
    await page.goto(`${studio.url}/flows/${id}`);
    await counted(page);
    expect(await flowName(page).inputValue()).toBe('Closed at once');
    await expect.poll(async () => (await studio.draft(id)).title, { timeout: 5000 }).toBe('Closed at once');
    await page.context().close();
  });

  test('an emptied canvas asks what is meant; undo works before and after', async () => {
    const { page, id } = await open();
    const nodes = async () => (await studio.draft(id)).nodes.length;
    const all = await nodes();
    const deleteAll = async () => {
      await focusCanvas(page);
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await page.getByText(`The saved draft still has ${all} nodes.`).waitFor();
    };
    await deleteAll();
    await page.keyboard.press('Control+z');
    await page.getByText('Saved', { exact: true }).waitFor();
    await deleteAll();
    await page.getByRole('button', { name: 'Bring back what is saved' }).click();
    await expect.poll(() => page.locator('.react-flow__node').count()).toBe(all);
    expect(await nodes()).toBe(all);
    await deleteAll();
    await page.getByRole('button', { name: 'Save the empty canvas' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await nodes()).toBe(0);
    await focusCanvas(page);
    await page.keyboard.press('Control+z');
    await expect.poll(nodes).toBe(all);
    await page.context().close();
  });

  test('two windows: the second to save is asked, and either content can go on', async () => {
    const { page, id } = await open();
    const other = await studio.page(`/flows/${id}`, { context: page.context() });
    await counted(other);
    const rename = async (window: Page, name: string) => {
      await flowName(window).fill(name);
      await window.keyboard.press('Enter');
    };
    await rename(page, 'Mine');
    await saved(page);
    await rename(other, 'Theirs');
    await other.getByRole('button', { name: 'Take theirs' }).click();
    await saved(other);
    expect(await flowName(other).inputValue()).toBe('Mine');
    await rename(other, 'Second');
    await saved(other);
    await rename(page, 'Third');
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(async () => (await studio.draft(id)).title, { timeout: 5000 }).toBe('Third');
    studio.complaints();
    await page.context().close();
  });

  test('a draft that was published elsewhere goes on being saved without a question', async () => {
    const { page, id } = await open();
    const answer = await fetch(`${studio.url}/v1/flows/${id}/publish`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'If-Match': '*', 'Idempotency-Key': id },
      body: '{}',
    });
    expect(answer.status).toBe(201);
    await flowName(page).fill('After it');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await studio.draft(id)).title, { timeout: 8000 }).toBe('After it');
    await saved(page);
    studio.complaints();
    await page.context().close();
  });

  test('without a connection the work stays, and is saved when it is back', async () => {
    const { page, id } = await open();
    await page.context().setOffline(true);
    await flowName(page).fill('Made offline');
    await page.keyboard.press('Enter');
    await page.getByText('Offline: kept on this screen').waitFor({ timeout: 5000 });
    await page.context().setOffline(false);
    await expect.poll(async () => (await studio.draft(id)).title, { timeout: 8000 }).toBe('Made offline');
    studio.complaints();
    await page.context().close();
  });
});

describe('copying', () => {
  test('nodes go from one flow to another with the edges between them', async () => {
    const { page } = await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await card(page, 'rfm').click({ position: { x: 40, y: 12 } });
    await page.keyboard.down('Shift');
    await card(page, 'score').click({ position: { x: 40, y: 12 } });
    await page.keyboard.up('Shift');
    await page.keyboard.press('Control+c');
    const target = await studio.copy('win-back');
    await page.goto(`${studio.url}/flows/${target}`);
    await counted(page);
    const before = await nodes(page);
    await focusCanvas(page);
    await page.keyboard.press('Control+v');
    await expect.poll(() => nodes(page)).toBe(before + 2);
    await expect.poll(() => edge(page, 'rfm:out>score').count()).toBe(1);
    await page.context().close();
  });
});
