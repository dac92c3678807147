import { IconCircleCheck, IconCircleX, IconPoint } from '@tabler/icons-react';
import type { EndpointTest } from '../lib/contract.ts';
import classes from './test-report.module.css';

/** What a test has shown: each step in plain words, and what to do where one fails. */
export function TestReport({
  name,
  report: { works, says },
}: {
  readonly name: string;
  readonly report: EndpointTest;
}) {
  const Mark = works ? IconCircleCheck : IconCircleX;
  const Step = works ? IconCircleCheck : IconPoint;
  return (
    <div className={classes.report} data-works={works} role="status" aria-label={`Test of ${name}`}>
      <p className={classes.verdict}>
        <Mark size={16} stroke={1.8} aria-hidden="true" />
        {works ? 'It works' : 'It does not work yet'}
      </p>
      <ol>
        {says.map((one) => (
          <li key={one}>
            <Step size={14} stroke={1.8} aria-hidden="true" />
            <span>{one}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
