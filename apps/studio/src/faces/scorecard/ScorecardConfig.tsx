// The parts of a score: column or formula, weight with its share of the whole, scale, bands.
import { Button, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Json } from '@tierflow/definition';
import { readPath } from '@tierflow/flow';
import { useState } from 'react';
import { exactSum, numberText } from '../../inspector/form/decimal-text.ts';
import { Field, remarksAt } from '../../inspector/form/Field.tsx';
import { useForm } from '../../inspector/form/form-scope.ts';
import { useSpeech } from '../../words/use-words.ts';
import { useLiveTrial } from '../use-live-trial.ts';
import { PartCard } from './PartCard.tsx';
import { partsOf } from './parts.ts';
import classes from './scorecard.module.css';
import { isWhole, rebalanced } from './weights.ts';

export function ScorecardConfig() {
  const { t, percent } = useSpeech();
  const form = useForm();
  const raw = readPath(form.node.config, 'parts');
  const parts = partsOf(raw);
  const weights = parts.map((part) => part.weight);
  const [whole, setWhole] = useState(() => isWhole(weights));
  const [locked, setLocked] = useState<ReadonlySet<number>>(new Set());
  const [held, setHeld] = useState<readonly number[] | null>(null);
  const trial = useLiveTrial<readonly number[]>((next) => form.tryOut('parts', withWeights(raw, next)));
  const shown = held ?? weights;
  const after = (at: number, weight: number): readonly number[] =>
    whole ? rebalanced(held ?? weights, at, weight, locked) : shown.map((old, each) => (each === at ? weight : old));
  const end = () => {
    trial.stop();
    setHeld(null);
  };
  const keep = () => {
    end();
    if (held !== null) form.set('parts', withWeights(raw, held));
  };
  const lock = (at: number) => setLocked(new Set(locked.has(at) ? [...locked].filter((each) => each !== at) : [...locked, at]));
  const sum = exactSum(shown);
  return (
    <Field path="parts" label={form.word('label.parts')} remarks={remarksAt(form.diagnostics, 'parts', false)}>
      <div className={classes.parts}>
        {parts.map((part, at) => (
          <PartCard
            key={`${part.field ?? ''}${at}`}
            part={part}
            at={at}
            count={parts.length}
            weights={shown}
            lock={whole ? { on: locked.has(at), toggle: () => lock(at) } : undefined}
            onMove={(weight) => {
              const next = after(at, weight);
              setHeld(next);
              trial.push(next);
            }}
            onKeep={keep}
            onDrop={() => {
              end();
              form.endTrial();
            }}
            onType={(weight) => form.set('parts', withWeights(raw, whole ? rebalanced(weights, at, weight, locked) : after(at, weight)))}
          />
        ))}
        <div className={classes.foot}>
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={13} />}
            onClick={() =>
              form.set('parts', [...(Array.isArray(raw) ? raw : []), { weight: 0, scale: 'none', field: parts[0]?.field ?? '' }])
            }
          >
            {form.word('label.parts.add')}
          </Button>
          <span className={classes.sum} data-whole={isWhole(shown) || undefined}>
            {t('faces.scorecard.sum', { sum: numberText(sum), share: percent(1) })}
          </span>
        </div>
        <Switch
          size="xs"
          label={t('faces.scorecard.keepSum')}
          checked={whole}
          onChange={(event) => setWhole(event.currentTarget.checked)}
        />
      </div>
    </Field>
  );
}

function withWeights(parts: Json | undefined, weights: readonly number[]): Json {
  return (Array.isArray(parts) ? parts : []).map((part, at) => ({
    ...(part as { readonly [name: string]: Json }),
    weight: weights[at] ?? 0,
  }));
}
