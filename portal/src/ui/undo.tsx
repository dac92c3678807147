import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { toProblem } from '../lib/problem.ts';
import classes from './undo.module.css';

const undoMs = 12_000;

/** Says what was done, with a way back where there is one. */
export function tellDone(title: string, undo?: () => Promise<unknown>): void {
  const id = `done-${title}`;
  const back = () => {
    notifications.hide(id);
    void undo?.().then(() => notifications.show({ title: 'Undone', message: title }), tellProblem);
  };
  notifications.show({
    id,
    title,
    autoClose: undoMs,
    message: undo && (
      <Button variant="default" size="compact-xs" className={classes.undo ?? ''} onClick={back}>
        Undo
      </Button>
    ),
  });
}

/** Says what went wrong: the problem's own words, each place that does not fit. */
export function tellProblem(error: unknown): void {
  const { title, detail } = toProblem(error);
  notifications.show({ color: 'red', title, message: detail, autoClose: undoMs });
}
