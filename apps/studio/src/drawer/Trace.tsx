// The tested customer's decision step by step, as it is traced everywhere.
import { IconUserSearch } from '@tabler/icons-react';
import { Failed, Loading } from '../app/Failed.tsx';
import { useDocument, useStudio, useUi } from '../app/studio.ts';
import { EmptyState } from '../design/EmptyState.tsx';
import { shownFlow } from '../document/document-store.ts';
import { useExplain } from '../test-customer/use-explain.ts';
import { useNodeTitle, useSpeech } from '../words/use-words.ts';
import classes from './drawer.module.css';

export function Trace() {
  const { ui } = useStudio();
  const { t } = useSpeech();
  const titleOf = useNodeTitle();
  const flow = useDocument(shownFlow);
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
    <div className={classes.trace}>
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
                  {step.text.startsWith(`${title}: `) ? step.text.slice(title.length + 2) : step.text}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
