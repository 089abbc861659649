// A place that is empty: what could stand there, one primary action and one other.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface Action {
  readonly label: string;
  readonly run: () => void;
}

interface Props {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly primary?: Action;
  readonly other?: Action;
}

export function EmptyState({ icon, title, text, primary, other }: Props) {
  return (
    <div className={classes.empty}>
      {icon}
      <h2>{title}</h2>
      <p>{text}</p>
      <div className={classes.actions}>
        {primary !== undefined && <Button onClick={primary.run}>{primary.label}</Button>}
        {other !== undefined && (
          <Button variant="default" onClick={other.run}>
            {other.label}
          </Button>
        )}
      </div>
    </div>
  );
}
