// What publishing would change, or all that is published the first time.
import { IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import { compile, dataSchemaOf } from '@tierflow/compiler';
import { useMemo, useState } from 'react';
import { useDocument, useFacts, useStudio } from '../../app/studio.ts';
import { goToField } from '../../app/ui-store.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from '../publish.module.css';
import { type ChangeLine, changeLines } from './change-lines.ts';

const icons = { added: IconPlus, removed: IconMinus, changed: IconPencil } as const;
const shownAtFirst = 5;

export function Changes() {
  const { t } = useSpeech();
  const published = useDocument((state) => state.published);
  const nodes = useDocument((state) => state.history?.present.nodes.length ?? 0);
  const lines = useChangeLines();
  const [all, setAll] = useState(false);
  if (published === null) return <p className={classes.quiet}>{t('publish.firstTime', { count: nodes })}</p>;
  if (lines.length === 0) return <p className={classes.quiet}>{t('publish.noChanges', { version: published.version })}</p>;
  const shown = all ? lines : lines.slice(0, shownAtFirst);
  return (
    <>
      <ul className={classes.changes}>
        {shown.map((line) => (
          <Line key={line.key} line={line} />
        ))}
      </ul>
      {lines.length > shown.length && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {t('publish.moreChanges', { count: lines.length - shown.length })}
        </button>
      )}
    </>
  );
}

function Line({ line }: { readonly line: ChangeLine }) {
  const { ui } = useStudio();
  const Icon = icons[line.kind];
  const go = () => {
    ui.setState({ dialog: null });
    if (line.node !== undefined) goToField(ui, line.node, '');
  };
  return (
    <li data-kind={line.kind}>
      <Icon size={14} stroke={2} aria-hidden="true" />
      <div>
        {line.node === undefined ? (
          line.text
        ) : (
          <button type="button" onClick={go}>
            {line.text}
          </button>
        )}
        {line.details.map((detail) => (
          <p key={`${detail.label} ${detail.after}`}>
            {detail.label !== '' && <span>{detail.label}: </span>}
            {detail.before !== '' && <del>{detail.before}</del>}
            {detail.before !== '' && ' → '}
            <ins>{detail.after}</ins>
          </p>
        ))}
      </div>
    </li>
  );
}

/** The lines of the draft against what is live; none before the first version. */
function useChangeLines(): readonly ChangeLine[] {
  const { facts, kinds } = useStudio();
  const speech = useSpeech();
  const published = useDocument((state) => state.published);
  const present = useDocument((state) => state.history?.present);
  const compilation = useFacts((state) => state.compilation);
  return useMemo(() => {
    if (published === null || present === undefined || compilation === null) return [];
    const before = published.flow;
    const schema = before.data === undefined ? facts.schema() : dataSchemaOf(before).schema;
    const compiledBefore = compile(before, kinds, schema);
    return changeLines({ before, after: present, compiledBefore, compiledAfter: compilation }, kinds, speech);
  }, [facts, kinds, speech, published, present, compilation]);
}
