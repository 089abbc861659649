// ƒx: between what is chosen and what is written. Where there is no way over, the switch stays where it is and says why.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMathFunction } from '@tabler/icons-react';
import { useId } from 'react';
import { useSpeech } from '../../words/use-words.ts';
import classes from '../form/form.module.css';

interface Props {
  readonly on: boolean;
  readonly label: string;
  readonly onToggle: () => void;
  /** Why it cannot become the other. */
  readonly refusal: string | null;
  /** The reason is being looked at, or not any more. */
  readonly onReason?: (shown: boolean) => void;
}

export function FormulaSwitch({ on, label, onToggle, refusal, onReason }: Props) {
  const { t } = useSpeech();
  const reason = useId();
  const name = t(on ? 'inspector.toChoice' : 'inspector.toFormula');
  const refused = refusal !== null;
  const show = () => onReason?.(true);
  const hide = () => onReason?.(false);
  return (
    <>
      <Tooltip label={refusal ?? name} multiline maw={280} events={{ hover: true, focus: true, touch: true }}>
        <ActionIcon
          className={classes.formulaSwitch ?? ''}
          size={22}
          variant={on ? 'light' : 'subtle'}
          color={on && !refused ? 'accent' : 'gray'}
          aria-label={`${name}: ${label}`}
          aria-pressed={on}
          // Not `disabled`: the reason is to be found by keyboard as well.
          {...(refused ? { 'aria-disabled': true, 'aria-describedby': reason } : {})}
          data-formula-switch
          onClick={refused ? show : onToggle}
          onMouseEnter={show}
          onMouseLeave={hide}
          onFocus={show}
          onBlur={hide}
        >
          <IconMathFunction size={14} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      {refused && (
        <span id={reason} hidden>
          {refusal}
        </span>
      )}
    </>
  );
}
