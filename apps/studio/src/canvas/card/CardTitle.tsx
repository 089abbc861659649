// The name on a card; F2 or a double click turns it into a text field.
import { renameNode } from '@tierflow/flow';
import { useEffect, useRef, useState } from 'react';
import { useStudio, useUi } from '../../app/studio.ts';
import { isComposing } from '../../keyboard/typing.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from './card.module.css';

interface Props {
  readonly id: string;
  readonly title: string;
}

export function CardTitle({ id, title }: Props) {
  const { ui } = useStudio();
  const renaming = useUi((state) => state.renaming === id);
  if (renaming) return <TitleField id={id} title={title} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the mouse; F2 and the inspector do the same
    <span className={classes.title} title={title} onDoubleClick={() => ui.setState({ renaming: id })}>
      {title}
    </span>
  );
}

function TitleField({ id, title }: Props) {
  const { document, ui } = useStudio();
  const { t } = useSpeech();
  const [value, setValue] = useState(title);
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => field.current?.select(), []);
  const finish = (keep: boolean) => {
    if (done.current) return;
    done.current = true;
    if (keep && value.trim() !== '' && value !== title) document.run((flow) => renameNode(flow, id, value.trim()));
    ui.setState({ renaming: null });
  };
  return (
    <input
      ref={field}
      className={`${classes.titleField} nodrag nopan`}
      value={value}
      maxLength={200}
      aria-label={t('canvas.rename')}
      onChange={(event) => setValue(event.currentTarget.value)}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        if (event.key === 'Enter') finish(true);
        if (event.key === 'Escape') finish(false);
        event.stopPropagation();
      }}
    />
  );
}
