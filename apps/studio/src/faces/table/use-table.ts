// Everything the sheet shows, from the document, the compiler, the counts and the tested customer.
import type { Json, ValueType } from '@tierflow/definition';
import { compileFormula } from '@tierflow/expression';
import { type Findings, type InputRange, type TableConfig, tableFindings, tableRowName } from '@tierflow/nodes';
import { useEffect, useMemo } from 'react';
import { useStudio, useUi } from '../../app/studio.ts';
import { useKnownCustomer } from '../../formula-editor/use-known-customer.ts';
import { configCommands } from '../../inspector/form/config-command.ts';
import { type FormScope, useForm } from '../../inspector/form/form-scope.ts';
import { useNodeNumbers } from '../../inspector/results/use-node-numbers.ts';
import { useSpeech } from '../../words/use-words.ts';
import { type Sheet, sheetOf } from './sheet.ts';

export interface TableView {
  readonly sheet: Sheet;
  /** Absent where the input cannot be read. */
  readonly inputs: readonly (InputRange | undefined)[];
  /** For reading cells; a text where the input is unknown. */
  readonly types: readonly ValueType[];
  /** Names of inputs and outputs as people know them. */
  readonly names: readonly string[];
  /** Absent while the settings cannot be read. */
  readonly findings: Findings | undefined;
  /** Settings as the kind reads them, with the findings. */
  readonly config: TableConfig | undefined;
  readonly counts: { readonly [probe: string]: number } | undefined;
  readonly unknown: number | undefined;
  readonly arrive: number | undefined;
  /** The numbers belong to what is shown. */
  readonly current: boolean;
  /** Rows that decided for the customer tested last. */
  readonly decided: ReadonlySet<string>;
  /** One step of undo. */
  readonly put: (next: Sheet) => void;
}

export function useTable(): TableView {
  const { facts, document, kinds } = useStudio();
  const { text } = useSpeech();
  const form = useForm();
  const { id } = form.node;
  useEffect(() => facts.want({ probes: [id] }), [facts, id]);
  const { count, current } = useNodeNumbers(id);
  const sheet = useMemo(() => sheetOf(form.full), [form.full]);
  const inputs = useMemo(() => rangesOf(sheet, form.facts), [sheet, form.facts]);
  const config = useMemo(() => {
    const parsed = form.kind.schema.safeParse(form.node.config);
    return parsed.success ? (parsed.data as TableConfig) : undefined;
  }, [form.kind, form.node.config]);
  const broken = form.diagnostics.some(({ severity }) => severity === 'error');
  const findings = useMemo(() => {
    const ranges = inputs.flatMap((range) => range ?? []);
    return config === undefined || broken || ranges.length < inputs.length ? undefined : tableFindings(config, ranges);
  }, [config, inputs, broken]);
  // The customer tested last, whose values also stand under formulas.
  const { data: known } = useKnownCustomer(useUi((state) => state.sampleKey));
  const tested = config === undefined ? undefined : known?.nodes[id]?.values[tableRowName(config)];
  const put = (next: Sheet): void => {
    const keys = (['inputs', 'outputs', 'rows', 'otherwise', 'hit'] as const).filter((key) => next[key] !== sheet[key]);
    const edits = keys.map((path) => ({ node: id, path, value: next[path] as Json | undefined }));
    const last = edits.at(-1);
    if (last !== undefined) document.run(configCommands(kinds, [...edits.slice(0, -1), last]));
  };
  const titles = [
    ...sheet.inputs.map(({ field, expr }) => {
      const title = field === undefined ? undefined : form.facts?.scope.get(field)?.title;
      return title === undefined ? (field ?? expr ?? '') : text(title);
    }),
    ...sheet.outputs.map(({ name }) => name),
  ];
  return {
    sheet,
    inputs,
    types: inputs.map((range) => range?.type ?? 'string'),
    names: titles,
    findings,
    config,
    counts: count?.probes,
    unknown: count?.unknown,
    arrive: count?.n ?? undefined,
    current: current && count?.probes !== undefined,
    decided: new Set(typeof tested === 'string' ? tested.split(config?.separator ?? ', ') : []),
    put,
  };
}

/** What the compiler knows of the inputs. */
function rangesOf({ inputs }: Sheet, facts: FormScope['facts']): readonly (InputRange | undefined)[] {
  return inputs.map(({ field, expr }, at) => {
    if (field !== undefined) {
      const info = facts?.scope.get(field);
      if (info === undefined) return undefined;
      const { type, decimals, values } = info;
      return rangeOf(field, { type, decimals, values: values?.map(({ value }) => value) });
    }
    const scope = facts?.formulas?.get(`inputs.${at}.expr`);
    const compiled = scope === undefined || expr === undefined ? undefined : compileFormula(expr, scope);
    return compiled?.type === undefined ? undefined : rangeOf(expr ?? '', { type: compiled.type, decimals: compiled.decimals });
  });
}

function rangeOf(
  name: string,
  known: { readonly type: ValueType; readonly decimals?: number | undefined; readonly values?: readonly string[] | undefined },
): InputRange {
  const { type, decimals, values } = known;
  return { name, type, ...(decimals === undefined ? {} : { decimals }), ...(values === undefined ? {} : { values }) };
}
