// The sheet of shortcuts, printed from the same table the keys are read from.
import { Kbd, Modal, Switch } from '@mantine/core';
import { usePreferences, useStudio, useUi } from '../app/studio.ts';
import { useSpeech } from '../words/use-words.ts';
import classes from './shortcut-sheet.module.css';
import { clipboardShortcuts, formulaShortcuts, shortcuts } from './shortcuts.ts';

/** A column each; the short ones stand below one another. */
const columns = [['groupEdit'], ['groupGo', 'groupFormula'], ['groupView']] as const;
type Group = (typeof columns)[number][number];

export function ShortcutSheet() {
  const { ui, preferences } = useStudio();
  const { t } = useSpeech();
  const open = useUi((state) => state.dialog === 'shortcuts');
  const letters = usePreferences((state) => state.letters);
  return (
    <Modal
      opened={open}
      onClose={() => ui.setState({ dialog: null })}
      title={t('keyboard.title')}
      size={860}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <div className={classes.columns}>
        {columns.map((groups) => (
          <div key={groups[0]}>
            {groups.map((group) => (
              <Keys key={group} group={group} />
            ))}
          </div>
        ))}
      </div>
      <div className={classes.foot}>
        <Switch
          size="xs"
          checked={letters}
          label={t('keyboard.letters')}
          onChange={(event) => preferences.setState({ letters: event.currentTarget.checked })}
        />
        <span>{t('keyboard.hint')}</span>
      </div>
    </Modal>
  );
}

function Keys({ group }: { readonly group: Group }) {
  const { t } = useSpeech();
  return (
    <section className={classes.section}>
      <h3 className={classes.group}>{t(`keyboard.${group}`)}</h3>
      <dl className={classes.list}>
        {rowsOf(group).map(({ label, keys }) => (
          <div key={label} className={classes.row}>
            <dt>{t(`keyboard.${label}`)}</dt>
            <dd>
              {keys.map((key) => (
                <Kbd key={key} size="xs">
                  {printed(key)}
                </Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** One row per meaning; keys with the same meaning stand together. */
function rowsOf(group: Group) {
  const rows = new Map<(typeof shortcuts)[number]['label'], string[]>();
  for (const { label, keys } of [...shortcuts, ...clipboardShortcuts, ...formulaShortcuts].filter((shortcut) => shortcut.group === group)) {
    rows.set(label, [...(rows.get(label) ?? []), ...keys]);
  }
  return [...rows].map(([label, keys]) => ({ label, keys: arrows(keys) }));
}

/** Four arrow keys are printed as one. */
function arrows(keys: readonly string[]): readonly string[] {
  const lead = keys[0]?.replace(/ArrowLeft$/, '');
  return keys.length >= 4 && keys.every((key) => /Arrow/.test(key)) ? [`${lead}← ↑ ↓ →`] : keys;
}

function printed(keys: string): string {
  const mac = /mac|iphone|ipad/i.test(navigator.platform);
  const signs: Record<string, string> = {
    Mod: mac ? '⌘' : 'Ctrl',
    Control: mac ? '⌃' : 'Ctrl',
    Alt: mac ? '⌥' : 'Alt',
    Shift: mac ? '⇧' : 'Shift',
    Delete: 'Del',
    Escape: 'Esc',
  };
  return keys === '+'
    ? '+'
    : keys
        .split('+')
        .map((key) => signs[key] ?? key)
        .join(mac ? '' : ' + ');
}
