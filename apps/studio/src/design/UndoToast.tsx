// A toast that says what happened and offers one action.
import { Button } from '@mantine/core';
import classes from './undo-toast.module.css';

interface Props {
  readonly message: string;
  readonly action: string;
  readonly onAction: () => void;
}

export function UndoToast({ message, action, onAction }: Props) {
  return (
    <span className={classes.toast}>
      <span className={classes.message}>{message}</span>
      <Button variant="subtle" size="compact-xs" onClick={onAction}>
        {action}
      </Button>
    </span>
  );
}
