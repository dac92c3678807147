import type { Configuration } from '../../services/domain/configuration/configuration.ts';
import type { InboundMapping } from '../../services/domain/mapping/language/plan.ts';

/** The mapping that reads a document. @throws when there is none */
export function inboundOf({ documents }: Configuration, set: string): InboundMapping {
  const found = documents.find((one) => one.direction === 'inbound' && one.set === set)?.compiled;
  if (found?.direction === 'inbound') return found;
  throw new Error(`There is no mapping for the ${set}.`);
}
