// What a node does: its sentence, what is wrong with it, its picture, its fields.
import { useEffect, useRef } from 'react';
import { useFacts, useStudio, useUi } from '../../app/studio.ts';
import { faceOf } from '../../faces/faces.ts';
import { useSpeech } from '../../words/use-words.ts';
import { Remarks } from '../form/Field.tsx';
import { FormFields } from '../form/FormFields.tsx';
import { useForm } from '../form/form-scope.ts';
import classes from '../inspector.module.css';
import { focusTarget } from './focus-target.ts';
import { Headcount } from './Headcount.tsx';

export function ConfigTab() {
  const { node, kind, facts, diagnostics } = useForm();
  const { text } = useSpeech();
  const area = useRef<HTMLDivElement>(null);
  useFocusField(area);
  const face = faceOf(kind.face);
  const drawn = face?.draws ?? [];
  const first = kind.form.findIndex(({ path }) => drawn.includes(path));
  const before = first < 0 ? [] : kind.form.slice(0, first);
  const after = kind.form.slice(Math.max(0, first)).filter(({ path }) => !drawn.includes(path));
  const placed = [...kind.form.map(({ path }) => path), ...drawn];
  const general = diagnostics.filter(({ at }) => !placed.some((path) => at.path === path || at.path?.startsWith(`${path}.`) === true));
  return (
    <div ref={area} className={classes.config}>
      {facts?.summary !== undefined && <p className={classes.summary}>{text(facts.summary)}</p>}
      <Headcount />
      <Remarks remarks={general} />
      <FormFields fields={before} />
      {face?.Config !== undefined && <face.Config node={node.id} />}
      <FormFields fields={after} />
    </div>
  );
}

/** Goes to the field that was asked for, and takes the wish away. */
function useFocusField(area: React.RefObject<HTMLElement | null>): void {
  const { ui } = useStudio();
  const { node } = useForm();
  const wanted = useUi((state) => (state.focusField?.node === node.id ? state.focusField.path : null));
  const compiled = useFacts((state) => state.compilation !== null);
  useEffect(() => {
    if (wanted === null || !compiled || area.current === null) return;
    const target = focusTarget(area.current, wanted);
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
    ui.setState({ focusField: null });
  }, [wanted, compiled, area, ui]);
}
