// Importing a table in four steps: choose it, see how it is read, say what its columns mean, import it.
import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import page from '../app/page.module.css';
import { useSpeech } from '../words/use-words.ts';
import classes from './import.module.css';
import { CheckStep } from './wizard/CheckStep.tsx';
import { ChooseStep } from './wizard/ChooseStep.tsx';
import { fittedMapping, type Mapping, mappingFaults, type Reading, suggestedMapping } from './wizard/draft.ts';
import { MapStep } from './wizard/MapStep.tsx';
import { ReadStep } from './wizard/ReadStep.tsx';
import type { SourceFile } from './wizard/source-file.ts';
import { useImport } from './wizard/use-import.ts';
import { useProbe } from './wizard/use-probe.ts';

const steps = ['choose', 'read', 'map', 'check'] as const;
type StepName = (typeof steps)[number];

export function ImportPage() {
  const { t } = useSpeech();
  const [step, setStep] = useState<StepName>('choose');
  const [source, setSource] = useState<SourceFile | null>(null);
  const [reading, setReading] = useState<Reading>({});
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const probe = useProbe(source, reading);
  const importing = useImport();
  const found = probe.isError ? undefined : probe.data;
  useEffect(() => {
    if (found === undefined || source === null) return;
    setMapping((known) => (known === null ? suggestedMapping(found, source.name) : fittedMapping(known, found)));
  }, [found, source]);
  const choose = (next: SourceFile) => {
    setSource(next);
    setReading({});
    setMapping(null);
    importing.reset();
    setStep('read');
  };
  // What was imported before stands for another reading of the file.
  const read = (next: Reading) => {
    importing.reset();
    setReading(next);
  };
  const map = (next: Mapping) => {
    importing.reset();
    setMapping(next);
  };
  const ready = found !== undefined && !probe.isPlaceholderData && mapping !== null;
  const busy = importing.progress.phase === 'sending' || importing.progress.phase === 'running';
  const open: Record<StepName, boolean> = {
    choose: !busy,
    read: !busy && source !== null,
    map: !busy && ready,
    check: !busy && ready && mappingFaults(mapping).length === 0,
  };
  return (
    <div className={page.page}>
      <Link to="/data" className={page.crumb}>
        ← {t('data.backToData')}
      </Link>
      <header className={page.head}>
        <h1>{t('importing.title')}</h1>
      </header>
      <Steps step={step} open={open} onStep={setStep} />
      <div className={classes.card}>
        {step === 'choose' && <ChooseStep onChoose={choose} />}
        {step === 'read' && source !== null && (
          <ReadStep source={source} reading={reading} probe={probe} onRead={read} onOther={() => setStep('choose')} />
        )}
        {step === 'map' && ready && <MapStep probe={found} mapping={mapping} onMap={map} />}
        {step === 'check' && ready && source !== null && (
          <CheckStep source={source} reading={reading} probe={found} mapping={mapping} importing={importing} onStep={setStep} />
        )}
        <Foot step={step} open={open} onStep={setStep} />
      </div>
    </div>
  );
}

interface StepProps {
  readonly step: StepName;
  readonly open: Readonly<Record<StepName, boolean>>;
  readonly onStep: (step: StepName) => void;
}

/** The steps; those that can be gone to are buttons. */
function Steps({ step, open, onStep }: StepProps) {
  const { t } = useSpeech();
  const at = steps.indexOf(step);
  return (
    <ol className={classes.steps}>
      {steps.map((name, place) => (
        <li key={name} data-state={place < at ? 'done' : place === at ? 'now' : 'later'}>
          <button type="button" disabled={!open[name]} aria-current={place === at ? 'step' : undefined} onClick={() => onStep(name)}>
            <span className={classes.stepNumber}>{place + 1}</span>
            {t(`importing.${name}`)}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Back and on; the last step has buttons of its own. */
function Foot({ step, open, onStep }: StepProps) {
  const { t } = useSpeech();
  const at = steps.indexOf(step);
  const before = steps[at - 1];
  const after = steps[at + 1];
  if (step === 'choose' || step === 'check') return null;
  return (
    <footer className={classes.foot}>
      {before !== undefined && (
        <Button variant="default" leftSection={<IconArrowLeft size={14} />} onClick={() => onStep(before)}>
          {t('importing.back')}
        </Button>
      )}
      {after !== undefined && (
        <Button disabled={!open[after]} rightSection={<IconArrowRight size={14} />} onClick={() => onStep(after)}>
          {t('importing.on', { step: t(`importing.${after}`) })}
        </Button>
      )}
    </footer>
  );
}
