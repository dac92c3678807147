import { hash } from 'node:crypto';
import { certifies } from '../../domain/certification/certified-documents.ts';
import type { Packs, Scenario } from '../../domain/certification/scenario.ts';
import type { Configuration, ConfiguredDocument } from '../../domain/configuration/configuration.ts';
import { documentKeyText, isAcknowledgement } from '../../domain/configuration/document-key.ts';
import type { Standards } from '../../domain/x12/standard/standard.ts';
import { scenarioPacks } from '../../library/scenario-packs.ts';
import { configurationFiles, manifestNamed } from '../../store/configurations.ts';
import type { Tx } from '../../store/database.ts';
import { type EndpointRow, endpointsOf } from '../../store/endpoints.ts';
import { inUseOf } from '../../store/releases.ts';
import { compileOnce } from '../compile-once.ts';
import { softwareVersion } from './software.ts';

/** The part of the context that reads what is certified. */
export interface WithStandards {
  readonly catalog: { readonly standards: Standards };
}

/** What a partner certifies at present: what its sandbox runs, and where. */
export interface Certified {
  readonly packs: Packs;
  readonly configuration: Configuration;
  /** Hashes of its files by path. */
  readonly manifest: Readonly<Record<string, string>>;
  readonly endpoints: readonly EndpointRow[];
}

/** What the sandbox of a partner runs; undefined where nothing is agreed with it. */
export async function certifiedOf({ catalog }: WithStandards, tx: Tx, orgId: string): Promise<Certified | undefined> {
  const sandbox = (await inUseOf(tx, orgId)).find(({ environment }) => environment === 'sandbox');
  if (!sandbox) return undefined;
  const { hash: name } = sandbox;
  const [manifest, configuration, endpoints] = [
    await manifestNamed(tx, orgId, name),
    await compileOnce(catalog.standards, name, () => configurationFiles(tx, orgId, name)),
    await endpointsOf(tx, { orgId, environment: 'sandbox' }),
  ];
  return { packs: scenarioPacks(), configuration, manifest, endpoints };
}

/** The agreed documents that a scenario certifies. */
export const documentsOf = (scenario: Scenario, { configuration }: Certified): readonly ConfiguredDocument[] =>
  configuration.documents.filter((document) => certifies(scenario, document));

export const keysOf = (scenario: Scenario, certified: Certified): readonly string[] =>
  documentsOf(scenario, certified).map(documentKeyText);

const sha = (value: unknown): string => hash('sha256', JSON.stringify(value), 'hex');

const scenarioHashes = new WeakMap<Scenario, string>();
const scenarioHash = (scenario: Scenario): string => {
  const known = scenarioHashes.get(scenario) ?? sha(scenario);
  scenarioHashes.set(scenario, known);
  return known;
};

/** Hashes of all that a run of a scenario depends on, by what they are of: a change of one reopens the scenario, and no other. */
export function dependenciesOf(scenario: Scenario, certified: Certified): Readonly<Record<string, string>> {
  const { configuration, manifest, endpoints } = certified;
  const own = documentsOf(scenario, certified);
  const readsAcknowledgements = scenario.frames.some(({ by, does }) => by === 'partner' && does === 'acknowledges');
  const others = readsAcknowledgements
    ? configuration.documents.filter((one) => one.direction === 'inbound' && isAcknowledgement(one))
    : [];
  const found: Record<string, string> = { scenario: scenarioHash(scenario), software: softwareVersion() };
  for (const document of new Set([...own, ...others])) {
    const { set, direction, version, mapping, guide, compiled, ...terms } = document;
    found[`terms of ${documentKeyText(document)}`] = sha({ set, direction, version, ...terms });
    for (const path of [`mappings/${mapping}`, ...guidePaths(document, manifest), 'tables.yaml', 'lookups.yaml'])
      if (manifest[path] !== undefined) found[path] = manifest[path];
    const endpoint = endpoints.find(({ name }) => name === document.endpoint);
    found[`channel ${document.endpoint}`] = endpoint
      ? sha([endpoint.channel, endpoint.settings, endpoint.secretsSince])
      : 'none';
  }
  return found;
}

/** The guides of a set: the one that is named, or all of them. */
function guidePaths({ set, guide }: ConfiguredDocument, manifest: Certified['manifest']): readonly string[] {
  const paths = Object.keys(manifest).filter((path) => path.startsWith('guides/'));
  if (guide !== undefined) return paths.filter((path) => path === `guides/${guide}`);
  return paths.filter((path) => path.split('/').at(-1)!.startsWith(set));
}
