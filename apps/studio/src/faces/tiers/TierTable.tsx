// The tiers as a table, best first: name, line or share, people. Whoever gets none stands below, and the sum is checked.
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots, IconLanguage, IconPlus, IconTrash } from '@tabler/icons-react';
import { freshId, type Title } from '@tierflow/flow';
import { useState } from 'react';
import { chipLetter } from '../../canvas/card/card-model.ts';
import { NumberControl } from '../../inspector/fields/NumberControl.tsx';
import { shifted } from '../../inspector/form/decimal-text.ts';
import { useForm } from '../../inspector/form/form-scope.ts';
import { useSpeech } from '../../words/use-words.ts';
import { EntryDetails } from '../EntryDetails.tsx';
import { EntryName } from '../EntryName.tsx';
import { PeopleCount } from '../PeopleCount.tsx';
import { SumCheck } from '../SumCheck.tsx';
import { entriesOf, percentOf, type TierRule, withNewTier, withoutTier } from './tier-rules.ts';
import classes from './tiers.module.css';
import type { TiersView, TierView } from './use-tiers.ts';

interface Props {
  readonly view: TiersView;
}

export function TierTable({ view }: Props) {
  const { t } = useSpeech();
  const form = useForm();
  const { rule, tiers, unassigned, arrive, current } = view;
  const sum = tiers.reduce((total, tier) => total + (tier.n ?? 0), unassigned.n ?? 0);
  const put = (next: TierRule) => form.set(next.mode, entriesOf(next));
  const add = () => {
    const id = freshId(new Set(rule.tiers.map((tier) => tier.id)), 'tier');
    const title: Title = { en: `Tier ${tiers.length + 1}`, 'zh-CN': `等级 ${tiers.length + 1}` };
    put(withNewTier(rule, { id, title }, { ends: view.scale?.ends ?? [0, 1], step: view.scale?.step ?? 1 }));
  };
  return (
    <div className={classes.table} data-stale={!current || undefined}>
      <div className={classes.tableHead} aria-hidden="true">
        <span />
        <span>{t('faces.tiers.name')}</span>
        <span>{t(`faces.tiers.${sizes[rule.mode]}`)}</span>
        <span className={classes.right}>{t('faces.tiers.people')}</span>
        <span />
      </div>
      {tiers.map((tier, at) => (
        <TierRow key={tier.id} view={view} tier={tier} at={at} onChange={put} />
      ))}
      <div className={classes.tierRow} data-tier="unassigned">
        <span className={classes.hatch} aria-hidden="true" />
        <span className={classes.remainder}>{unassigned.name}</span>
        <span className={classes.rest}>{t('faces.tiers.noTier')}</span>
        <PeopleCount port="unassigned" n={unassigned.n} base={view} />
        <span />
      </div>
      <div className={classes.sum}>
        <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={13} />} onClick={add}>
          {form.word('label.bands.add')}
        </Button>
        <SumCheck sum={sum} arrive={arrive} current={current} />
      </div>
    </div>
  );
}

interface RowProps extends Props {
  readonly tier: TierView;
  readonly at: number;
  readonly onChange: (rule: TierRule) => void;
}

function TierRow({ view, tier, at, onChange }: RowProps) {
  const { t } = useSpeech();
  const [open, setOpen] = useState(false);
  const { rule } = view;
  const path = `${rule.mode}.${at}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a grid, not of a form
    <div role="group" aria-label={tier.name} data-field={path} data-tier={tier.id}>
      <div className={classes.tierRow}>
        <span className={classes.chip} style={{ background: tier.fill, color: tier.text }} aria-hidden="true">
          {chipLetter(at, tier.name)}
        </span>
        <EntryName label={t('faces.tiers.nameOf', { tier: tier.name })} entry={tier} path={path} />
        <span data-field={`${path}.${sizes[rule.mode]}`}>
          <TierSize view={view} tier={tier} path={path} last={at === rule.tiers.length - 1} />
        </span>
        <PeopleCount port={tier.id} n={tier.n} base={view} />
        <TierMenu view={view} tier={tier} at={at} onChange={onChange} onDetails={() => setOpen(!open)} />
      </div>
      {open && <EntryDetails path={path} label={t('faces.tiers.name')} entry={tier} onClose={() => setOpen(false)} />}
    </div>
  );
}

/** What says how large a tier is, by the rule. */
const sizes = { bands: 'from', topShare: 'share', topCount: 'count' } as const;

interface SizeProps extends Props {
  readonly tier: TierView;
  readonly path: string;
  readonly last: boolean;
}

function TierSize({ view: { rule, scale }, tier, path, last }: SizeProps) {
  const { t } = useSpeech();
  const form = useForm();
  switch (rule.mode) {
    case 'bands':
      return (
        <NumberControl
          label={t('faces.tiers.fromOf', { tier: tier.name })}
          value={tier.from ?? null}
          canBeEmpty={last}
          step={scale?.step}
          placeholder={last ? t('faces.tiers.takesRest') : undefined}
          onCommit={(from) => form.set(`${path}.from`, from)}
        />
      );
    case 'topShare':
      return (
        <NumberControl
          label={t('faces.tiers.shareOf', { tier: tier.name })}
          value={percentOf(tier.share ?? 0)}
          min={0}
          max={100}
          unit="%"
          onCommit={(share) => share !== null && form.set(`${path}.share`, shifted(share, -2))}
        />
      );
    case 'topCount':
      return (
        <NumberControl
          label={t('faces.tiers.countOf', { tier: tier.name })}
          value={tier.count ?? 0}
          min={1}
          onCommit={(count) => count !== null && form.set(`${path}.count`, Math.max(1, Math.round(count)))}
        />
      );
  }
}

function TierMenu({ view, tier, at, onChange, onDetails }: RowProps & { readonly onDetails: () => void }) {
  const { t } = useSpeech();
  const { rule } = view;
  // Lines stay where they are; only the names go up and down.
  const swap = (by: -1 | 1) => {
    const other = rule.tiers[at + by];
    const own = rule.tiers[at];
    if (other === undefined || own === undefined) return;
    const named = (from: typeof own, to: typeof own) => ({ ...to, id: from.id, title: from.title });
    onChange({
      ...rule,
      tiers: rule.tiers.map((each, place) => (place === at ? named(other, own) : place === at + by ? named(own, other) : each)),
    });
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon size={22} aria-label={t('faces.tiers.more', { tier: tier.name })}>
          <IconDots size={14} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconLanguage size={14} />} onClick={onDetails}>
          {t('faces.tiers.details')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowUp size={14} />} disabled={at === 0} onClick={() => swap(-1)}>
          {t('inspector.up')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowDown size={14} />} disabled={at === rule.tiers.length - 1} onClick={() => swap(1)}>
          {t('inspector.down')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={14} />} disabled={rule.tiers.length < 2} onClick={() => onChange(withoutTier(rule, at))}>
          {t('inspector.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
