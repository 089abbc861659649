// The results drawer: the people behind a number, how a column is spread over them, the steps of a tested customer.
import { ActionIcon, Tabs, Tooltip } from '@mantine/core';
import { IconPin, IconPinFilled, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useDocument, useFacts, useStudio, useUi } from '../app/studio.ts';
import type { PeoplePlace } from '../app/ui-store.ts';
import { EmptyState } from '../design/EmptyState.tsx';
import { KindTile } from '../design/KindTile.tsx';
import { shownFlow } from '../document/document-store.ts';
import { useNodeTitle, useSpeech } from '../words/use-words.ts';
import { Blocked } from './Blocked.tsx';
import { rangeText } from './distribution/bar-text.ts';
import { DistributionTab } from './distribution/DistributionTab.tsx';
import classes from './drawer.module.css';
import { ColumnPicker } from './people/ColumnPicker.tsx';
import { columnTitle } from './people/cell-text.ts';
import { ExportButton } from './people/ExportButton.tsx';
import { PeopleTab } from './people/PeopleTab.tsx';
import type { Narrowing, Order } from './people/use-people.ts';
import { useShownPlace } from './place.ts';
import { placeTitle, SetBar } from './SetBar.tsx';
import { Trace } from './Trace.tsx';
import { type TableColumns, useTableColumns } from './use-table-columns.ts';

type TabName = 'people' | 'distribution' | 'trace';

export function Drawer() {
  const [pinned, setPinned] = useState(false);
  const [tab, setTab] = useState<TabName>('people');
  const place = useShownPlace(pinned);
  if (place === undefined) return <Nothing tab={tab} onTab={setTab} />;
  return <Results place={place} tab={tab} onTab={setTab} pinned={pinned} onPin={setPinned} />;
}

function Nothing({ tab, onTab }: { readonly tab: TabName; readonly onTab: (tab: TabName) => void }) {
  const { t } = useSpeech();
  return (
    <Tabs className={classes.drawer} value={tab} onChange={(value) => onTab(value as TabName)} keepMounted={false}>
      <header className={classes.head}>
        <TabNames />
      </header>
      <div className={classes.body}>
        {tab === 'trace' ? <Trace /> : <EmptyState title={t('drawer.nothing')} text={t('drawer.nothingHint')} />}
      </div>
    </Tabs>
  );
}

interface Props {
  readonly place: PeoplePlace;
  readonly tab: TabName;
  readonly onTab: (tab: TabName) => void;
  readonly pinned: boolean;
  readonly onPin: (pinned: boolean) => void;
}

/** What is narrowed and sorted holds for one node; another place begins anew. */
function Results({ place, tab, onTab, pinned, onPin }: Props) {
  const { ui } = useStudio();
  const { t } = useSpeech();
  const columns = useTableColumns(place);
  const blocked = useFacts((state) => state.compilation?.nodes.get(place.node)?.blockedBy);
  const [narrowed, setNarrowed] = useState<{ readonly place: PeoplePlace; readonly by: Narrowing } | null>(null);
  const [sort, setSort] = useState<Order | undefined>(undefined);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const by = narrowed?.place.node === place.node && narrowed.place.port === place.port ? narrowed.by : undefined;
  const label = usePlaceLabel(place, by, columns);
  const where = by === undefined ? [] : [by];
  const shown = columns.shown.map((column) => column.name);
  const open = (narrowing: Narrowing) => {
    setNarrowed({ place, by: narrowing });
    onTab('people');
  };
  return (
    <Tabs className={classes.drawer} value={tab} onChange={(value) => onTab(value as TabName)} keepMounted={false}>
      <header className={classes.head}>
        <TabNames />
        <span className={classes.tools}>
          {tab === 'people' && blocked === undefined && (
            <>
              <ColumnPicker all={columns.all} shown={columns.shown} onChange={columns.choose} />
              <ExportButton
                question={{ place, columns: shown, where, sort }}
                columns={columns.shown}
                keyTitle={columns.key}
                fileName={`${place.node}-${place.port}.csv`}
              />
            </>
          )}
          {tab !== 'trace' && (
            <Tooltip label={t(pinned ? 'drawer.unpin' : 'drawer.pin')}>
              <ActionIcon
                size={26}
                aria-label={t('drawer.pin')}
                aria-pressed={pinned}
                onClick={() => {
                  ui.setState({ people: place });
                  onPin(!pinned);
                }}
              >
                {pinned ? <IconPinFilled size={16} /> : <IconPin size={16} stroke={1.75} />}
              </ActionIcon>
            </Tooltip>
          )}
        </span>
      </header>
      {tab === 'trace' ? (
        <div className={classes.body}>
          <Trace />
        </div>
      ) : (
        <>
          <PlaceLine place={place} by={by === undefined ? undefined : label.narrowing} onClear={() => setNarrowed(null)} />
          <div className={classes.body}>
            {blocked !== undefined ? (
              <Blocked node={place.node} by={blocked} />
            ) : tab === 'people' ? (
              <PeopleTab place={place} label={label.whole} columns={columns} where={where} sort={sort} onSort={setSort} />
            ) : (
              <DistributionTab place={place} label={label.place} columns={columns} chosen={chosen} onChoose={setChosen} onOpen={open} />
            )}
          </div>
        </>
      )}
    </Tabs>
  );
}

function TabNames() {
  const { t } = useSpeech();
  const testing = useUi((state) => state.testKey !== null);
  return (
    <Tabs.List className={classes.tabs} aria-label={t('drawer.title')}>
      <Tabs.Tab value="people">{t('drawer.people')}</Tabs.Tab>
      <Tabs.Tab value="distribution">{t('drawer.distribution')}</Tabs.Tab>
      <Tabs.Tab value="trace">
        {t('drawer.trace')}
        {testing && <span className={classes.lit} aria-hidden="true" />}
      </Tabs.Tab>
    </Tabs.List>
  );
}

/** The node, its sets, and what they are narrowed to. */
function PlaceLine({ place, by, onClear }: { readonly place: PeoplePlace; readonly by: string | undefined; readonly onClear: () => void }) {
  const { ui, kinds } = useStudio();
  const { t } = useSpeech();
  const titleOf = useNodeTitle();
  const flow = useDocument(shownFlow);
  const kind = kinds.get(flow?.nodes.find((node) => node.id === place.node)?.kind ?? '');
  const title = titleOf(flow, place.node);
  return (
    <div className={classes.place}>
      {kind !== undefined && <KindTile group={kind.group} icon={kind.icon} size={18} />}
      <strong title={title}>{title}</strong>
      {by !== undefined && (
        <button type="button" className={classes.narrowing} title={t('drawer.clear')} onClick={onClear}>
          {by}
          <IconX size={12} aria-label={t('drawer.clear')} />
        </button>
      )}
      <SetBar place={place} onChoose={(next) => ui.setState({ people: next })} />
    </div>
  );
}

/** The set in words, for readers of the table and its status. */
function usePlaceLabel(place: PeoplePlace, by: Narrowing | undefined, columns: TableColumns) {
  const speech = useSpeech();
  const titleOf = useNodeTitle();
  const flow = useDocument(shownFlow);
  const ports = useFacts((state) => state.compilation?.nodes.get(place.node)?.ports);
  const column = columns.all.find((each) => each.name === by?.column);
  const within = speech.t('drawer.placeOf', { node: titleOf(flow, place.node), set: placeTitle(place.port, ports ?? [], speech) });
  const narrowing = by === undefined || column === undefined ? '' : `${columnTitle(column, speech)}: ${rangeText(by, column, speech)}`;
  return { place: within, narrowing, whole: narrowing === '' ? within : `${within} · ${narrowing}` };
}
