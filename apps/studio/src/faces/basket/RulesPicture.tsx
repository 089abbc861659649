// Every rule as a dot: support to the right, confidence upwards, a deeper colour for a higher lift. The table says the same.
import { useElementSize } from '@mantine/hooks';
import { plainNumber } from '../../inspector/results/plain-number.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from './basket.module.css';
import { type Rule, strength, ticks } from './rules.ts';

interface Props {
  readonly rules: readonly Rule[];
  readonly shown: readonly Rule[];
  readonly marked: number | undefined;
}

const height = 150;
const [left, top, bottom, right] = [38, 8, 34, 12];

export function RulesPicture({ rules, shown, marked }: Props) {
  const { t, exact, percent, language } = useSpeech();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const most = Math.max(...rules.map(({ lift }) => lift));
  const across = ticks(Math.max(...rules.map(({ support }) => support)));
  const end = across.at(-1) ?? 1;
  const x = (support: number): number => left + ((width - left - right) * support) / end;
  const y = (confidence: number): number => top + height * (1 - confidence);
  const inTable = new Set(shown.map(({ number }) => number));
  // The strongest lie on top.
  const dots = rules.toSorted((a, b) => Number(a.number === marked) - Number(b.number === marked) || a.lift - b.lift);
  const said = t('faces.basket.pictureSaid', { n: exact(rules.length), lift: plainNumber(Number(most.toPrecision(3)), language) });
  return (
    <div ref={ref} className={classes.picture}>
      {width > 0 && (
        <svg className={classes.svg} width={width} height={top + height + bottom} role="img" aria-label={said}>
          {[0, 0.5, 1].map((tick) => (
            <g key={tick}>
              <path className={classes.line} d={`M${left} ${y(tick)}H${width - right}`} />
              <text className={classes.tick} x={left - 6} y={y(tick) + 4} textAnchor="end">
                {percent(tick)}
              </text>
            </g>
          ))}
          {across.map((tick, at) => (
            <text
              key={tick}
              className={classes.tick}
              x={x(tick)}
              y={top + height + 16}
              textAnchor={at === across.length - 1 ? 'end' : 'middle'}
            >
              {percent(tick)}
            </text>
          ))}
          <text className={classes.tick} x={(left + width - right) / 2} y={top + height + 31} textAnchor="middle">
            {t('faces.basket.support')}
          </text>
          {dots.map((rule) => (
            <circle
              key={rule.number}
              className={classes.dot}
              data-marked={rule.number === marked || undefined}
              data-hidden={!inTable.has(rule.number) || undefined}
              cx={x(rule.support)}
              cy={y(rule.confidence)}
              r={rule.number === marked ? 6 : 4}
              style={{ '--strength': `${Math.round(25 + 75 * strength(rule.lift, most))}%` } as React.CSSProperties}
            >
              <title>{`${t('faces.basket.rule', { if: rule.if.join(' + '), then: rule.then })}; ${t('faces.basket.lift')} ${plainNumber(Number(rule.lift.toPrecision(3)), language)}`}</title>
            </circle>
          ))}
        </svg>
      )}
      <div className={classes.legend} aria-hidden="true">
        <span>{t('faces.basket.confidenceUp')}</span>
        <span className={classes.scale}>
          {t('faces.basket.lift')} 1 <i /> {plainNumber(Number(most.toPrecision(3)), language)}
        </span>
      </div>
    </div>
  );
}
