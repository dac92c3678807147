import { useSyncExternalStore } from 'react';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const absolute = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
});
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayMinute = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const hourMinute = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayMonthYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

/** Date and time to the second with the viewer's zone. */
export const absoluteTime = (at: string): string => absolute.format(new Date(at));
/** Time of day to the second. */
export const clockTime = (at: string): string => clock.format(new Date(at));
/** Time of day to the minute. */
export const minuteTime = (at: string): string => hourMinute.format(new Date(at));
export const shortDay = (day: string): string => dayMonth.format(new Date(day));
/** Day, month and year. */
export const shortDate = (at: string): string => dayMonthYear.format(new Date(at));

/** `now`, `40 s ago`, `12 min ago`, `5 h ago`, within a day; then date and time. */
export function relativeTime(at: string, nowMs: number): string {
  const then = Date.parse(at);
  const deltaMs = nowMs - then;
  const distanceMs = Math.abs(deltaMs);
  // What has just happened may be ahead of the last tick of a busy browser.
  if (deltaMs > -20 * secondMs && deltaMs < 10 * secondMs) return 'now';
  if (distanceMs >= dayMs) return distanceMs < 300 * dayMs ? dayMinute.format(then) : dayMonthYear.format(then);
  const span = roughSpan(distanceMs);
  return deltaMs >= 0 ? `${span} ago` : `in ${span}`;
}

/** The largest fitting unit: `40 s`, `12 min`, `5 h`, `3 d`. */
export function roughSpan(ms: number): string {
  if (ms < minuteMs) return `${Math.round(ms / secondMs)} s`;
  if (ms < hourMs) return `${Math.floor(ms / minuteMs)} min`;
  if (ms < 2 * dayMs) return `${Math.floor(ms / hourMs)} h`;
  return `${Math.floor(ms / dayMs)} d`;
}

/** How long something took: `84 ms`, `1.2 s`, `4.5 min`, `3 h`. */
export function duration(ms: number): string {
  if (ms < secondMs) return `${Math.round(ms)} ms`;
  if (ms < minuteMs) return `${(ms / secondMs).toFixed(ms < 10 * secondMs ? 1 : 0)} s`;
  if (ms < hourMs) return `${(ms / minuteMs).toFixed(ms < 10 * minuteMs ? 1 : 0)} min`;
  return roughSpan(ms);
}

/** `Today`, `Yesterday`, or the weekday with its date, in the viewer's zone. */
export function dayHeading(at: string, nowMs: number): string {
  const midnight = (ms: number) => new Date(ms).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(nowMs) - midnight(Date.parse(at))) / dayMs);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return weekday.format(new Date(at));
}

let tickAt = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    // Nobody has watched for a while: the last tick may be long ago.
    tickAt = Date.now();
    timer = setInterval(() => {
      tickAt = Date.now();
      for (const each of listeners) each();
    }, 10 * secondMs);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The present in milliseconds, renewed every ten seconds for all who watch. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => tickAt);
}
