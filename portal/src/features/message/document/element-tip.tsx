import { Tooltip } from '@mantine/core';
import { type RefObject, useEffect, useState } from 'react';
import type { AnnotatedSegment } from '../../../lib/contract.ts';
import classes from './element-tip.module.css';
import { isSegment, placeName } from './place-name.ts';

interface ElementTipProps {
  readonly root: RefObject<HTMLElement | null>;
  readonly segments: readonly AnnotatedSegment[];
}

/** One tip for the whole document, which follows pointer and focus: thousands of tips would be slow. */
export function ElementTip({ root, segments }: ElementTipProps) {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const grid = root.current;
    if (grid === null) return;
    const point = (event: Event) => setTarget((event.target as HTMLElement).closest<HTMLElement>('[data-segment]'));
    const leave = () => setTarget(null);
    grid.addEventListener('pointerover', point);
    grid.addEventListener('pointerleave', leave);
    grid.addEventListener('focusin', point);
    grid.addEventListener('focusout', leave);
    return () => {
      grid.removeEventListener('pointerover', point);
      grid.removeEventListener('pointerleave', leave);
      grid.removeEventListener('focusin', point);
      grid.removeEventListener('focusout', leave);
    };
  }, [root]);
  const index = Number(target?.dataset.segment);
  const segment = segments.find((each) => each.index === index);
  if (target === null || segment === undefined) return null;
  const element = segment.elements.find((each) => each.position === Number(target.dataset.element));
  return (
    <Tooltip
      key={`${index}.${element?.position ?? 0}`}
      target={target}
      opened
      multiline
      position="top-start"
      label={
        element === undefined ? (
          <div className={classes.tip}>
            <b>{segment.name ?? (isSegment(segment) ? 'Segment without a name here' : 'Value')}</b>
            <span>
              {segment.id}
              {segment.loop !== undefined && ` · loop ${segment.loop}`} · bytes {segment.start}–{segment.end}
            </span>
          </div>
        ) : (
          <div className={classes.tip}>
            <b>{element.name ?? 'Element without a name here'}</b>
            {element.meaning !== undefined && (
              <i>
                {element.value} = {element.meaning}
              </i>
            )}
            <span>
              {placeName(segment, element)}
              {element.reference !== undefined && ` · element ${element.reference}`} · bytes {element.start}–
              {element.end}
            </span>
          </div>
        )
      }
    />
  );
}
