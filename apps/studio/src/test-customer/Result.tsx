// What the flow makes of a customer: the tier, why, and the record as it went in.
import { SegmentedControl } from '@mantine/core';
import type { Explain } from '@tierflow/api';
import { type ReactNode, useEffect, useState } from 'react';
import { Failed, Loading } from '../app/Failed.tsx';
import { useStudio } from '../app/studio.ts';
import { PersonMoves } from '../moves/PersonMoves.tsx';
import { CallError } from '../server/server.ts';
import { useSpeech } from '../words/use-words.ts';
import { BlockedTest } from './BlockedTest.tsx';
import { RecordJson } from './RecordJson.tsx';
import classes from './test-customer.module.css';
import { useExplain } from './use-explain.ts';
import { Verdict } from './Verdict.tsx';
import { Ladder } from './why/Ladder.tsx';
import { Notes } from './why/Notes.tsx';

export function Result({ customer }: { readonly customer: string }) {
  const { t } = useSpeech();
  const [tab, setTab] = useState<'why' | 'record'>('why');
  const explain = useExplain(customer);
  useLitPath(customer, explain.data);
  if (explain.isError) {
    const { error } = explain;
    const problem = error instanceof CallError && error.failure.kind === 'problem' ? error.failure.problem : undefined;
    if (problem?.code === 'publish.gates') return <BlockedTest />;
    return <Failed title={t('testCustomer.failed')} error={error} retry={() => void explain.refetch()} />;
  }
  if (explain.data === undefined) return <Loading />;
  const body: ReactNode =
    tab === 'why' ? (
      <>
        <Notes explain={explain.data} />
        <Ladder explain={explain.data} />
        <PersonMoves explain={explain.data} />
      </>
    ) : (
      <RecordJson explain={explain.data} />
    );
  return (
    <div className={classes.result} data-dimmed={explain.isPlaceholderData || undefined}>
      <Verdict explain={explain.data} customer={customer} />
      <div className={classes.tabs}>
        <SegmentedControl
          fullWidth
          size="xs"
          value={tab}
          aria-label={t('testCustomer.views')}
          data={[
            { value: 'why', label: t('testCustomer.why') },
            { value: 'record', label: t('testCustomer.record') },
          ]}
          onChange={(value) => setTab(value === 'record' ? 'record' : 'why')}
        />
      </div>
      <div className={classes.scroll}>{body}</div>
    </div>
  );
}

/** Lights the customer's way up on the canvas. */
function useLitPath(key: string, explain: Explain | undefined): void {
  const { ui } = useStudio();
  useEffect(() => {
    if (explain?.decision.key === key) ui.setState({ testPath: { key, nodes: explain.nodes } });
  }, [ui, key, explain]);
}
