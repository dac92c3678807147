import type { ReactNode } from 'react';
import { toProblem } from '../../lib/problem.ts';
import classes from './entry.module.css';

/** A link that opens nothing: why, and the way on. */
export function LinkProblem({ error, children }: { readonly error: unknown; readonly children?: ReactNode }) {
  const { title, detail } = toProblem(error);
  return (
    <div className={classes.form}>
      <div className={classes.problem} role="alert">
        <h2>{title}</h2>
        <p>{detail}</p>
      </div>
      {children}
    </div>
  );
}
