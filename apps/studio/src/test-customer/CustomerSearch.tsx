// Finding a customer by key, name or the last digits of a phone number; arrow keys choose, Enter tests.
import { Loader, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { CustomerHit } from '@tierflow/api';
import { storedName } from '@tierflow/flow';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Failed } from '../app/Failed.tsx';
import { useStudio } from '../app/studio.ts';
import { EmptyState } from '../design/EmptyState.tsx';
import { shownFlow } from '../document/document-store.ts';
import { isComposing } from '../keyboard/typing.ts';
import { CallError, orThrow } from '../server/server.ts';
import { useSpeech } from '../words/use-words.ts';
import classes from './test-customer.module.css';
import { useTestCustomer } from './use-test-customer.ts';

const most = 20;

export function CustomerSearch() {
  const { t } = useSpeech();
  const test = useTestCustomer();
  const navigate = useNavigate();
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const { found, fresh } = useCustomers(search);
  const hits = found.data?.customers ?? [];
  const setEntered = useEnterAhead(fresh, hits[0]?.key, test);
  useEffect(() => field.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const hit = hits[active];
    if (event.key === 'Enter' && !fresh) setEntered(true);
    else if (event.key === 'Enter' && hit !== undefined) test(hit.key);
    else if (event.key === 'ArrowDown') setActive(Math.min(hits.length - 1, active + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1));
    else return;
    event.preventDefault();
  };
  if (found.isError) {
    const none =
      found.error instanceof CallError && found.error.failure.kind === 'problem' && found.error.failure.problem.code === 'dataset.none';
    if (!none) return <Failed title={t('testCustomer.failed')} error={found.error} retry={() => void found.refetch()} />;
    const toImport = { label: t('data.import'), run: () => void navigate({ to: '/data/import' }) };
    return (
      <EmptyState icon={<IconUsers size={32} stroke={1.25} />} title={t('editor.noData')} text={t('data.emptyHint')} primary={toImport} />
    );
  }
  return (
    <div className={classes.search}>
      <TextInput
        ref={field}
        value={search}
        placeholder={t('testCustomer.search')}
        aria-label={t('testCustomer.search')}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={list}
        aria-activedescendant={hits.length === 0 ? undefined : `${list}-${active}`}
        autoComplete="off"
        leftSection={<IconSearch size={15} />}
        rightSection={found.isFetching ? <Loader size={14} /> : undefined}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setActive(0);
          setEntered(false);
        }}
        onKeyDown={onKeyDown}
      />
      {found.data !== undefined && hits.length === 0 && <p className={classes.quiet}>{t('testCustomer.nobody', { text: search })}</p>}
      <div id={list} role="listbox" aria-label={t('testCustomer.found')} className={classes.hits}>
        {hits.map((hit, at) => (
          <Hit
            key={hit.key}
            id={`${list}-${at}`}
            hit={hit}
            active={at === active}
            onChoose={() => test(hit.key)}
            onHover={() => setActive(at)}
          />
        ))}
      </div>
      {found.data?.more === true && <p className={classes.quiet}>{t('testCustomer.more')}</p>}
    </div>
  );
}

/** Customers of the flow's own set; `fresh` while they are those of the text as it stands. */
function useCustomers(search: string) {
  const { server, facts, document } = useStudio();
  const [asked] = useDebouncedValue(search.trim(), 150);
  const read = facts.schema().customers?.name ?? facts.schema().collections[0]?.name;
  const dataset = read === undefined ? undefined : storedName(shownFlow(document.getState())?.data, read);
  const found = useQuery({
    queryKey: ['customers', dataset, asked],
    queryFn: async ({ signal }) =>
      orThrow(
        await server.call('searchCustomers', {
          query: { search: asked, limit: most, ...(dataset === undefined ? {} : { dataset }) },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
    refetchOnWindowFocus: false,
  });
  return { found, fresh: found.isSuccess && !found.isPlaceholderData && asked === search.trim() };
}

interface HitProps {
  readonly id: string;
  readonly hit: CustomerHit;
  readonly active: boolean;
  readonly onChoose: () => void;
  readonly onHover: () => void;
}

function Hit({ id, hit, active, onChoose, onHover }: HitProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the text field has the keys
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={classes.hit}
      onClick={onChoose}
      onMouseMove={onHover}
    >
      <strong>{hit.name ?? hit.key}</strong>
      {hit.name !== null && <span>{hit.key}</span>}
      {hit.phone !== null && <span>{hit.phone}</span>}
    </div>
  );
}

/** Enter that came before the answer holds for the answer. */
function useEnterAhead(fresh: boolean, first: string | undefined, test: (key: string) => void): (entered: boolean) => void {
  const [entered, setEntered] = useState(false);
  useEffect(() => {
    if (!entered || !fresh) return;
    setEntered(false);
    if (first !== undefined) test(first);
  }, [entered, fresh, first, test]);
  return setEntered;
}
