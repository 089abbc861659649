// First pass: each node's kind is looked up and its config migrated and parsed, because nothing else can be said of it before.
import type { Diagnostic } from '@tierflow/definition';
import type { Flow, FlowNode } from '@tierflow/flow';
import type { KindRegistry, NodeKind, PortSpec } from '../define-node.ts';
import { nearestName } from '../nearest-name.ts';
import { configDiagnostics } from './config-issues.ts';

/** A node whose config could be read. */
export interface ReadNode {
  readonly node: FlowNode;
  readonly kind: NodeKind;
  readonly config: unknown;
  /** Which input's value wins where several carry a column: node ids or `node:port`, first first. */
  readonly priority: readonly string[];
  readonly ports: readonly PortSpec[];
}

export interface ReadConfigs {
  readonly read: ReadonlyMap<string, ReadNode>;
  /** Nodes that cannot be read; their diagnostics say why. */
  readonly broken: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

export function readConfigs(flow: Flow, kinds: KindRegistry): ReadConfigs {
  const read = new Map<string, ReadNode>();
  const broken = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const node of flow.nodes) {
    if (read.has(node.id) || broken.has(node.id)) {
      diagnostics.push({ code: 'flow.duplicate-node', severity: 'error', at: { node: node.id }, params: { id: node.id } });
      continue;
    }
    const found = readNode(node, flow, kinds);
    if ('diagnostics' in found) {
      broken.add(node.id);
      diagnostics.push(...found.diagnostics);
    } else read.set(node.id, found);
  }
  return { read, broken, diagnostics };
}

function readNode(node: FlowNode, flow: Flow, kinds: KindRegistry): ReadNode | { readonly diagnostics: readonly Diagnostic[] } {
  const kind = kinds.get(node.kind);
  if (kind === undefined) return { diagnostics: [unknownKind(node, kinds)] };
  if (isDeeperThan(node.config, deepest))
    return { diagnostics: [{ code: 'config.too-deep', severity: 'error', at: { node: node.id }, params: { deepest } }] };
  const { config, priority } = withoutPriority(node, kind);
  const migrated = kind.migrate === undefined ? config : kind.migrate(config);
  const parsed = kind.schema.safeParse(migrated);
  if (!parsed.success) return { diagnostics: configDiagnostics(node.id, migrated, parsed.error.issues) };
  return { node, kind, config: parsed.data, priority, ports: kind.ports(parsed.data, flow) };
}

/** Levels of lists and objects in a config: far more than a person reads, far less than exhausts a stack. */
const deepest = 100;

/** Goes level by level, so that depth itself costs nothing. */
function isDeeperThan(value: unknown, levels: number): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    level = level.flatMap((part) => (part !== null && typeof part === 'object' ? Object.values(part) : []));
  }
  return false;
}

function unknownKind(node: FlowNode, kinds: KindRegistry): Diagnostic {
  const nearest = nearestName(node.kind, kinds.keys());
  return {
    code: 'node.unknown-kind',
    severity: 'error',
    at: { node: node.id },
    params: { kind: node.kind, ...(nearest === undefined ? {} : { nearest }) },
  };
}

/** The order of inputs is a setting of every node that takes people, not of its kind: a list under `priority`. */
function withoutPriority(node: FlowNode, kind: NodeKind): { readonly config: unknown; readonly priority: readonly string[] } {
  const { priority, ...rest } = node.config;
  if (kind.input !== 'people' || !Array.isArray(priority)) return { config: node.config, priority: [] };
  return { config: rest, priority: priority.map(String) };
}
