// The tested customer's decision step by step, as it is traced everywhere.
import { IconUserSearch } from '@tabler/icons-react';
import type { ColumnInfo } from '@tierflow/compiler';
import type { TraceStep } from '@tierflow/definition';
import { Failed, Loading } from '../app/Failed.tsx';
import { useDocument, useFacts, useStudio, useUi } from '../app/studio.ts';
import { EmptyState } from '../design/EmptyState.tsx';
import { shownFlow } from '../document/document-store.ts';
import { useExplain } from '../test-customer/use-explain.ts';
import { type Speech, useNodeTitle, useSpeech } from '../words/use-words.ts';
import classes from './drawer.module.css';
import { cellText, columnTitle } from './people/cell-text.ts';

export function Trace() {
  const { ui } = useStudio();
  const speech = useSpeech();
  const { t } = speech;
  const titleOf = useNodeTitle();
  const flow = useDocument(shownFlow);
  const compilation = useFacts((state) => state.compilation);
  const key = useUi((state) => state.testKey);
  const explain = useExplain(key);
  if (key === null) {
    return (
      <EmptyState
        icon={<IconUserSearch size={32} stroke={1.25} />}
        title={t('drawer.noTrace')}
        text={t('drawer.noTraceHint')}
        primary={{ label: t('editor.test'), run: () => ui.setState({ dialog: 'test' }) }}
      />
    );
  }
  if (explain.isError) return <Failed title={t('testCustomer.failed')} error={explain.error} retry={() => void explain.refetch()} />;
  if (explain.data === undefined) return <Loading />;
  const steps = explain.data.decision.trace ?? [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long table is scrolled with the keys
    <div className={classes.trace} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th>{t('drawer.node')}</th>
            <th>{t('drawer.step')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, at) => {
            const title = titleOf(flow, step.node);
            const first = steps[at - 1]?.node !== step.node;
            return (
              <tr key={`${step.node} ${step.port ?? ''} ${step.column ?? ''}`} data-first={first || undefined}>
                <td>{first ? title : ''}</td>
                <td data-value={step.column !== null || undefined}>
                  {stepText(step, title, compilation?.nodes.get(step.node)?.makes, speech)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A computed value by the column's name; other steps in the words of the decision, without the node's name. */
function stepText(step: TraceStep, title: string, makes: readonly ColumnInfo[] | undefined, speech: Speech): string {
  const column = makes?.find((info) => step.column === `${step.node}.${info.name}`);
  if (column !== undefined) return `${columnTitle(column, speech)} = ${cellText(step.value, column, speech)}`;
  return step.text.startsWith(`${title}: `) ? step.text.slice(title.length + 2) : step.text;
}
