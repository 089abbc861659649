// The record and the decision as an engineer sends and receives them.
import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { Explain } from '@tierflow/api';
import { useSpeech } from '../words/use-words.ts';
import classes from './test-customer.module.css';

export function RecordJson({ explain }: { readonly explain: Explain }) {
  const { t, exact } = useSpeech();
  const { trace: _, ...decision } = explain.decision;
  const lines = Object.entries(explain.lines).map(([name, n]) => t('testCustomer.lines', { name, n: exact(n) }));
  return (
    <>
      <Code title={t('testCustomer.recordIn')} value={explain.record} />
      {lines.length > 0 && <p className={classes.quiet}>{lines.join(t('testCustomer.comma'))}</p>}
      <Code title={t('testCustomer.decisionOut')} value={decision} />
    </>
  );
}

function Code({ title, value }: { readonly title: string; readonly value: unknown }) {
  const { t } = useSpeech();
  const text = JSON.stringify(value, null, 2);
  return (
    <section className={classes.code}>
      <header>
        <h3 className={classes.heading}>{title}</h3>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Tooltip label={t(copied ? 'testCustomer.copied' : 'testCustomer.copy')}>
              <ActionIcon size={24} aria-label={t('testCustomer.copy')} onClick={copy}>
                {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keys */}
      <pre tabIndex={0}>{text}</pre>
    </section>
  );
}
