import { IconCircleCheck, IconCircleX, IconPoint } from '@tabler/icons-react';
import type { EndpointTest } from '../lib/contract.ts';
import classes from './test-report.module.css';

/** What a test has shown: each step in plain words, and what to do where one fails. */
export function TestReport({
  name,
  report: { works, says, failed },
}: {
  readonly name: string;
  readonly report: EndpointTest;
}) {
  const Mark = works ? IconCircleCheck : IconCircleX;
  const remedyOf = (said: string) => failed.find((step) => step.says === said)?.remedy;
  return (
    <div className={classes.report} data-works={works} role="status" aria-label={`Test of ${name}`}>
      <p className={classes.verdict}>
        <Mark size={16} stroke={1.8} aria-hidden="true" />
        {works ? 'It works' : 'It does not work yet'}
      </p>
      <ol>
        {says.map((one) => {
          const remedy = remedyOf(one);
          const Step = remedy === undefined ? (works ? IconCircleCheck : IconPoint) : IconCircleX;
          return (
            <li key={one} data-failed={remedy !== undefined}>
              <Step size={14} stroke={1.8} aria-hidden="true" />
              <span>
                {one}
                {remedy !== undefined && <span className={classes.remedy}>{remedy}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
