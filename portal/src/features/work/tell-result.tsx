import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import undoClasses from '../../ui/undo.module.css';
import { tellProblem } from '../../ui/undo.tsx';
import classes from './work.module.css';

export interface Refused {
  /** What people call it. */
  readonly name: string;
  readonly reason: string;
}

export interface Result {
  /** `resolved`: what was to become of them. */
  readonly verb: string;
  readonly good: number;
  readonly refused: readonly Refused[];
  /** One and several: `case`, `cases`. */
  readonly noun: readonly [string, string];
  readonly undo?: (() => Promise<unknown>) | undefined;
}

const mostShown = 5;
const doneMs = 12_000;

/** `2 of 3 cases are resolved`. */
export function resultTitle({ verb, good, refused, noun }: Omit<Result, 'undo'>): string {
  const all = good + refused.length;
  const [one, several] = noun;
  if (all === 1) return good === 1 ? `The ${one} is ${verb}` : `The ${one} is not ${verb}`;
  if (good === 0) return `None of the ${all} ${several} is ${verb}`;
  return `${refused.length > 0 ? `${good} of ` : ''}${all} ${several} are ${verb}`;
}

/** Says what was done of many and what was not, each with its reason; what was not stays on screen until it is closed. */
export function tellResult(result: Result): void {
  const { refused, good, undo } = result;
  const id = `result-${crypto.randomUUID()}`;
  const title = resultTitle(result);
  const back = () => {
    notifications.hide(id);
    void undo?.().then(() => notifications.show({ title: 'Undone', message: title }), tellProblem);
  };
  notifications.show({
    id,
    title,
    ...(refused.length > 0 && { color: good === 0 ? 'red' : 'yellow' }),
    autoClose: refused.length > 0 ? false : doneMs,
    message: (
      <>
        {refused.length > 0 && (
          <ul className={classes.refused} aria-label="What was not done">
            {refused.slice(0, mostShown).map(({ name, reason }) => (
              <li key={`${name} ${reason}`}>
                <b>{name}</b> {reason}
              </li>
            ))}
            {refused.length > mostShown && <li>and {refused.length - mostShown} more</li>}
          </ul>
        )}
        {undo !== undefined && good > 0 && (
          <Button variant="default" size="compact-xs" className={undoClasses.undo ?? ''} onClick={back}>
            Undo
          </Button>
        )}
      </>
    ),
  });
}
