// The settings of tiers: cut lines on the distribution of the score, and the tiers as a table that adds up.
import { SegmentedControl } from '@mantine/core';
import type { Json } from '@tierflow/definition';
import { useStudio } from '../../app/studio.ts';
import { configCommands } from '../../inspector/form/config-command.ts';
import { Remarks, remarksAt } from '../../inspector/form/Field.tsx';
import { useForm } from '../../inspector/form/form-scope.ts';
import { useSpeech } from '../../words/use-words.ts';
import { useHeldLine } from '../use-held-line.ts';
import { ScorePicture } from './ScorePicture.tsx';
import { TierTable } from './TierTable.tsx';
import { countsOf, entriesOf, linesOf, sharesOf, type TierMode, tierModes } from './tier-rules.ts';
import classes from './tiers.module.css';
import { type Moved, type TiersView, useTiers } from './use-tiers.ts';

export function TiersConfig() {
  const { t } = useSpeech();
  const form = useForm();
  const path = ({ at }: Moved) => `bands.${at}.from`;
  const { held, counted, move, keep, drop } = useHeldLine<Moved>({
    tryOut: (moved) => form.tryOut(path(moved), moved.from),
    set: (moved) => form.set(path(moved), moved.from),
  });
  const view = useTiers({ held, counted });
  return (
    <section className={classes.face} data-field="bands" aria-label={t('faces.tiers.title')}>
      <ModeSwitch view={view} />
      <ScorePicture view={view} held={held} onMove={move} onKeep={keep} onDrop={drop} />
      <TierTable view={view} />
      <Remarks remarks={[...tierModes.flatMap((mode) => remarksAt(form.diagnostics, mode))]} />
    </section>
  );
}

/** Lines by score, or shares or numbers of people that lines are fitted to. Either way starts from what stands there. */
function ModeSwitch({ view }: { readonly view: TiersView }) {
  const { document, kinds } = useStudio();
  const { t } = useSpeech();
  const form = useForm();
  const { rule, tiers, cuts } = view;
  const change = (mode: TierMode) => {
    if (mode === rule.mode) return;
    const counts = Object.fromEntries(tiers.map(({ id, n }) => [id, n ?? 0]));
    const next = { bands: linesOf(rule.tiers, cuts), topShare: sharesOf(rule.tiers, counts), topCount: countsOf(rule.tiers, counts) }[mode];
    const edit = (path: TierMode, value: Json | undefined) => ({ node: form.node.id, path, value });
    document.run(configCommands(kinds, [edit(rule.mode, undefined), edit(next.mode, entriesOf(next))]));
  };
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t('faces.tiers.mode')}
      data={tierModes.map((mode) => ({ value: mode, label: t(`faces.tiers.${mode}`) }))}
      value={rule.mode}
      onChange={(mode) => change(mode as TierMode)}
    />
  );
}
