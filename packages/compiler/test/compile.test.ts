// The passes of the compiler on small flows.
import { describe, expect, it } from 'vitest';
import { compile, dataSchemaOf, messageOf } from '../src/index.ts';
import { compiled, told, toyFlow, toyKinds } from './toy-kinds.ts';

const adults = { where: { field: 'a', op: 'ge', value: 18 } };

function columnsOf(flow: ReturnType<typeof toyFlow>): readonly string[] {
  return (compiled(flow).definition?.columns ?? []).map((column) => column.id);
}

describe('masks', () => {
  it('reuses the mask a node is entered by, and makes one only where branches meet or part', () => {
    const flow = toyFlow(
      [
        ['s', 'split', adults],
        ['x', 'make', { name: 'x', expr: 'a' }],
      ],
      ['src>s', 's:yes>x'],
    );
    const { definition } = compiled(flow);
    expect(definition?.nodes.map((node) => [node.id, node.in, node.ports.map((port) => port.mask)])).toEqual([
      ['src', 'src:in', ['src:in']],
      ['s', 'src:in', ['s:yes', 's:no']],
      ['x', 's:yes', ['s:yes']],
    ]);
    expect(definition?.columns.find((column) => column.id === 'x.made')?.where).toBe('s:yes');
    expect(definition?.columns.find((column) => column.id === 's.met')?.where).toBeUndefined();
  });

  it('joins branches by or, once per mask; behind everybody there is nothing to join', () => {
    const nodes = [
      ['s', 'split', adults],
      ['t', 'split', { where: { field: 'b', op: 'ge', value: 1 } }],
      ['m', 'make', { name: 'm', expr: '1' }],
    ] as const;
    const joined = compiled(toyFlow(nodes, ['src>s', 'src>t', 's:yes>m', 't:yes>m', 's:yes>m'])).definition;
    expect(joined?.columns.find((column) => column.id === 'm:in')?.expr).toEqual({
      op: 'call',
      fn: 'or',
      args: [
        { op: 'column', id: 's:yes' },
        { op: 'column', id: 't:yes' },
      ],
    });
    const whole = compiled(toyFlow(nodes, ['src>s', 'src>t', 's:yes>m', 'src>m'])).definition;
    expect(whole?.nodes.find((node) => node.id === 'm')?.in).toBe('src:in');
  });
});

describe('columns through several branches', () => {
  const make = (id: string, name: string, expr: string) => [id, 'make', { name, expr }] as const;

  it('reads the one column of a parallel branch directly', () => {
    const ids = columnsOf(toyFlow([make('x', 'p', 'a'), make('y', 'q', 'b'), make('z', 'r', 'p + q')], ['src>x', 'src>y', 'x>z', 'y>z']));
    expect(ids.filter((id) => id.includes('via_'))).toEqual([]);
  });

  it('reads a column made in one branch directly where whoever has it came through that branch', () => {
    const ids = columnsOf(
      toyFlow([['s', 'split', adults], make('x', 'p', 'a'), make('z', 'r', 'p')], ['src>s', 's:yes>x', 'x>z', 's:no>z']),
    );
    expect(ids).toContain('z.made');
    expect(ids.filter((id) => id.includes('via_'))).toEqual([]);
  });

  it('picks by branch where a column made earlier reaches the node through a part of its people only', () => {
    const flow = toyFlow(
      [make('x', 'p', 'a'), ['s', 'split', adults], ['t', 'split', { where: { field: 'b', op: 'ge', value: 1 } }], make('z', 'r', 'p')],
      ['src>x', 'x>s', 'src>t', 's:yes>z', 't:yes>z'],
    );
    const via = compiled(flow).definition?.columns.find((column) => column.id === 'z.via_p');
    expect(via?.expr).toEqual({
      op: 'call',
      fn: 'case',
      args: [
        { op: 'column', id: 's:yes' },
        { op: 'column', id: 'x.made' },
      ],
    });
  });

  it('asks nothing behind a branch everybody came through', () => {
    const flow = toyFlow([make('x', 'p', 'a'), make('y', 'p', 'b'), make('z', 'r', 'p')], ['src>x', 'src>y', 'x>z', 'y>z']);
    expect(compiled(flow).definition?.columns.find((column) => column.id === 'z.made')?.expr).toEqual({ op: 'column', id: 'x.made' });
    const turned = {
      ...flow,
      nodes: flow.nodes.map((node) => (node.id === 'z' ? { ...node, config: { ...node.config, priority: ['y'] } } : node)),
    };
    expect(compiled(turned).definition?.columns.find((column) => column.id === 'z.made')?.expr).toEqual({ op: 'column', id: 'y.made' });
  });
});

describe('broken parts', () => {
  it('leaves out a broken node and those below it, and tells both; the others go on', () => {
    const flow = toyFlow(
      [
        ['bad', 'make', { name: 'x', expr: 'a +' }],
        ['below', 'make', { name: 'y', expr: 'x' }],
        ['fine', 'make', { name: 'z', expr: 'b' }],
      ],
      ['src>bad', 'bad>below', 'src>fine'],
    );
    const { definition, diagnostics, nodes } = compiled(flow);
    expect(definition?.nodes.map((node) => node.id)).toEqual(['src', 'fine']);
    expect(diagnostics.map((found) => [found.severity, found.at.node])).toEqual([
      ['error', 'bad'],
      ['info', 'below'],
    ]);
    expect(nodes.get('below')).toMatchObject({ blockedBy: ['bad'], ports: [{ id: 'out' }] });
    expect([...(nodes.get('below')?.scope.keys() ?? [])]).toEqual(['id', 'a', 'b', 'city']);
    expect(nodes.get('fine')?.blockedBy).toBeUndefined();
  });

  it('names the nodes of each circle in the order of the arrows', () => {
    const m = (id: string) => [id, 'make', { name: id, expr: '1' }] as const;
    const flow = toyFlow([m('x'), m('y'), m('z'), m('below')], ['src>x', 'x>y', 'y>z', 'z>x', 'z>below']);
    const { diagnostics, definition } = compiled(flow);
    expect(diagnostics).toMatchObject([
      { code: 'flow.cycle', severity: 'error', params: { nodes: expect.stringMatching(/^(x → y → z → x|y → z → x → y|z → x → y → z)$/) } },
    ]);
    expect(definition?.nodes.map((node) => node.id)).toEqual(['src']);
  });

  it('tells unknown kinds, ports, ends of edges, doubled ids and nodes without an input', () => {
    const flow = toyFlow(
      [
        ['k', 'splt', {}],
        ['alone', 'make', { name: 'x', expr: '1' }],
        ['alone', 'make', { name: 'x', expr: '1' }],
        ['s', 'split', adults],
      ],
      ['src>s', 's:maybe>alone', 'ghost>s', 'src>src'],
    );
    expect(told(flow)).toEqual([
      'node.unknown-kind@k',
      'flow.duplicate-node@alone',
      'edge.unknown-port@s',
      'edge.unknown-node@s',
      'edge.no-input@src',
      'node.no-input@alone',
    ]);
    expect(compiled(flow).diagnostics[0]?.params).toEqual({ kind: 'splt', nearest: 'split' });
  });

  it('refuses settings nested too deep to read', () => {
    let where: object = { all: [] };
    for (let depth = 0; depth < 20_000; depth += 1) where = { not: where };
    expect(told(toyFlow([['s', 'split', { where }]], ['src>s']))).toEqual(['config.too-deep@s']);
  });

  it('without a source nobody flows', () => {
    const flow = { ...toyFlow([], []), nodes: [], edges: [] };
    expect(told(flow)).toEqual(['flow.no-source@']);
    expect(compiled(flow).definition).toBeUndefined();
  });

  it('tells a time zone that is none, and data that clashes; then there is no definition', () => {
    const flow = { ...toyFlow([], []), timeZone: 'Mars/Olympus' };
    expect(told(flow)).toEqual(['flow.unknown-time-zone@']);
    const clash = toyFlow([], []);
    const { definition, diagnostics } = compile(clash, toyKinds, {
      customers: { name: 'people', key: 'id', fields: [{ name: 'orders', type: 'number' }] },
      collections: [{ name: 'orders', customer: 'id', fields: [] }],
    });
    expect(diagnostics.map((found) => found.code)).toEqual(['data.name-clash']);
    expect(definition).toBeUndefined();
  });

  it('warns of a column that hides another', () => {
    expect(told(toyFlow([['x', 'make', { name: 'a', expr: 'b' }]], ['src>x']))).toEqual(['column.shadowed@x']);
  });
});

describe('the finished definition', () => {
  it('drops inner steps nothing reads, and asks only for the data it reads', () => {
    const flow = toyFlow(
      [
        ['s', 'split', adults],
        ['x', 'make', { name: 'spend', expr: '$sum(orders.amount)' }],
        ['n', 'scribble', {}],
      ],
      ['src>s', 's:yes>x'],
    );
    const { definition } = compiled(flow);
    expect(definition?.columns.map((column) => column.id)).toEqual(['src:in', 's.met', 's:yes', 's:no', 's:unknown', 'x.made']);
    expect(definition?.input).toEqual({
      key: 'id',
      fields: [{ name: 'a', type: 'number' }],
      collections: [
        {
          name: 'orders',
          time: 'at',
          fields: [
            { name: 'at', type: 'date' },
            { name: 'amount', type: 'number' },
          ],
        },
      ],
    });
    expect(definition?.requires).toEqual(['ge', 'isMissing', 'isTrue', 'le', 'not', 'sum']);
    expect(definition?.vectors).toEqual([]);
  });

  it('is the same for the same flow, whatever the order of names in it', () => {
    const flow = toyFlow(
      [
        ['s', 'split', adults],
        ['x', 'make', { name: 'x', expr: 'a' }],
      ],
      ['src>s', 's:yes>x'],
    );
    expect(compiled(structuredClone(flow)).definition).toEqual(compiled(flow).definition);
  });

  it('keeps the plain name of an answer for the first node that has it', () => {
    const flow = toyFlow(
      [
        ['x', 'make', { name: 'score', expr: 'a', answers: true }],
        ['y', 'make', { name: 'score', expr: 'b', answers: true }],
      ],
      ['src>x', 'src>y'],
    );
    expect(compiled(flow).definition?.outputs.scores).toEqual([
      { name: 'score', column: 'x.made' },
      { name: 'y.score', column: 'y.made' },
    ]);
    expect(told(flow)).toEqual(['output.same-name@y']);
  });

  it('gives nodes their titles: typed ones, else the name of the kind', () => {
    const flow = toyFlow([['s', 'split', adults]], ['src>s']);
    const titled = {
      ...flow,
      nodes: flow.nodes.map((node) => (node.id === 's' ? { ...node, title: { en: 'Adults', 'zh-CN': '成年' } } : node)),
    };
    expect(compiled(titled).definition?.nodes.map((node) => node.title)).toEqual([
      { en: 'Toy', 'zh-CN': '玩具' },
      { en: 'Adults', 'zh-CN': '成年' },
    ]);
  });
});

it('words of a diagnostic come from the compiler, the formula language or the kind', () => {
  const say = (code: string, params: Record<string, string>) => [
    messageOf({ code, params }, 'en', kinds),
    messageOf({ code, params }, 'zh-CN', kinds),
  ];
  const kinds = new Map([...toyKinds, ['toy', [...toyKinds.values()][0] as never]]);
  expect(say('node.no-input', {})).toEqual(['Nothing leads into this node, so it is left out.', '没有连线进入该节点，未纳入流程。']);
  expect(say('toy.bad', { what: 'luck' })).toEqual(['Bad luck.', '错误：luck。']);
  expect(say('nobody.knows', {})).toEqual(['nobody.knows', 'nobody.knows']);
  expect(dataSchemaOf({ data: undefined }).schema).toEqual({ collections: [] });
});
