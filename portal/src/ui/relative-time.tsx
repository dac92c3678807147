import { Tooltip } from '@mantine/core';
import { absoluteTime, minuteTime, relativeTime, useNow } from '../lib/time.ts';

interface RelativeTimeProps {
  readonly at: string;
  readonly className?: string | undefined;
  /** A heading names the day already: what is long ago needs the time of day only. */
  readonly underDay?: boolean;
}

const underDayAfterMs = 12 * 3_600_000;

/** A moment as people say it; the exact one on hover. */
export function RelativeTime({ at, className, underDay = false }: RelativeTimeProps) {
  const now = useNow();
  const words = underDay && now - Date.parse(at) > underDayAfterMs ? minuteTime(at) : relativeTime(at, now);
  return (
    <Tooltip label={absoluteTime(at)}>
      <time dateTime={at} className={className}>
        {words}
      </time>
    </Tooltip>
  );
}
