// Chooses a column: searchable, grouped by where columns come from, with fill and samples where the import knows them.
import { Combobox, useCombobox } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useDocument } from '../../app/studio.ts';
import { shownFlow } from '../../document/document-store.ts';
import { isComposing } from '../../keyboard/typing.ts';
import { useNodeTitle, useSpeech } from '../../words/use-words.ts';
import { byOrigin, type ColumnOption, searched } from './column-options.ts';
import type { ColumnScope } from './column-scope.ts';
import classes from './columns.module.css';
import { TypeIcon } from './TypeIcon.tsx';
import { type ColumnProfile, useProfiles } from './use-profiles.ts';

interface Props {
  readonly id?: string;
  readonly label?: string;
  readonly value: string | undefined;
  readonly scope: ColumnScope;
  readonly onChoose: (option: ColumnOption) => void;
  readonly invalid?: boolean;
  /** Takes only the room its text needs. */
  readonly compact?: boolean;
  /** Said where nothing is chosen, if that is fine. */
  readonly emptyText?: string;
  /** A button that says this opens the list, instead of the chosen column. */
  readonly trigger?: ReactNode;
}

export function ColumnPicker({ id, label, value, scope, onChoose, invalid = false, compact = false, emptyText, trigger }: Props) {
  const { t, text } = useSpeech();
  const [search, setSearch] = useState('');
  const store = useCombobox({
    onDropdownClose: () => {
      store.resetSelectedOption();
      store.focusTarget();
      setSearch('');
    },
    onDropdownOpen: () => store.focusSearchInput(),
  });
  const chosen = scope.options.find((option) => option.name === value);
  const choose = (name: string) => {
    const option = scope.options.find((each) => each.name === name);
    if (option !== undefined) onChoose(option);
    store.closeDropdown();
  };
  return (
    <Combobox
      store={store}
      onOptionSubmit={choose}
      width={320}
      position="bottom-start"
      withinPortal
      shadow="md"
      middlewares={{ shift: true, flip: true }}
    >
      <Combobox.Target targetType="button">
        <button
          type="button"
          {...(id === undefined ? {} : { id })}
          {...(label === undefined || trigger !== undefined ? {} : { 'aria-label': `${label}: ${value ?? t('inspector.noColumn')}` })}
          className={trigger === undefined ? classes.target : classes.trigger}
          data-compact={compact || undefined}
          data-invalid={invalid || (value !== undefined && chosen === undefined) || undefined}
          title={chosen?.title === undefined ? value : `${value} · ${text(chosen.title)}`}
          onClick={() => store.toggleDropdown()}
        >
          {trigger ?? <Chosen option={chosen} value={value} compact={compact} empty={emptyText} />}
        </button>
      </Combobox.Target>
      <Combobox.Dropdown className={classes.dropdown ?? ''}>
        <Combobox.Search
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            store.selectFirstOption();
          }}
          onKeyDown={(event) => {
            if (isComposing(event.nativeEvent)) event.stopPropagation();
          }}
          placeholder={t('inspector.searchColumn')}
          aria-label={t('inspector.searchColumn')}
        />
        {store.dropdownOpened && <Options scope={scope} search={search} value={value} />}
      </Combobox.Dropdown>
    </Combobox>
  );
}

interface ChosenProps {
  readonly option: ColumnOption | undefined;
  readonly value: string | undefined;
  readonly compact: boolean;
  readonly empty: string | undefined;
}

function Chosen({ option, value, compact, empty: emptyText }: ChosenProps) {
  const { t } = useSpeech();
  const empty = value === undefined || value === '';
  return (
    <>
      {option !== undefined && <TypeIcon type={option.type} />}
      <span className={empty ? classes.placeholder : classes.chosen}>{empty ? (emptyText ?? t('inspector.chooseColumn')) : value}</span>
      {!compact && <IconChevronDown className={classes.chevron} size={14} aria-hidden="true" />}
    </>
  );
}

function Options({ scope, search, value }: { readonly scope: ColumnScope; readonly search: string; readonly value: string | undefined }) {
  const { t, text } = useSpeech();
  const titleOf = useNodeTitle();
  const flow = useDocument(shownFlow);
  const profiles = useProfiles(scope.dataset);
  const found = useMemo(
    () =>
      searched(scope.options, search, ({ name, title }) => `${name} ${title === undefined ? '' : `${title.en} ${title['zh-CN'] ?? ''}`}`),
    [scope.options, search],
  );
  const origin = (node: string | undefined) => {
    if (node !== undefined) return t('inspector.madeBy', { title: titleOf(flow, node) });
    return scope.collection === undefined ? t('inspector.customerFields') : t('inspector.lineFields', { name: scope.collection });
  };
  return (
    <Combobox.Options className={classes.options ?? ''}>
      {found.length === 0 && (
        <Combobox.Empty>{scope.options.length === 0 ? t('inspector.noColumns') : t('inspector.noColumnFound')}</Combobox.Empty>
      )}
      {byOrigin(found).map(([node, options]) => (
        <Combobox.Group key={node ?? ''} label={origin(node)}>
          {options.map((option) => (
            <Combobox.Option key={option.name} value={option.name} active={option.name === value} className={classes.option ?? ''}>
              <TypeIcon type={option.type} />
              <span className={classes.optionText}>
                <span className={classes.optionName}>{option.name}</span>
                {option.title !== undefined && <span className={classes.optionTitle}>{text(option.title)}</span>}
                {option.node === undefined && <Known profile={profiles.get(option.name)} />}
                {option.values !== undefined && (
                  <span className={classes.samples}>
                    {option.values.map((each) => (each.title === undefined ? each.value : text(each.title))).join(' · ')}
                  </span>
                )}
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Group>
      ))}
    </Combobox.Options>
  );
}

/** Fill rate and a few values. */
function Known({ profile }: { readonly profile: ColumnProfile | undefined }) {
  const { t, percent } = useSpeech();
  if (profile === undefined || profile.rows === 0) return null;
  const filled = 1 - profile.missing / profile.rows;
  const samples = profile.samples.slice(0, 4).map(String).join(' · ');
  return (
    <>
      {samples !== '' && <span className={classes.samples}>{samples}</span>}
      <span className={classes.fill} title={t('inspector.filled', { share: percent(filled) })}>
        <span className={classes.fillBar}>
          <i style={{ width: `${100 * filled}%` }} />
        </span>
        {t('inspector.filled', { share: percent(filled) })}
      </span>
    </>
  );
}
