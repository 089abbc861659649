// Points by bands as a table, highest band first as people read them; the order in the config does not matter.
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { NumberControl } from '../../inspector/fields/NumberControl.tsx';
import { Remarks, remarksAt } from '../../inspector/form/Field.tsx';
import { useForm } from '../../inspector/form/form-scope.ts';
import { useSpeech } from '../../words/use-words.ts';
import type { Part } from './parts.ts';
import classes from './scorecard.module.css';

export function BandTable({ part, path }: { readonly part: Part; readonly path: string }) {
  const { t } = useSpeech();
  const form = useForm();
  const { bands } = part;
  const order = bands
    .map((_, at) => at)
    .toSorted((a, b) => (bands[b]?.from ?? Number.NEGATIVE_INFINITY) - (bands[a]?.from ?? Number.NEGATIVE_INFINITY));
  const top = Math.max(0, ...bands.map((band) => band.from ?? 0));
  const add = () =>
    form.set(`${path}.bands`, [
      ...bands,
      { from: bands.some((band) => band.from === null) || bands.length === 0 ? top + 1 : null, points: 0 },
    ]);
  return (
    <div className={classes.bands} data-field={`${path}.bands`}>
      <div className={classes.bandHead} aria-hidden="true">
        <span>{form.word('label.from')}</span>
        <span>{form.word('label.points')}</span>
      </div>
      {order.map((at) => {
        const band = bands[at];
        if (band === undefined) return null;
        const name = t('inspector.item', { label: form.word('label.bands'), n: at + 1 });
        return (
          <div key={at} className={classes.band}>
            <span data-field={`${path}.bands.${at}.from`}>
              <NumberControl
                label={`${form.word('label.from')}: ${name}`}
                value={band.from}
                canBeEmpty
                placeholder={t('faces.scorecard.below')}
                onCommit={(from) => form.set(`${path}.bands.${at}.from`, from)}
              />
            </span>
            <span data-field={`${path}.bands.${at}.points`}>
              <NumberControl
                label={`${form.word('label.points')}: ${name}`}
                value={band.points}
                onCommit={(points) => points !== null && form.set(`${path}.bands.${at}.points`, points)}
              />
            </span>
            <ActionIcon
              size={22}
              disabled={bands.length < 2}
              aria-label={t('inspector.removeItem', { label: name })}
              onClick={() =>
                form.set(
                  `${path}.bands`,
                  bands.filter((_, each) => each !== at),
                )
              }
            >
              <IconX size={13} stroke={1.75} />
            </ActionIcon>
          </div>
        );
      })}
      <Button className={classes.addBand ?? ''} size="compact-xs" variant="subtle" leftSection={<IconPlus size={13} />} onClick={add}>
        {form.word('label.bands.add')}
      </Button>
      <Remarks remarks={remarksAt(form.diagnostics, `${path}.bands`)} />
    </div>
  );
}
