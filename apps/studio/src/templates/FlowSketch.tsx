// A flow as a small picture: its cards where they stand, its edges, and names and counts where there is room for them.
import type { Flow } from '@tierflow/flow';
import { useStudio } from '../app/studio.ts';
import { color } from '../design/tokens.ts';
import { useSpeech } from '../words/use-words.ts';
import classes from './templates.module.css';

const CARD = { width: 244, height: 92 };
const MARGIN = 16;
/** Letters that fit on a card. */
const LONGEST = { en: 15, 'zh-CN': 8 } as const;

interface Props {
  readonly flow: Flow;
  /** People per node; with it names are written too. */
  readonly counts?: ReadonlyMap<string, number | null>;
  readonly label: string;
}

export function FlowSketch({ flow, counts, label }: Props) {
  const { kinds } = useStudio();
  const { title, language, exact } = useSpeech();
  const layout = flow.layout ?? {};
  const points = Object.values(layout);
  const width = Math.max(...points.map(({ x }) => x)) + CARD.width + MARGIN;
  const height = Math.max(...points.map(({ y }) => y)) + CARD.height + MARGIN;
  const cut = (text: string) => (text.length > LONGEST[language] ? `${text.slice(0, LONGEST[language] - 1)}…` : text);
  return (
    <svg className={classes.sketch} viewBox={`${-MARGIN} ${-MARGIN} ${width + MARGIN} ${height + MARGIN}`} role="img" aria-label={label}>
      {flow.edges.map(({ from, port, to }) => {
        const a = layout[from];
        const b = layout[to];
        if (a === undefined || b === undefined) return null;
        const [x1, y1, x2, y2] = [a.x + CARD.width, a.y + CARD.height / 2, b.x, b.y + CARD.height / 2];
        const bend = (x1 + x2) / 2;
        return (
          <path key={`${from}:${port}>${to}`} d={`M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}`} className={classes.sketchEdge} />
        );
      })}
      {flow.nodes.map((node) => {
        const point = layout[node.id];
        if (point === undefined) return null;
        const group = kinds.get(node.kind)?.group ?? 'data';
        const n = counts?.get(node.id);
        return (
          <g key={node.id} transform={`translate(${point.x} ${point.y})`}>
            <rect width={CARD.width} height={CARD.height} rx="12" className={classes.sketchCard} />
            <rect width="12" height={CARD.height} rx="6" fill={color(`kind-${group}`)} />
            {counts !== undefined && (
              <>
                <text x="28" y="38" className={classes.sketchName}>
                  {cut(title(node.title ?? node.id))}
                </text>
                <text x="28" y="74" className={classes.sketchCount}>
                  {n === undefined || n === null ? '—' : exact(n)}
                </text>
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}
