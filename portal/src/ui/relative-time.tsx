import { Tooltip } from '@mantine/core';
import { absoluteTime, relativeTime, useNow } from '../lib/time.ts';

/** A moment as people say it; the exact one on hover. */
export function RelativeTime({ at, className }: { readonly at: string; readonly className?: string | undefined }) {
  const now = useNow();
  return (
    <Tooltip label={absoluteTime(at)}>
      <time dateTime={at} className={className}>
        {relativeTime(at, now)}
      </time>
    </Tooltip>
  );
}
