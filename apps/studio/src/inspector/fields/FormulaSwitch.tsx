// ƒx: between what is chosen and what is written, with the reason where there is no way back.
import { ActionIcon, Tooltip } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { useSpeech } from '../../words/use-words.ts';

interface Props {
  readonly icon: Icon;
  readonly on: boolean;
  readonly label: string;
  readonly onToggle: () => void;
  /** Why the formula cannot become what it was. */
  readonly refusal: string | null;
}

export function FormulaSwitch({ icon: Glyph, on, label, onToggle, refusal }: Props) {
  const { t } = useSpeech();
  const name = t(on ? 'inspector.toChoice' : 'inspector.toFormula');
  return (
    <Tooltip label={refusal ?? name} {...(refusal === null ? {} : { opened: true, color: 'red' })}>
      <ActionIcon
        size={22}
        variant={on ? 'light' : 'subtle'}
        color={on ? 'accent' : 'gray'}
        aria-label={`${name}: ${label}`}
        aria-pressed={on}
        onClick={onToggle}
      >
        <Glyph size={14} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
}
