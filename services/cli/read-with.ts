import type { Configuration } from '../domain/configuration/configuration.ts';
import { holdAgainst, type Rules, readX12 } from '../domain/translate/read-x12.ts';
import type { ParsedDocument } from '../domain/x12/model.ts';

/** A checked X12 document, held against guides and trade rules as the hub does it. */
export function readWith(
  bytes: Uint8Array,
  configuration: Pick<Configuration, 'guides'>,
  rules: Rules,
): ParsedDocument {
  const reading = readX12(bytes, rules, configuration);
  return { ...reading, interchanges: holdAgainst(reading.interchanges, configuration, rules) };
}
