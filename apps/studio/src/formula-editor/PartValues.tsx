// A small table under a formula: each part with its value for one customer.
import { ActionIcon, Button } from '@mantine/core';
import { IconUserSearch, IconX } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useStudio } from '../app/studio.ts';
import { useSpeech } from '../words/use-words.ts';
import { CustomerChoice } from './CustomerChoice.tsx';
import classes from './formula-editor.module.css';
import type { PartValue } from './part-values.ts';
import type { ValuesOfParts } from './use-part-values.ts';

export const PartValues = memo(function PartValues({ values }: { readonly values: ValuesOfParts }) {
  const { t } = useSpeech();
  const { ui } = useStudio();
  const [choosing, setChoosing] = useState(false);
  const { customer, parts, state, textOf } = values;
  const choose = (key: string | null) => {
    ui.setState({ sampleKey: key });
    setChoosing(false);
  };
  if (choosing) return <CustomerChoice onChoose={choose} onLeave={() => setChoosing(false)} />;
  if (customer === null) {
    return (
      <Button
        className={classes.choose ?? ''}
        size="compact-xs"
        variant="subtle"
        leftSection={<IconUserSearch size={14} />}
        onClick={() => setChoosing(true)}
      >
        {t('formula.chooseCustomer')}
      </Button>
    );
  }
  return (
    <section className={classes.values} aria-label={t('formula.values', { customer })}>
      <header className={classes.valuesHead}>
        <Button size="compact-xs" variant="subtle" leftSection={<IconUserSearch size={14} />} onClick={() => setChoosing(true)}>
          {t('formula.values', { customer })}
        </Button>
        <ActionIcon size={20} aria-label={t('formula.hideValues')} onClick={() => choose(null)}>
          <IconX size={13} stroke={1.75} />
        </ActionIcon>
      </header>
      {state === 'failed' && <p className={classes.quiet}>{t('formula.unknownCustomer')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long table is scrolled with the keys */}
      <div className={classes.valuesScroll} tabIndex={0}>
        <table>
          <tbody>
            {rowsOf(parts).map((part) => (
              <tr key={`${part.from} ${part.to}`} data-error={part.error || undefined} data-missing={part.value === null || undefined}>
                <th scope="row" title={part.text}>
                  <code>{shortText(part.text)}</code>
                </th>
                <td>{textOf(part)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
});

/** Every text once, the whole formula first. */
function rowsOf(parts: readonly PartValue[]): readonly PartValue[] {
  const seen = new Set<string>();
  return parts.filter(({ text }) => {
    const plain = text.replaceAll(/\s+/g, ' ').replace(/^\((.*)\)$/, '$1');
    if (seen.has(plain)) return false;
    seen.add(plain);
    return true;
  });
}

const [head, tail] = [28, 32];

/** Parts often begin alike and differ at their end: a long one is cut in its middle. */
function shortText(text: string): string {
  const line = [...text.replaceAll(/\s+/g, ' ')];
  return line.length <= head + tail + 3 ? line.join('') : `${line.slice(0, head).join('')} … ${line.slice(-tail).join('')}`;
}
