// One offer: name, people served, places and money, who waits and what one more would be worth; the rest of it below on demand.
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChevronRight, IconDots, IconTrash } from '@tabler/icons-react';
import type { Json } from '@tierflow/definition';
import { useId, useState } from 'react';
import { movedItem } from '../../inspector/fields/list-items.ts';
import { Remarks, remarksAt } from '../../inspector/form/Field.tsx';
import { useForm } from '../../inspector/form/form-scope.ts';
import { useSpeech } from '../../words/use-words.ts';
import { distinctColor } from '../distinct-color.ts';
import { EntryName } from '../EntryName.tsx';
import { PeopleCount } from '../PeopleCount.tsx';
import type { HeldLine } from '../use-held-line.ts';
import classes from './allocate.module.css';
import { LimitLine } from './LimitLine.tsx';
import { OfferFields } from './OfferFields.tsx';
import type { AllocationView, MovedLimit, OfferView } from './use-allocation.ts';
import { useWorth } from './use-worth.ts';

interface Props {
  readonly offer: OfferView;
  readonly at: number;
  readonly view: AllocationView;
  readonly line: HeldLine<MovedLimit>;
}

export function OfferCard({ offer, at, view, line }: Props) {
  const form = useForm();
  const { t } = useSpeech();
  const path = `offers.${at}`;
  const remarks = remarksAt(form.diagnostics, path);
  const inside = remarks.some(({ at: where, severity }) => severity === 'error' && where.path !== path);
  const [open, setOpen] = useState(inside);
  const details = useId();
  const worth = useWorth(offer);
  const limit = { of: offer.name, line };
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a list, not of a form
    <div className={classes.offer} role="group" aria-label={offer.name} data-field={path} data-offer={offer.id}>
      <div className={classes.offerHead}>
        <span className={classes.number} style={{ '--offer': distinctColor(at) } as React.CSSProperties} aria-hidden="true">
          {at + 1}
        </span>
        <EntryName label={t('faces.allocate.nameOf', { offer: offer.name })} entry={{ id: offer.name, title: offer.title }} path={path} />
        <PeopleCount port={offer.id} n={offer.n} base={view} />
        <OfferMenu offer={offer} at={at} entries={view.entries} />
      </div>
      <LimitLine
        {...limit}
        path={`${path}.capacity`}
        label={form.word('label.capacity')}
        value={offer.capacity}
        before={view.before(`${path}.capacity`)}
        whole
        used={offer.report?.served}
      />
      <LimitLine
        {...limit}
        path={`${path}.budget`}
        label={form.word('label.budget')}
        value={offer.budget}
        before={view.before(`${path}.budget`)}
        whole={false}
        used={offer.report?.spend}
      />
      {worth.length > 0 && (
        <p className={classes.worth}>
          {worth.map((sentence) => (
            <span key={sentence}>{sentence}</span>
          ))}
        </p>
      )}
      <button type="button" className={classes.more} aria-expanded={open} aria-controls={details} onClick={() => setOpen(!open)}>
        <IconChevronRight size={13} aria-hidden="true" />
        {t('faces.allocate.details')}
      </button>
      <div id={details} hidden={!open} className={classes.details}>
        {open && <OfferFields offer={offer} path={path} />}
      </div>
      <Remarks remarks={open ? remarksAt(form.diagnostics, path, false) : remarks} />
    </div>
  );
}

function OfferMenu({ offer, at, entries }: { readonly offer: OfferView; readonly at: number; readonly entries: readonly Json[] }) {
  const { t } = useSpeech();
  const form = useForm();
  const put = (next: readonly Json[]) => form.set('offers', [...next]);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon size={20} aria-label={t('faces.allocate.more', { offer: offer.name })}>
          <IconDots size={14} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowUp size={14} />} disabled={at === 0} onClick={() => put(movedItem(entries, at, -1))}>
          {t('inspector.up')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={14} />}
          disabled={at === entries.length - 1}
          onClick={() => put(movedItem(entries, at, 1))}
        >
          {t('inspector.down')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={14} />}
          disabled={entries.length < 2}
          onClick={() => put(entries.filter((_, each) => each !== at))}
        >
          {t('inspector.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
