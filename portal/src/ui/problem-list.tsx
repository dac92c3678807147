import { toProblem } from '../lib/problem.ts';
import classes from './problem-list.module.css';

/** What is wrong with a form: each place that does not fit, or the problem's own words. */
export function ProblemList({
  error,
  names = {},
}: {
  readonly error: unknown;
  /** `email` → `E-mail`: what the form calls the parts of the body. */
  readonly names?: Readonly<Record<string, string>>;
}) {
  if (!error) return null;
  const errors = (error as { errors?: readonly { place: string; message: string }[] }).errors ?? [];
  const place = (path: string) =>
    path
      .split('/')
      .slice(1)
      .map((part) => names[part] ?? part)
      .join(', ');
  return (
    <ul className={classes.errors} role="alert">
      {errors.length === 0 && <li>{toProblem(error).detail}</li>}
      {errors.map((one) => (
        <li key={one.place + one.message}>
          {place(one.place)} {one.message}
        </li>
      ))}
    </ul>
  );
}
