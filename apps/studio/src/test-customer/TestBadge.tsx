// On a card while a customer is tested: whether they pass here, and with what value.
import { IconArrowDownRight, IconCheck, IconEqual, IconQuestionMark } from '@tabler/icons-react';
import type { NodePass } from '@tierflow/api';
import type { NodeFacts } from '@tierflow/compiler';
import { useFacts, useUi } from '../app/studio.ts';
import { cellText } from '../drawer/people/cell-text.ts';
import { portTitle } from '../drawer/SetBar.tsx';
import { type Speech, useSpeech } from '../words/use-words.ts';
import classes from './test-badge.module.css';

/** Values that fit beside the mark. */
const most = 2;

export function TestBadge({ node }: { readonly node: string }) {
  const speech = useSpeech();
  const pass = useUi((state) => state.testPath?.nodes[node]);
  const facts = useFacts((state) => state.compilation?.nodes.get(node));
  if (pass?.in !== true || facts === undefined) return null;
  const outcome = outcomeOf(pass, facts);
  const Icon = { passed: IconCheck, rest: IconArrowDownRight, unknown: IconQuestionMark, computed: IconEqual }[outcome];
  const text = textOf(pass, facts, speech);
  return (
    <span className={classes.badge} data-outcome={outcome} role="img" aria-label={`${speech.t(`testCustomer.${outcome}`)} ${text}`}>
      <Icon className={classes.icon} stroke={2.5} />
      {text}
    </span>
  );
}

function outcomeOf({ ports, unknown }: NodePass, facts: NodeFacts): 'passed' | 'rest' | 'unknown' | 'computed' {
  if (unknown) return 'unknown';
  if (facts.ports.length < 2) return 'computed';
  return facts.ports.some((port) => port.remainder !== true && ports.includes(port.id)) ? 'passed' : 'rest';
}

/** The way out where there are several, else what was computed; of many values the first text among them. */
function textOf({ ports, values }: NodePass, facts: NodeFacts, speech: Speech): string {
  const out = facts.ports.length < 2 ? undefined : facts.ports.find((port) => ports.includes(port.id));
  if (out !== undefined) return portTitle(out, speech);
  const made = facts.makes.map((column) => ({ column, value: values[column.name] ?? null }));
  const shown = made.length <= most ? made : made.filter(({ value }) => typeof value === 'string').slice(-1);
  return shown.map(({ column, value }) => cellText(value, column, speech)).join(' · ');
}
