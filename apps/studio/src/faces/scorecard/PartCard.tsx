// One part of a score.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconLock, IconLockOpen, IconTrash } from '@tabler/icons-react';
import type { Json } from '@tierflow/definition';
import { readPath } from '@tierflow/flow';
import { movedItem } from '../../inspector/fields/list-items.ts';
import { NumberControl } from '../../inspector/fields/NumberControl.tsx';
import { Remarks, remarksAt } from '../../inspector/form/Field.tsx';
import { useForm } from '../../inspector/form/form-scope.ts';
import { useSpeech } from '../../words/use-words.ts';
import { BandTable } from './BandTable.tsx';
import { PartSource } from './PartSource.tsx';
import type { Part } from './parts.ts';
import classes from './scorecard.module.css';
import { sharesOf, weightScale } from './weights.ts';

interface Props {
  readonly part: Part;
  readonly at: number;
  readonly count: number;
  readonly weights: readonly number[];
  /** Present where the sum is kept. */
  readonly lock: { readonly on: boolean; readonly toggle: () => void } | undefined;
  readonly onMove: (weight: number) => void;
  readonly onKeep: () => void;
  readonly onDrop: () => void;
  readonly onType: (weight: number) => void;
}

export function PartCard(props: Props) {
  const { part, at } = props;
  const form = useForm();
  const path = `parts.${at}`;
  const own = ['better', 'scale', 'weight'].flatMap((name) => remarksAt(form.diagnostics, `${path}.${name}`));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid everywhere
    <div className={classes.part} role="group" aria-label={part.field ?? part.expr ?? ''} data-field={path}>
      <div className={classes.partHead}>
        <PartSource part={part} path={path} />
        <PartTools at={at} count={props.count} name={part.field ?? part.expr ?? ''} />
      </div>
      <WeightLine {...props} />
      <ScaleLine part={part} path={path} />
      {part.scale === 'bands' && <BandTable part={part} path={path} />}
      <Remarks remarks={own} />
    </div>
  );
}

function WeightLine({ at, weights, lock, onMove, onKeep, onDrop, onType }: Props) {
  const { t, percent } = useSpeech();
  const form = useForm();
  const weight = weights[at] ?? 0;
  const { most, step } = weightScale(weights);
  const share = sharesOf(weights)[at] ?? 0;
  return (
    <div className={classes.weight} data-field={`parts.${at}.weight`}>
      <input
        className={classes.slider}
        type="range"
        aria-label={form.word('label.weight')}
        aria-valuetext={t('faces.scorecard.weight', { weight: String(weight), share: percent(share) })}
        min={Math.min(0, -most * Number(weight < 0))}
        max={most}
        step={step}
        value={weight}
        disabled={lock?.on === true}
        onChange={(event) => onMove(Number(event.currentTarget.value))}
        onPointerUp={onKeep}
        onBlur={onKeep}
        onKeyUp={(event) => {
          if (event.key === 'Escape') onDrop();
          else if (event.key.startsWith('Arrow') || event.key.startsWith('Page') || event.key === 'Home' || event.key === 'End') onKeep();
        }}
      />
      <NumberControl label={form.word('label.weight')} value={weight} step={step} onCommit={(value) => value !== null && onType(value)} />
      <span className={classes.share}>{percent(share)}</span>
      {lock !== undefined && (
        <Tooltip label={t(lock.on ? 'faces.scorecard.unlock' : 'faces.scorecard.lock')}>
          <ActionIcon
            size={22}
            aria-pressed={lock.on}
            aria-label={t('faces.scorecard.lock')}
            onClick={lock.toggle}
            variant={lock.on ? 'light' : 'subtle'}
            color={lock.on ? 'accent' : 'gray'}
          >
            {lock.on ? <IconLock size={14} stroke={1.75} /> : <IconLockOpen size={14} stroke={1.75} />}
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}

const scales = ['none', 'minmax', 'z', 'percentile', 'bands'] as const;
const turning: ReadonlySet<string> = new Set(['minmax', 'z', 'percentile']);

function ScaleLine({ part, path }: { readonly part: Part; readonly path: string }) {
  const form = useForm();
  const setScale = (scale: string) => {
    const { better: _, ...rest } = (readPath(form.node.config, path) ?? {}) as { readonly [name: string]: Json };
    const turned = turning.has(scale) && part.better === 'lower' ? { better: 'lower' } : {};
    const bands = scale === 'bands' && part.bands.length === 0 ? { bands: [{ from: 0, points: 0 }] } : {};
    form.set(path, { ...rest, ...turned, ...bands, scale });
  };
  return (
    <div className={classes.scale}>
      <select
        className={classes.choice}
        data-field={`${path}.scale`}
        aria-label={form.word('label.scale')}
        title={form.word('label.scale.help')}
        value={part.scale}
        onChange={(event) => setScale(event.currentTarget.value)}
      >
        {scales.map((scale) => (
          <option key={scale} value={scale}>
            {form.word(`option.scale.${scale}`)}
          </option>
        ))}
      </select>
      {turning.has(part.scale) && (
        <select
          className={classes.choice}
          data-field={`${path}.better`}
          aria-label={form.word('label.better')}
          value={part.better}
          onChange={(event) => form.set(`${path}.better`, event.currentTarget.value)}
        >
          {['higher', 'lower'].map((better) => (
            <option key={better} value={better}>
              {`${form.word('label.better')} ${form.word(`option.better.${better}`)}`}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

function PartTools({ at, count, name }: { readonly at: number; readonly count: number; readonly name: string }) {
  const { t } = useSpeech();
  const form = useForm();
  const raw = readPath(form.node.config, 'parts');
  const parts: readonly Json[] = Array.isArray(raw) ? raw : [];
  const tool = (label: string, Icon: typeof IconTrash, onClick: () => void, disabled: boolean) => (
    <Tooltip label={label}>
      <ActionIcon size={22} aria-label={`${label}: ${name}`} onClick={onClick} disabled={disabled}>
        <Icon size={14} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <span className={classes.tools}>
      {tool(t('inspector.up'), IconArrowUp, () => form.set('parts', [...movedItem(parts, at, -1)]), at === 0)}
      {tool(t('inspector.down'), IconArrowDown, () => form.set('parts', [...movedItem(parts, at, 1)]), at === count - 1)}
      {tool(
        t('inspector.remove'),
        IconTrash,
        () =>
          form.set(
            'parts',
            parts.filter((_, each) => each !== at),
          ),
        count < 2,
      )}
    </span>
  );
}
