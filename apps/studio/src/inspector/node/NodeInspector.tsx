// One node: its head, and its settings, results and notes as tabs.
import { useEffect, useMemo, useState } from 'react';
import { useUi } from '../../app/studio.ts';
import { SeasonBar } from '../../seasons/SeasonBar.tsx';
import { useSpeech } from '../../words/use-words.ts';
import { FormFields } from '../form/FormFields.tsx';
import { FieldsSlot } from '../form/fields-slot.ts';
import { FormContext, useFormScope } from '../form/form-scope.ts';
import classes from '../inspector.module.css';
import { ResultsTab } from '../results/ResultsTab.tsx';
import { ConfigTab } from './ConfigTab.tsx';
import { NodeHeader } from './NodeHeader.tsx';
import { NotesTab } from './NotesTab.tsx';
import { UnknownKind } from './UnknownKind.tsx';

const tabs = ['config', 'results', 'notes'] as const;
type Tab = (typeof tabs)[number];

export function NodeInspector({ id }: { readonly id: string }) {
  const { t } = useSpeech();
  const form = useFormScope(id);
  const [tab, setTab] = useState<Tab>('config');
  const wanted = useUi((state) => state.focusField?.node === id);
  const shown = wanted ? 'config' : tab;
  useEffect(() => {
    if (wanted) setTab('config');
  }, [wanted]);
  const panels = useMemo(() => ({ config: <ConfigTab />, results: <ResultsTab />, notes: <NotesTab /> }), []);
  if (form === undefined) return <UnknownKind id={id} />;
  return (
    <FieldsSlot.Provider value={FormFields}>
      <FormContext.Provider value={form}>
        <section className={classes.inspector} aria-label={t('editor.inspector')}>
          <div className={classes.top}>
            <NodeHeader />
            <div className={classes.tabs} role="tablist" aria-label={t('editor.inspector')}>
              {tabs.map((name) => (
                <TabButton
                  key={name}
                  id={id}
                  name={name}
                  shown={shown}
                  noted={name === 'notes' && (form.node.note ?? '') !== ''}
                  onChoose={setTab}
                />
              ))}
            </div>
            <SeasonBar node={id} />
          </div>
          <div
            className={classes.content}
            role="tabpanel"
            id={`inspector-panel-${id}`}
            aria-labelledby={`inspector-tab-${shown}`}
            tabIndex={-1}
          >
            {panels[shown]}
          </div>
        </section>
      </FormContext.Provider>
    </FieldsSlot.Provider>
  );
}

interface TabProps {
  readonly id: string;
  readonly name: Tab;
  readonly shown: Tab;
  readonly noted: boolean;
  readonly onChoose: (tab: Tab) => void;
}

function TabButton({ id, name, shown, noted, onChoose }: TabProps) {
  const { t } = useSpeech();
  const go = (by: 1 | -1, from: HTMLElement) => {
    const next = tabs[(tabs.indexOf(shown) + by + tabs.length) % tabs.length] ?? 'config';
    onChoose(next);
    from.parentElement?.querySelectorAll<HTMLElement>('[role="tab"]')[tabs.indexOf(next)]?.focus();
  };
  return (
    <button
      type="button"
      role="tab"
      id={`inspector-tab-${name}`}
      aria-controls={`inspector-panel-${id}`}
      aria-selected={shown === name}
      tabIndex={shown === name ? 0 : -1}
      className={classes.tab}
      onClick={() => onChoose(name)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
        event.preventDefault();
        event.stopPropagation();
        go(event.key === 'ArrowRight' ? 1 : -1, event.currentTarget);
      }}
    >
      {t(`inspector.tabs.${name}`)}
      {noted && <i className={classes.noted} aria-hidden="true" />}
    </button>
  );
}
