// Step 1: a file that is dropped or chosen, a table that is pasted, or a sample.
import { Button, Textarea } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import classes from '../import.module.css';
import { sampleTable } from './sample-table.ts';
import { type SourceFile, sourceOfFile, sourceOfText } from './source-file.ts';

const accepted = '.csv,.tsv,.txt,.ndjson,.jsonl,.gz,text/csv,text/plain';

export function ChooseStep({ onChoose }: { readonly onChoose: (source: SourceFile) => void }) {
  const { t } = useSpeech();
  const [pasted, setPasted] = useState('');
  return (
    <div className={classes.choose}>
      <DropZone onFile={(file) => onChoose(sourceOfFile(file))} />
      <p className={classes.or}>{t('importing.or')}</p>
      <div className={classes.others}>
        <section>
          <Textarea
            rows={5}
            label={t('importing.paste')}
            placeholder={t('importing.pasteHint')}
            value={pasted}
            onChange={(event) => setPasted(event.currentTarget.value)}
          />
          <Button
            variant="default"
            disabled={pasted.trim() === ''}
            onClick={() => onChoose(sourceOfText(pasted, `${t('importing.pastedName')}.csv`))}
          >
            {t('importing.usePasted')}
          </Button>
        </section>
        <section>
          <h2>{t('importing.sample')}</h2>
          <p>{t('importing.sampleHint')}</p>
          <Button variant="default" onClick={() => onChoose(sourceOfText(sampleTable, 'sample_customers.csv'))}>
            {t('importing.useSample')}
          </Button>
        </section>
      </div>
    </div>
  );
}

function DropZone({ onFile }: { readonly onFile: (file: File) => void }) {
  const { t } = useSpeech();
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) onFile(file);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <>
      <button
        type="button"
        className={classes.drop}
        data-over={over || undefined}
        onClick={() => field.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <IconFileUpload size={36} stroke={1.25} aria-hidden="true" />
        <strong>{t('importing.drop')}</strong>
        <span>{t('importing.formats')}</span>
      </button>
      <input
        ref={field}
        type="file"
        accept={accepted}
        className="tf-visually-hidden"
        tabIndex={-1}
        aria-label={t('importing.drop')}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
