import { Tooltip } from '@mantine/core';
import type { Partner } from '../../lib/contract.ts';
import { shortDay } from '../../lib/time.ts';
import classes from './daily-bars.module.css';

type Day = Partner['daily'][number];

function height(part: number, most: number): string {
  // A day with one document still shows.
  return part === 0 ? '0' : `max(3px, ${(part / most) * 100}%)`;
}

function DayBars({ day, most, labelled }: { readonly day: Day; readonly most: number; readonly labelled: boolean }) {
  const words = `${shortDay(day.day)}: ${day.received} received, ${day.sent} sent${day.attention > 0 ? `, ${day.attention} need attention` : ''}`;
  return (
    <Tooltip label={words}>
      <li className={classes.day}>
        <span className="visually-hidden">{words}</span>
        <span className={classes.bars} aria-hidden="true">
          <span data-way="in" style={{ height: height(day.received, most) }} />
          <span data-way="out" style={{ height: height(day.sent, most) }} />
          {day.attention > 0 && <i />}
        </span>
        <span className={classes.label} aria-hidden="true">
          {labelled ? shortDay(day.day) : ''}
        </span>
      </li>
    </Tooltip>
  );
}

/** The traffic of each of the last fourteen days: received beside sent, a dot where somebody had to look. */
export function DailyBars({ daily }: { readonly daily: readonly Day[] }) {
  const most = Math.max(1, ...daily.flatMap((day) => [day.received, day.sent]));
  return (
    <div className={classes.chart}>
      <div className={classes.legend} aria-hidden="true">
        <span data-way="in">Received</span>
        <span data-way="out">Sent</span>
        <span data-way="attention">Needed attention</span>
      </div>
      <ol className={classes.days} aria-label="Documents by day">
        {daily.map((day, index) => (
          <DayBars key={day.day} day={day} most={most} labelled={(daily.length - 1 - index) % 3 === 0} />
        ))}
      </ol>
    </div>
  );
}
