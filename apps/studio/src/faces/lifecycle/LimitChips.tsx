// The limits of a stage in words; a chip opens its two ends in place.
import { ActionIcon, Menu } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Json } from '@tierflow/definition';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { NumberControl } from '../../inspector/fields/NumberControl.tsx';
import { useForm } from '../../inspector/form/form-scope.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from './lifecycle.module.css';
import { useLimitText } from './limit-text.ts';
import { type Measure, measures, type Range, usualLimits, withEnd } from './stages.ts';
import type { StageView } from './use-stages.ts';

interface Props {
  readonly stage: StageView;
  readonly path: string;
}

export function LimitChips({ stage, path }: Props) {
  const { t } = useSpeech();
  const form = useForm();
  const say = useLimitText();
  const [open, setOpen] = useState<Measure | null>(null);
  const chips = useRef<HTMLDivElement>(null);
  const put = (measure: Measure, range: Range | undefined) => form.set(`${path}.${measure}`, range as Json | undefined);
  const limited = measures.filter((measure) => stage.limits[measure] !== undefined);
  const others = measures.filter((measure) => stage.limits[measure] === undefined);
  const close = (measure: Measure) => {
    setOpen(null);
    (chips.current?.querySelector<HTMLElement>(`[data-measure="${measure}"]`) ?? chips.current?.querySelector('button'))?.focus();
  };
  const add = (measure: Measure) => {
    put(measure, usualLimits[measure]);
    setOpen(measure);
  };
  return (
    <>
      <div ref={chips} className={classes.chips}>
        {limited.map((measure) => (
          <button
            key={measure}
            type="button"
            className={classes.chip}
            data-measure={measure}
            data-field={`${path}.${measure}`}
            aria-expanded={open === measure}
            onClick={() => setOpen(open === measure ? null : measure)}
          >
            {say(measure, stage.limits[measure] ?? {})}
          </button>
        ))}
        {limited.length === 0 && <span className={classes.anybody}>{t('faces.lifecycle.noLimit')}</span>}
        {others.length > 0 && (
          <Menu position="bottom-start" withinPortal returnFocus={false}>
            <Menu.Target>
              <ActionIcon size={20} aria-label={t('faces.lifecycle.addLimit', { stage: stage.name })}>
                <IconPlus size={13} stroke={1.75} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {others.map((measure) => (
                <Menu.Item key={measure} onClick={() => add(measure)}>
                  {t(`faces.lifecycle.measure.${measure}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {open !== null && (
        <LimitEnds
          key={open}
          measure={open}
          range={stage.limits[open]}
          name={stage.name}
          path={`${path}.${open}`}
          onChange={(range) => put(open, range)}
          onClose={() => close(open)}
        />
      )}
    </>
  );
}

interface EndsProps {
  readonly measure: Measure;
  readonly range: Range | undefined;
  readonly name: string;
  readonly path: string;
  readonly onChange: (range: Range | undefined) => void;
  readonly onClose: () => void;
}

/** The two ends of a limit; Escape goes back to the chip. */
function LimitEnds({ measure, range, name, path, onChange, onClose }: EndsProps) {
  const { t } = useSpeech();
  const area = useRef<HTMLDivElement>(null);
  // The end that stands there is the one to be changed.
  const first = useRef(range?.from === undefined && range?.to !== undefined ? 'to' : 'from');
  useEffect(() => {
    // A menu that closes gives the focus back once more, so the end takes it a moment later.
    const timer = setTimeout(() => area.current?.querySelector<HTMLElement>(`[data-end="${first.current}"] input`)?.focus(), 0);
    return () => clearTimeout(timer);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  const what = t(`faces.lifecycle.measure.${measure}`);
  const end = (which: 'from' | 'to') => (
    <span data-field={`${path}.${which}`} data-end={which}>
      <NumberControl
        label={t(`faces.lifecycle.${which}Of`, { stage: name, what })}
        value={range?.[which]}
        canBeEmpty
        min={0}
        placeholder={t('faces.lifecycle.open')}
        unit={measure === 'purchases' ? undefined : t('faces.lifecycle.days')}
        onCommit={(value) => onChange(withEnd(range, which, value === null ? null : Math.max(0, Math.round(value))))}
      />
    </span>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: two numbers of a row, not of a form
    <div ref={area} className={classes.ends} role="group" aria-label={`${name}: ${what}`} onKeyDown={onKeyDown}>
      <span className={classes.what}>{what}</span>
      {end('from')}
      <span aria-hidden="true">–</span>
      {end('to')}
      <ActionIcon
        size={22}
        aria-label={t('faces.lifecycle.removeLimit', { stage: name, what })}
        onClick={() => {
          onChange(undefined);
          onClose();
        }}
      >
        <IconTrash size={14} stroke={1.75} />
      </ActionIcon>
    </div>
  );
}
