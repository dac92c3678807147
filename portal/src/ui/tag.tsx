import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import classes from './tag.module.css';

export type Tone = 'green' | 'amber' | 'red' | 'slate' | 'violet' | 'accent';

interface TagProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  /** `soft` is filled; `plain` is a dot and words, for dense lists. */
  readonly look?: 'soft' | 'plain';
  readonly busy?: boolean;
  readonly title?: string;
}

/** A state in a word: coloured dot and text, so that colour is never the only sign. */
export function Tag({ tone, children, look = 'soft', busy = false, title }: TagProps) {
  return (
    <span className={cx(classes.tag, classes[look], classes[tone])} title={title}>
      <span className={cx(classes.dot, busy && classes.busy)} aria-hidden="true" />
      {children}
    </span>
  );
}
