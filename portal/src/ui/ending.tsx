import { Tooltip } from '@mantine/core';
import { endingOf } from '../lib/ending.ts';
import { absoluteTime, shortDate, useNow } from '../lib/time.ts';
import classes from './ending.module.css';
import { Tag } from './tag.tsx';

const tones = { over: 'red', soon: 'amber', far: 'slate' } as const;

/** When something ends by itself, and how many days are left. */
export function Ending({ at }: { readonly at: string }) {
  const { state, words } = endingOf(at, useNow());
  return (
    <Tooltip label={absoluteTime(at)}>
      <time dateTime={at} className={classes.ending}>
        {shortDate(at)}
        <Tag tone={tones[state]} look={state === 'far' ? 'plain' : 'soft'}>
          {words}
        </Tag>
      </time>
    </Tooltip>
  );
}
