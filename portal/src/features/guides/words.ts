import type { PreviewedGuide } from './guides-query.ts';

type Origin = PreviewedGuide['notes'][number]['origin'];

/** Where something stands in the uploaded file. */
export function originText(origin: Origin): string {
  if (origin?.cell !== undefined) return `cell ${origin.cell}`;
  return origin?.line === undefined ? '' : `line ${origin.line}`;
}

/** Sizes as people say them. */
export const sizeText = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 * 1024
      ? `${Math.round(bytes / 1024)} KB`
      : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
