// "Why this tier": the steps of a customer through the flow, each with the rule in words, their values and the result.
import { IconArrowDownRight, IconCheck, IconEqual, IconFlag, IconQuestionMark } from '@tabler/icons-react';
import type { Explain } from '@tierflow/api';
import type { NodeFacts } from '@tierflow/compiler';
import { useState } from 'react';
import { useDocument, useFacts, useStudio } from '../../app/studio.ts';
import { select } from '../../app/ui-store.ts';
import { TierChip } from '../../design/TierChip.tsx';
import { shownFlow } from '../../document/document-store.ts';
import { cellText, columnTitle } from '../../drawer/people/cell-text.ts';
import { portTitle } from '../../drawer/SetBar.tsx';
import { useNodeTitle, useSpeech } from '../../words/use-words.ts';
import { BandScale } from './BandScale.tsx';
import { type LadderStep, ladderOf, type StepValue } from './ladder.ts';
import { ScoreParts } from './ScoreParts.tsx';
import classes from './why.module.css';

const icons = { passed: IconCheck, rest: IconArrowDownRight, unknown: IconQuestionMark, computed: IconEqual, end: IconFlag } as const;

export function Ladder({ explain }: { readonly explain: Explain }) {
  const { kinds } = useStudio();
  const { t } = useSpeech();
  const titleOf = useNodeTitle();
  const flow = useDocument(shownFlow);
  const compilation = useFacts((state) => state.compilation);
  const [open, setOpen] = useState(false);
  if (flow === null || compilation === null) return null;
  const { steps, unreached } = ladderOf(flow, explain, { compilation, kinds });
  return (
    <>
      <ol className={classes.ladder}>
        {steps.map((step) => (
          <Step key={step.node} step={step} facts={compilation.nodes.get(step.node)} title={titleOf(flow, step.node)} />
        ))}
      </ol>
      {unreached.length > 0 && (
        <div className={classes.unreached}>
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('testCustomer.unreached', { count: unreached.length })}
          </button>
          {open && <p>{unreached.map((id) => titleOf(flow, id)).join(t('testCustomer.comma'))}</p>}
        </div>
      )}
    </>
  );
}

interface StepProps {
  readonly step: LadderStep;
  readonly facts: NodeFacts | undefined;
  readonly title: string;
}

function Step({ step, facts, title }: StepProps) {
  const { ui } = useStudio();
  const speech = useSpeech();
  const Icon = icons[step.outcome];
  const tiers = facts?.ports.filter((port) => port.tier !== undefined).length ?? 0;
  return (
    <li className={classes.step} data-outcome={step.outcome}>
      <span className={classes.mark} role="img" aria-label={speech.t(`testCustomer.${step.outcome}`)}>
        <Icon size={13} stroke={2.5} />
      </span>
      <div className={classes.stepBody}>
        <button type="button" className={classes.stepTitle} onClick={() => select(ui, [step.node])}>
          {title}
        </button>
        {facts?.summary !== undefined && <p className={classes.rule}>{speech.text(facts.summary)}</p>}
        {step.score === undefined && <Values values={step.reads} facts={facts} />}
        {step.score === undefined && step.tiers === undefined && <Values values={step.makes} facts={facts} made />}
        {step.score !== undefined && <ScoreParts score={step.score} />}
        {step.tiers !== undefined && <BandScale tiers={step.tiers} />}
        {step.outcome !== 'computed' && step.outcome !== 'end' && (
          <p className={classes.result}>
            {step.outcome === 'unknown' && <span>{speech.t('testCustomer.unknownWhy')}</span>}
            {step.ports.map((port) => (
              <span key={port.id} className={classes.way}>
                <span aria-hidden="true">→</span>
                {port.tier !== undefined && <TierChip place={port.tier} of={tiers} title={portTitle(port, speech)} />}
                {portTitle(port, speech)}
              </span>
            ))}
          </p>
        )}
      </div>
    </li>
  );
}

/** Values of the customer: what a rule read, or what it made. */
function Values({
  values,
  facts,
  made = false,
}: {
  readonly values: readonly StepValue[];
  readonly facts: NodeFacts | undefined;
  readonly made?: boolean;
}) {
  const speech = useSpeech();
  if (values.length === 0) return null;
  return (
    <dl className={classes.values} data-made={made || undefined}>
      {values.map(({ name, value }) => {
        const column = made ? facts?.makes.find((each) => each.name === name) : facts?.scope.get(name);
        return (
          <div key={name} data-missing={value === null || undefined}>
            <dt>{column === undefined ? name : columnTitle(column, speech)}</dt>
            <dd>{value === null ? speech.t('testCustomer.missing') : cellText(value, column ?? { type: 'string' }, speech)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
