import { collectFaults } from '../language/fault.ts';
import { readYaml } from '../language/yaml-tree.ts';
import type { Configuration } from './configuration.ts';
import { readIdentities } from './read-terms.ts';

/** How a `partner.yaml` says that its partner is called in envelopes; nothing where it cannot be read. */
export function identitiesIn(head: string): Configuration['identities'] {
  const faults = collectFaults('partner.yaml');
  const root = readYaml(head, faults);
  const entry = root?.kind === 'map' ? root.entries.find(({ key }) => key === 'identities') : undefined;
  return readIdentities(entry, faults);
}
