// What surrounds every page: the rail on the left, the live region, the place of the page.
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconBrightness, IconDatabase, IconKeyboard, IconLanguage, IconRoute, IconSpeakerphone, IconTimeline } from '@tabler/icons-react';
import { Link, Outlet } from '@tanstack/react-router';
import { useSpeech } from '../words/use-words.ts';
import classes from './frame.module.css';
import { LiveRegion } from './LiveRegion.tsx';
import { usePreferences, useStudio } from './studio.ts';

export function Frame() {
  const { t } = useSpeech();
  const pages = [
    { to: '/flows', label: t('shell.flows'), icon: IconRoute },
    { to: '/data', label: t('shell.data'), icon: IconDatabase },
    { to: '/runs', label: t('shell.runs'), icon: IconTimeline },
    { to: '/playbooks', label: t('templates.library'), icon: IconSpeakerphone },
  ] as const;
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content">
        {t('shell.skip')}
      </a>
      <nav className={classes.rail} aria-label={t('shell.navigation')}>
        <Link to="/flows" className={classes.logo} aria-label={t('shell.product')}>
          <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
            <rect width="32" height="32" rx="7" fill="#0B5FCC" />
            <path d="M7 9h18M10 16h12M13 23h6" stroke="#fff" strokeWidth="3.4" strokeLinecap="round" />
          </svg>
        </Link>
        {pages.map(({ to, label, icon: Icon }) => (
          <Link key={to} to={to} className={classes.page} activeProps={{ 'aria-current': 'page' }}>
            <Icon size={20} stroke={1.6} aria-hidden="true" />
            <span>{label}</span>
          </Link>
        ))}
        <span className={classes.space} />
        <Preferences />
      </nav>
      <main id="content" className={classes.content}>
        <Outlet />
      </main>
      <LiveRegion />
    </div>
  );
}

function Preferences() {
  const { preferences, ui } = useStudio();
  const { t } = useSpeech();
  const language = usePreferences((state) => state.language);
  const theme = usePreferences((state) => state.theme);
  return (
    <>
      <Choice
        label={t('shell.language')}
        icon={<IconLanguage size={20} stroke={1.6} />}
        value={language}
        options={[
          { value: 'en', label: t('shell.english') },
          { value: 'zh-CN', label: t('shell.chinese') },
        ]}
        onChoose={(value) => preferences.setState({ language: value })}
      />
      <Choice
        label={t('shell.theme')}
        icon={<IconBrightness size={20} stroke={1.6} />}
        value={theme}
        options={[
          { value: 'light', label: t('shell.light') },
          { value: 'dark', label: t('shell.dark') },
          { value: 'auto', label: t('shell.auto') },
        ]}
        onChoose={(value) => preferences.setState({ theme: value })}
      />
      <Tooltip label={t('shell.shortcuts')} position="right">
        <ActionIcon size={40} aria-label={t('shell.shortcuts')} onClick={() => ui.setState({ dialog: 'shortcuts' })}>
          <IconKeyboard size={20} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly icon: React.ReactNode;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChoose: (value: V) => void;
}

function Choice<V extends string>({ label, icon, value, options, onChoose }: ChoiceProps<V>) {
  return (
    <Menu position="right-end" width={180}>
      <Menu.Target>
        <ActionIcon size={40} aria-label={label} title={label}>
          {icon}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{label}</Menu.Label>
        <Menu.RadioGroup value={value} onChange={(next) => onChoose(next as V)}>
          {options.map((option) => (
            <Menu.RadioItem key={option.value} value={option.value} closeMenuOnClick>
              {option.label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
