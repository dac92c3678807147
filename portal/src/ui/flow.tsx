import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import classes from './flow.module.css';
import { Logo } from './logo.tsx';

export interface FlowStep<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly isDone: boolean;
  /** May be gone to: all before it are done. */
  readonly isOpen: boolean;
}

interface FlowProps<Id extends string> {
  readonly title: string;
  /** How long it takes, and that it can be left. */
  readonly lead: ReactNode;
  readonly steps: readonly FlowStep<Id>[];
  readonly current: Id;
  readonly onGo: (step: Id) => void;
  /** What became of the last change: `Saved 3 s ago`. */
  readonly saved: ReactNode;
  readonly children: ReactNode;
  /** It stands among the pages of the portal, which have a side bar of their own. */
  readonly isInside?: boolean;
}

/** A flow: its steps at the left, one decision a screen. */
export function Flow<Id extends string>(props: FlowProps<Id>) {
  const { title, lead, steps, current, onGo, saved, children, isInside = false } = props;
  useEffect(() => {
    document.title = `${title} · Crossdock`;
  }, [title]);
  const Main = isInside ? 'div' : 'main';
  return (
    <div className={classes.page}>
      <aside className={classes.side}>
        {!isInside && <Logo />}
        <div className={classes.head}>
          {!isInside && <h1>{title}</h1>}
          <p>{lead}</p>
        </div>
        <nav aria-label="Steps">
          <ol className={classes.steps}>
            {steps.map(({ id, label, isDone, isOpen }, nth) => (
              <li key={id}>
                <button
                  type="button"
                  className={classes.step}
                  aria-current={id === current ? 'step' : undefined}
                  data-done={(isDone && id !== current) || undefined}
                  disabled={!isOpen}
                  onClick={() => onGo(id)}
                >
                  <span className={classes.mark} aria-hidden="true">
                    {isDone && id !== current ? <IconCheck size={13} /> : nth + 1}
                  </span>
                  {label}
                </button>
              </li>
            ))}
          </ol>
        </nav>
        <p className={classes.saved} role="status">
          {saved}
        </p>
      </aside>
      <Main className={classes.main}>
        <div className={classes.content}>{children}</div>
      </Main>
    </div>
  );
}
