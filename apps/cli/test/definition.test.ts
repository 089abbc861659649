// `tierflow compile`, `decide` and `verify`: one definition from file to decisions.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { canonicalJson, type Definition, digestOf } from '@tierflow/definition';
import { afterAll, describe, expect, it } from 'vitest';
import { shop, shopFlow } from './shop.ts';
import { file, scratch, tierflow, tierflowProcess } from './support.ts';

interface Compiled {
  readonly path: string;
  readonly text: string;
  readonly digest: string;
}

/** Compiles the shop. */
async function compile(dir: string): Promise<Compiled> {
  const { flow, data } = shop(dir);
  const path = join(dir, 'definition.json');
  const ran = await tierflow(['compile', flow, ...data, '-o', path]);
  expect(ran).toMatchObject({ code: 0, err: '' });
  return { path, text: readFileSync(path, 'utf8'), digest: ran.out.trim() };
}

let once: Promise<Compiled> | undefined;
const folder = mkdtempSync(join(tmpdir(), 'tierflow-cli-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The shop's definition, compiled once for this file. */
const compiled = (): Promise<Compiled> => (once ??= compile(folder));

const bought = (key: string, amount: number, at = '2026-01-05T10:00:00Z') => ({
  customer_id: key,
  subscribed: true,
  orders: [{ ordered_at: at, amount }],
});
const lines = (...records: readonly unknown[]): string =>
  records.map((record) => `${typeof record === 'string' ? record : JSON.stringify(record)}\n`).join('');
const parsed = (text: string): readonly { readonly [name: string]: unknown }[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('compile', () => {
  it('writes canonical bytes, prints their digest, and is the same every time and for run', async () => {
    const dir = scratch();
    const { path, text, digest } = await compile(dir);
    expect(text).toBe(canonicalJson(JSON.parse(text)));
    expect(digest).toBe(digestOf(text));
    expect((await compiled()).digest).toBe(digest);
    const { flow, data } = shop(dir);
    expect(JSON.parse((await tierflow(['run', flow, ...data, '--json'])).out)).toMatchObject({ digest });
    expect(await tierflow(['verify', path, '--digest', digest])).toMatchObject({ code: 0, out: `${digest}\n`, err: '' });
  });

  it('holds what was fitted, what it requires, and synthetic vectors at the cut points', async () => {
    const { text } = await compiled();
    const definition = JSON.parse(text) as Definition;
    expect(definition).toMatchObject({
      format: 'tierflow/definition@1',
      name: 'shop',
      version: 0,
      revision: 0,
      fittedOn: { asOf: '2026-01-11', rows: 12 },
    });
    expect(definition.parameters).toMatchObject([{ id: 'tiers.cuts', value: [70] }]);
    expect(definition.requires).toContain('sum');
    const { vectors } = definition;
    expect(new Set(vectors.map(({ expect: { tier } }) => tier))).toEqual(new Set(['gold', 'silver', null]));
    expect(vectors.some(({ expect: { score, tier } }) => score === 70 && tier === 'gold')).toBe(true);
    const said = JSON.stringify(vectors);
    for (const real of ['北京', 'Paris', 'Köln', '"001"', '"009"']) expect(said).not.toContain(real);
  });

  it('refuses a wrong command line and a folder that is not there', async () => {
    const dir = scratch();
    const { flow, data } = shop(dir);
    expect((await tierflow(['compile', flow, ...data])).err).toContain('[usage.no-out]');
    expect(await tierflow(['compile', flow, ...data, '-o', join(dir, 'no', 'd.json')])).toMatchObject({ code: 1, out: '' });
  });
});

describe('decide', () => {
  it('answers every line in its place, a bad one with an error', async () => {
    const { path, digest } = await compiled();
    const ran = await tierflow(
      ['decide', path],
      lines(bought('a', 70), 'not json', '', bought('b', 69.99), '[1]', { customer_id: 'c' }, { customer_id: 7, subscribed: 'yes' }),
    );
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('3 of 7 lines');
    const answers = parsed(ran.out);
    expect(answers.length).toBe(7);
    expect(answers[0]).toEqual({
      key: 'a',
      tier: 'gold',
      tierTitle: { en: 'Gold', 'zh-CN': '黄金' },
      score: 70,
      scores: {},
      segments: [],
      labels: {},
      playbooks: ['call'],
      asOf: '2026-01-11',
      definition: { name: 'shop', version: 0, revision: 0, digest },
      notes: [],
    });
    expect(answers[1]).toEqual({ error: { code: 'json.syntax', message: 'This is not JSON from here on.', line: 2, column: 1 } });
    expect(answers[2]).toMatchObject({ error: { code: 'line.empty', line: 3 } });
    expect(answers[3]).toMatchObject({ key: 'b', tier: 'silver', playbooks: [] });
    expect(answers[4]).toMatchObject({ error: { code: 'record.not-an-object', line: 5 } });
    expect(answers[5]).toMatchObject({ key: 'c', tier: null });
    expect(answers[6]).toMatchObject({ key: '7', tier: null, notes: [{ code: 'field.wrong-type', at: 'subscribed' }] });
  });

  it('counts up to the as-of day, and tells its way with --trace', async () => {
    const { path } = await compiled();
    const ran = await tierflow(['decide', path, '--as-of', '2026-01-04', '--trace', '--lang', 'zh-CN'], lines(bought('a', 70)));
    expect(ran.code).toBe(0);
    const [answer] = parsed(ran.out);
    expect(answer).toMatchObject({ asOf: '2026-01-04', tier: null });
    expect(answer?.['trace']).toEqual(expect.arrayContaining([expect.objectContaining({ node: 'open', port: 'match' })]));
  });

  it('works as a process on a stream larger than any buffer, whatever the pieces', async () => {
    const { path } = await compiled();
    const count = 20_000;
    const input = lines(...Array.from({ length: count }, (_, at) => bought(`k${at}`, at % 140)));
    const ran = await tierflowProcess(['decide', path], input);
    expect(ran).toMatchObject({ code: 0, err: '' });
    const answers = parsed(ran.out);
    expect(answers.length).toBe(count);
    answers.forEach((answer, at) => {
      expect(answer['key']).toBe(`k${at}`);
      expect(answer['tier']).toBe(at % 140 >= 70 ? 'gold' : 'silver');
    });
    const bytes = Buffer.from(lines(bought('北京', 80), 'x', bought('b', 1)).trimEnd());
    const single = await tierflow(['decide', path], Readable.from([...bytes].map((byte) => Uint8Array.of(byte))));
    expect(parsed(single.out)).toMatchObject([{ key: '北京', tier: 'gold' }, { error: { line: 2 } }, { key: 'b', tier: 'silver' }]);
  });

  it('waits for a reader that takes its time', async () => {
    const { path } = await compiled();
    const record = `${JSON.stringify(bought('a', 1))}\n`;
    let given = 0;
    const source = new Readable({
      highWaterMark: 1 << 16,
      read() {
        given++;
        this.push(given > 400 ? null : record.repeat(200));
      },
    });
    const ran = await tierflow(['decide', path], source);
    expect(ran.code).toBe(0);
    expect(ran.out.split('\n').length).toBe(400 * 200 + 1);
  });

  it('answers a line that is too long without keeping it', async () => {
    const { path } = await compiled();
    const long = Readable.from([
      ...Array.from({ length: 20 }, () => Buffer.alloc(1 << 20, 'x')),
      Buffer.from('\n'),
      Buffer.from(lines(bought('b', 1))),
    ]);
    const ran = await tierflow(['decide', path], long);
    expect(parsed(ran.out)).toMatchObject([{ error: { code: 'line.too-long', line: 1 } }, { key: 'b' }]);
  });

  it('refuses a definition that it cannot trust, before the first record', async () => {
    const dir = scratch();
    const { text } = await compiled();
    const definition = JSON.parse(text) as Definition;
    const refused = async (value: unknown): Promise<string> => {
      const ran = await tierflow(
        ['decide', file(dir, 'x.json', typeof value === 'string' ? value : JSON.stringify(value))],
        lines(bought('a', 1)),
      );
      expect(ran).toMatchObject({ code: 1, out: '' });
      return ran.err;
    };
    expect(await refused('{"format": ')).toMatch(/x\.json:1:12: .*\[json\.syntax\]/);
    expect(await refused({ ...definition, format: 'tierflow/definition@2' })).toMatch(/\/format: .*\[definition\.shape\]/);
    expect(await refused({ ...definition, requires: [...definition.requires, 'telepathy'] })).toContain('[definition.unknown-function]');
    expect(await refused({ ...definition, columns: definition.columns.toReversed() })).toContain('[definition.');
    expect(
      await refused({ ...definition, parameters: definition.parameters.map((parameter) => ({ ...parameter, value: [71] })) }),
    ).toContain('[definition.vector]');
    expect((await tierflow(['decide', '/nowhere.json'])).err).toContain('[file.unreadable]');
    expect(await tierflow(['decide'])).toMatchObject({ code: 2 });
  });
});

describe('verify', () => {
  it('refuses other bytes of the same content, another digest, and what is not written yet', async () => {
    const dir = scratch();
    const { path, text, digest } = await compiled();
    const pretty = file(dir, 'pretty.json', JSON.stringify(JSON.parse(text), null, 2));
    expect((await tierflow(['verify', pretty])).err).toContain('[definition.not-canonical]');
    writeFileSync(join(dir, 'newline.json'), `${text}\n`);
    expect((await tierflow(['verify', join(dir, 'newline.json')])).err).toContain('[definition.not-canonical]');
    const other = `sha256:${'0'.repeat(64)}`;
    const ran = await tierflow(['verify', path, '--digest', other]);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain(digest);
    expect(await tierflow(['verify', path, '--digest', 'abc'])).toMatchObject({ code: 2 });
    expect(await tierflow(['verify', path, '--jws', 'x'])).toMatchObject({ code: 2 });
  });

  it('notices every changed byte', async () => {
    const dir = scratch();
    const { text, digest } = await compiled();
    const bytes = Buffer.from(text);
    for (let at = 5; at < bytes.length; at += Math.floor(bytes.length / 25)) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const ran = await tierflow(['verify', file(dir, 'changed.json', changed), '--digest', digest]);
      expect(ran, `byte ${at}`).toMatchObject({ code: 1, out: '' });
      expect(ran.err).toMatch(/\[[a-z]+\.[a-z-]+\]/);
    }
  });
});

it('compile --as-of fits as of that day, and a definition in which nobody has a value verifies', async () => {
  const dir = scratch();
  const { data } = shop(dir);
  const nodes = shopFlow.nodes.filter(({ id }) => id !== 'call');
  const flow = file(dir, 'f.json', { ...shopFlow, nodes, edges: shopFlow.edges.slice(0, 3), playbooks: [] });
  const path = join(dir, 'd.json');
  expect(await tierflow(['compile', flow, ...data, '--as-of', '2020-01-01', '-o', path])).toMatchObject({ code: 0 });
  const definition = JSON.parse(readFileSync(path, 'utf8')) as Definition;
  expect(definition.fittedOn?.asOf).toBe('2020-01-01');
  expect(await tierflow(['verify', path])).toMatchObject({ code: 0 });
});
