// The frame of one field: label, help, a way to empty it, the control, and what the compiler says of it.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconHelpCircle, IconInfoCircle, IconX } from '@tabler/icons-react';
import type { Diagnostic } from '@tierflow/definition';
import type { ReactNode } from 'react';
import { SeasonMark } from '../../seasons/SeasonMark.tsx';
import { useDiagnosticText } from '../../words/use-diagnostic-text.ts';
import { useSpeech } from '../../words/use-words.ts';
import classes from './form.module.css';
import { useForm } from './form-scope.ts';

interface Props {
  readonly path: string;
  readonly label: string;
  readonly help?: string | undefined;
  /** Id of the control, for the label. */
  readonly controlId?: string;
  readonly onClear?: (() => void) | undefined;
  readonly tools?: ReactNode;
  readonly remarks?: readonly Diagnostic[];
  readonly children: ReactNode;
  /** Stands on the label's line. */
  readonly inline?: boolean;
}

export function Field({ path, label, help, controlId, onClear, tools, remarks = [], children, inline = false }: Props) {
  const { t } = useSpeech();
  const form = useForm();
  return (
    <div className={classes.field} data-field={path} data-inline={inline || undefined} data-invalid={remarks.some(isError) || undefined}>
      <div className={classes.labelRow}>
        <label className={classes.label} htmlFor={controlId}>
          {label}
        </label>
        {help !== undefined && <HelpTip text={help} />}
        <span className={classes.labelTools}>
          {tools}
          <SeasonMark node={form.node.id} path={path} />
          {onClear !== undefined && (
            <Tooltip label={t('inspector.clear', { label })}>
              <ActionIcon size={20} aria-label={t('inspector.clear', { label })} onClick={onClear}>
                <IconX size={13} stroke={1.75} />
              </ActionIcon>
            </Tooltip>
          )}
        </span>
        {inline && children}
      </div>
      {!inline && children}
      <Remarks remarks={remarks} />
    </div>
  );
}

/** A question mark that explains on hover and focus. */
export function HelpTip({ text }: { readonly text: string }) {
  return (
    <Tooltip label={text} events={{ hover: true, focus: true, touch: true }}>
      <button type="button" className={classes.help} aria-label={text}>
        <IconHelpCircle size={14} stroke={1.75} />
      </button>
    </Tooltip>
  );
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

const signs = { error: IconAlertCircle, warning: IconAlertTriangle, info: IconInfoCircle } as const;

/** What the compiler says, each with a sign and a word that does not depend on colour. */
export function Remarks({ remarks }: { readonly remarks: readonly Diagnostic[] }) {
  const { t } = useSpeech();
  const say = useDiagnosticText();
  const form = useForm();
  if (remarks.length === 0) return null;
  return (
    <ul className={classes.remarks}>
      {remarks.map((remark) => {
        const Sign = signs[remark.severity];
        const { repair } = remark;
        return (
          <li
            key={`${remark.code}${remark.at.path ?? ''}${remark.at.span?.from ?? ''}`}
            className={classes.remark}
            data-severity={remark.severity}
          >
            <Sign size={14} stroke={2} aria-label={t(`inspector.${remark.severity}`)} role="img" />
            <span>
              {say(remark)}
              {repair !== undefined && (
                <button type="button" className={classes.repair} onClick={() => form.set(repair.path, repair.value)}>
                  {t('inspector.repair')}
                </button>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Remarks at a path, and below it where `deep`. */
export function remarksAt(all: readonly Diagnostic[], path: string, deep = true): readonly Diagnostic[] {
  return all.filter(({ at }) => at.path === path || (deep && at.path?.startsWith(`${path}.`) === true));
}
