// What is not as it should be in the data of a customer: missing, unreadable, not computed.
import { IconInfoCircle } from '@tabler/icons-react';
import type { Explain } from '@tierflow/api';
import { useDocument, useFacts, useStudio } from '../../app/studio.ts';
import { shownFlow } from '../../document/document-store.ts';
import { useSpeech } from '../../words/use-words.ts';
import { ladderOf } from './ladder.ts';
import classes from './why.module.css';

const words = {
  'field.wrong-type': 'testCustomer.fieldType',
  'collection.not-a-list': 'testCustomer.collectionList',
  'record.not-an-object': 'testCustomer.recordObject',
} as const;

export function Notes({ explain }: { readonly explain: Explain }) {
  const { kinds } = useStudio();
  const { t } = useSpeech();
  const flow = useDocument(shownFlow);
  const compilation = useFacts((state) => state.compilation);
  if (flow === null || compilation === null) return null;
  const { missing } = ladderOf(flow, explain, { compilation, kinds });
  const notes = explain.decision.notes.map(({ code, at }) => {
    const known = Object.hasOwn(words, code) ? words[code as keyof typeof words] : undefined;
    return known === undefined ? t('testCustomer.notComputed', { at, code }) : t(known, { at });
  });
  const lines = [
    ...(missing.length === 0 ? [] : [t('testCustomer.missingFields', { fields: missing.join(t('testCustomer.comma')) })]),
    ...notes,
  ];
  if (lines.length === 0) return null;
  return (
    <section className={classes.notes} aria-label={t('testCustomer.quality')}>
      <IconInfoCircle size={16} aria-hidden="true" />
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
