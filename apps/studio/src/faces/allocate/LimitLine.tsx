// A limit: a slider to try, a number to type, and how much of it is used.
import { NumberControl } from '../../inspector/fields/NumberControl.tsx';
import { useForm } from '../../inspector/form/form-scope.ts';
import { plainNumber } from '../../inspector/results/plain-number.ts';
import { useSpeech } from '../../words/use-words.ts';
import type { HeldLine } from '../use-held-line.ts';
import classes from './allocate.module.css';
import { sliderScale } from './report.ts';
import type { MovedLimit } from './use-allocation.ts';

interface Props {
  readonly path: string;
  readonly label: string;
  /** Whose limit it is, for those who do not see where it stands. */
  readonly of: string;
  readonly value: number | null;
  /** The limit before it was taken in hand: the slider keeps its ends meanwhile. */
  readonly before: number | null;
  /** People, or money. */
  readonly whole: boolean;
  readonly used: number | undefined;
  readonly line: HeldLine<MovedLimit>;
  /** The label stands above. */
  readonly wide?: true;
}

export function LimitLine({ path, label, of, value, before, whole, used, line, wide }: Props) {
  const { t, language } = useSpeech();
  const form = useForm();
  const { most, step } = sliderScale(before ?? value ?? 0, whole);
  const name = t('faces.allocate.limitOf', { limit: label, offer: of });
  const say = (n: number): string => (whole ? plainNumber(n, language) : t('faces.allocate.money', { amount: plainNumber(n, language) }));
  const amount = used === undefined || value === null ? undefined : t('faces.allocate.used', { used: say(used), limit: say(value) });
  return (
    <div className={classes.limit} data-field={path} data-wide={wide}>
      <span className={classes.limitName}>{label}</span>
      {value === null ? (
        <span className={classes.unlimited}>{used === undefined ? '' : t('faces.allocate.usedSoFar', { used: say(used) })}</span>
      ) : (
        <span className={classes.slide}>
          <input
            className={classes.slider}
            type="range"
            aria-label={name}
            aria-valuetext={amount ?? say(value)}
            min={0}
            max={Math.max(most, value)}
            step={step}
            value={value}
            onChange={(event) => line.move({ path, value: Number(event.currentTarget.value) })}
            onPointerUp={line.keep}
            onBlur={line.keep}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || line.held === null) return;
              event.stopPropagation();
              line.drop();
            }}
            onKeyUp={(event) => /^(Arrow|Page|Home|End)/.test(event.key) && line.keep()}
          />
          <Meter used={used} limit={value} text={amount} />
        </span>
      )}
      <NumberControl
        label={name}
        value={value}
        canBeEmpty
        min={0}
        step={step}
        placeholder={t('faces.allocate.noLimit')}
        onCommit={(next) => form.set(path, next === null ? undefined : Math.max(0, whole ? Math.round(next) : next))}
      />
    </div>
  );
}

function Meter({ used, limit, text }: { readonly used: number | undefined; readonly limit: number; readonly text: string | undefined }) {
  const share = used === undefined || limit === 0 ? 0 : Math.min(1, used / limit);
  return (
    <span className={classes.used}>
      <span className={classes.meter} aria-hidden="true">
        <i style={{ width: `${share * 100}%` }} data-full={share > 0.999 || undefined} />
      </span>
      <small>{text}</small>
    </span>
  );
}
