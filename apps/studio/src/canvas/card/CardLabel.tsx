// What a card is called for screen readers: kind, name, people, share, problems.
import { usePreferences } from '../../app/studio.ts';
import { useSpeech } from '../../words/use-words.ts';
import { cardLabelId } from '../canvas-nodes.ts';
import type { Card } from './use-card.ts';

interface Props {
  readonly id: string;
  readonly card: Card;
}

export function CardLabel({ id, card }: Props) {
  const { t, exact, percent } = useSpeech();
  const base = usePreferences((state) => state.base);
  const n = card.number;
  const share =
    card.share === undefined ? undefined : t(base === 'all' ? 'canvas.ofAll' : 'canvas.ofInput', { share: percent(card.share) });
  const people = n === null ? (card.reason ?? t('canvas.unknownCount')) : t('canvas.peopleText', { n: exact(n) });
  const serious = card.problems.filter((problem) => problem.severity !== 'info').length;
  const label = t('canvas.node', {
    kind: card.kindName,
    title: card.title,
    counts: share === undefined ? people : `${people}, ${share}`,
    problems: serious === 0 ? t('canvas.noProblems') : t('canvas.problems', { count: serious }),
  });
  return (
    <span id={cardLabelId(id)} hidden>
      {label}
    </span>
  );
}
