// What the fields of one node's form are given: its settings, its kind, what is known of it, and how to change it.
import type { NodeFacts, NodeKind } from '@tierflow/compiler';
import type { Diagnostic, Json } from '@tierflow/definition';
import { type FlowNode, nodeOf, readPath } from '@tierflow/flow';
import { createContext, useContext, useMemo } from 'react';
import { type Studio, useDocument, useFacts, useStudio } from '../../app/studio.ts';
import { shownFlow } from '../../document/document-store.ts';
import { kindWord, useSpeech } from '../../words/use-words.ts';
import { configCommand } from './config-command.ts';

export interface FormScope {
  readonly node: FlowNode;
  readonly kind: NodeKind;
  readonly facts: NodeFacts | undefined;
  /** The settings with what the kind fills in where nothing is said. */
  readonly full: Json;
  readonly diagnostics: readonly Diagnostic[];
  /** Changes a value, as one step of undo; undefined takes it away. */
  readonly set: (path: string, value: Json | undefined) => void;
  /** Shows what a change would do, without doing it. */
  readonly tryOut: (path: string, value: Json | undefined) => void;
  readonly endTrial: () => void;
  /** A word of the kind. */
  readonly word: (key: string) => string;
  readonly hasWord: (key: string) => boolean;
}

export const FormContext = createContext<FormScope | null>(null);

/** The form the component stands in. */
export function useForm(): FormScope {
  const form = useContext(FormContext);
  if (form === null) throw new Error('outside of a form');
  return form;
}

/** The form of a node; undefined when the node or its kind is not there. */
export function useFormScope(id: string): FormScope | undefined {
  const studio = useStudio();
  const { language } = useSpeech();
  const node = useDocument((state) => {
    const flow = shownFlow(state);
    return flow === null ? undefined : nodeOf(flow, id);
  });
  const facts = useFacts((state) => state.compilation?.nodes.get(id));
  const diagnostics = useNodeDiagnostics(id);
  const kind = node === undefined ? undefined : studio.kinds.get(node.kind);
  const full = useMemo(() => (node === undefined || kind === undefined ? {} : filledIn(node, kind)), [node, kind]);
  const writing = useMemo(() => writer(studio, id), [studio, id]);
  return useMemo(() => {
    if (node === undefined || kind === undefined) return undefined;
    const words = kind.messages[language];
    return {
      node,
      kind,
      facts,
      full,
      diagnostics,
      ...writing,
      word: (key: string) => kindWord(kind, key, language),
      hasWord: (key: string) => Object.hasOwn(words, key),
    };
  }, [node, kind, facts, full, diagnostics, writing, language]);
}

function writer({ document, kinds }: Studio, id: string): Pick<FormScope, 'set' | 'tryOut' | 'endTrial'> {
  return {
    set: (path, value) => void document.run(configCommand(kinds, { node: id, path, value })),
    tryOut: (path, value) => document.tryOut(configCommand(kinds, { node: id, path, value })),
    endTrial: () => {
      if (document.getState().trial !== null) document.tryOut(null);
    },
  };
}

function filledIn(node: FlowNode, kind: NodeKind): Json {
  const parsed = kind.schema.safeParse(node.config);
  return parsed.success ? (parsed.data as Json) : node.config;
}

const none: readonly Diagnostic[] = [];

/** Remarks on one node; the same remarks keep their identity. */
export function useNodeDiagnostics(id: string): readonly Diagnostic[] {
  const all = useFacts((state) => state.diagnostics);
  const own = useMemo(() => all.filter((diagnostic) => diagnostic.at.node === id), [all, id]);
  const key = JSON.stringify(own);
  // biome-ignore lint/correctness/useExhaustiveDependencies: keyed by content
  return useMemo(() => (own.length === 0 ? none : own), [key]);
}

/** What is set at a path; where nothing is set, what the kind fills in. */
export function valueAt(form: Pick<FormScope, 'node' | 'full'>, path: string): Json | undefined {
  return readPath(form.node.config, path) ?? readPath(form.full, path);
}
