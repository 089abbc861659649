// Marks at the top right of a card: errors, warnings, unknown people, a note.
import { Tooltip } from '@mantine/core';
import { IconAlertCircleFilled, IconAlertTriangleFilled, IconNote } from '@tabler/icons-react';
import { useDocument } from '../../app/studio.ts';
import { shownFlow } from '../../document/document-store.ts';
import { useDiagnosticText } from '../../words/use-diagnostic-text.ts';
import classes from './card.module.css';
import type { Card } from './use-card.ts';

interface Props {
  readonly card: Card;
}

export function CardBadges({ card }: Props) {
  const say = useDiagnosticText();
  const note = useDocument((state) => shownFlow(state)?.nodes.find((node) => node.id === card.facts?.id)?.note);
  const errors = card.problems.filter((problem) => problem.severity === 'error');
  const warnings = card.problems.filter((problem) => problem.severity === 'warning');
  if (errors.length === 0 && warnings.length === 0 && note === undefined) return null;
  return (
    <span className={classes.badges}>
      {note !== undefined && (
        <Tooltip label={note}>
          <IconNote size={14} className={classes.noteBadge} aria-hidden="true" />
        </Tooltip>
      )}
      {warnings.length > 0 && (
        <Tooltip label={warnings.map(say).join('\n')}>
          <IconAlertTriangleFilled size={14} className={classes.warnBadge} aria-hidden="true" />
        </Tooltip>
      )}
      {errors.length > 0 && (
        <Tooltip label={errors.map(say).join('\n')}>
          <IconAlertCircleFilled size={14} className={classes.errorBadge} aria-hidden="true" />
        </Tooltip>
      )}
    </span>
  );
}
