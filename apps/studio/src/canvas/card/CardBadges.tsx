// Marks at the top right of a card: errors, warnings, unknown people, a note.
import { Tooltip } from '@mantine/core';
import { IconAlertCircleFilled, IconAlertTriangleFilled, IconCalendarEvent, IconNote } from '@tabler/icons-react';
import { useDocument } from '../../app/studio.ts';
import { shownFlow } from '../../document/document-store.ts';
import { useSeasonsOf } from '../../seasons/use-seasons.ts';
import { useDiagnosticText } from '../../words/use-diagnostic-text.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from './card.module.css';
import type { Card } from './use-card.ts';

interface Props {
  readonly card: Card;
}

export function CardBadges({ card }: Props) {
  const { t } = useSpeech();
  const say = useDiagnosticText();
  const note = useDocument((state) => shownFlow(state)?.nodes.find((node) => node.id === card.facts?.id)?.note);
  const errors = card.problems.filter((problem) => problem.severity === 'error');
  const warnings = card.problems.filter((problem) => problem.severity === 'warning');
  const seasons = useSeasonsOf(card.facts?.id ?? '');
  if (errors.length === 0 && warnings.length === 0 && note === undefined && seasons === '') return null;
  return (
    <span className={classes.badges}>
      {seasons !== '' && (
        <Tooltip label={t('seasons.mark', { seasons })}>
          <IconCalendarEvent size={14} className={classes.noteBadge} role="img" aria-label={t('seasons.mark', { seasons })} />
        </Tooltip>
      )}
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
