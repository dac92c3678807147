import { readEventData } from '../domain/translate/render-data.ts';
import { UsageError } from './command-input.ts';

/** The data of an event in a JSON file: the whole event, or its `data` alone. @throws UsageError when it is neither. */
export function eventData(bytes: Uint8Array, file: string): Record<string, unknown> {
  const data = readEventData(bytes);
  if (typeof data === 'string') throw new UsageError(`${file} is no event: ${data}`);
  return data;
}
