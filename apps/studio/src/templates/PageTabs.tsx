// The two lists of flows: those that are there, and the templates to start from.
import { Link } from '@tanstack/react-router';
import { useSpeech } from '../words/use-words.ts';
import classes from './templates.module.css';

export function PageTabs() {
  const { t } = useSpeech();
  const tabs = [
    { to: '/flows', label: t('templates.flowsTab') },
    { to: '/templates', label: t('templates.tab') },
  ] as const;
  return (
    <nav className={classes.tabs} aria-label={t('templates.tabs')}>
      {tabs.map(({ to, label }) => (
        <Link key={to} to={to} className={classes.tab} activeProps={{ 'aria-current': 'page' }} activeOptions={{ exact: true }}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
