import type { CSSProperties } from 'react';

/** Hands a nesting depth to the style sheet as `--depth`. */
export function depthStyle(depth = 0): CSSProperties {
  return { '--depth': depth } as CSSProperties;
}
