import { compileConfiguration } from '../domain/configuration/compile.ts';
import type { Configuration } from '../domain/configuration/configuration.ts';
import { faultText, type MappingFault } from '../domain/language/fault.ts';
import type { Standards } from '../domain/x12/standard/standard.ts';
import { type ConfigurationFiles, textsOf } from '../store/configurations.ts';

/** A configuration that cannot be used, with every fault. */
export class UnusableConfiguration extends Error {
  readonly faults: readonly MappingFault[];

  constructor(faults: readonly MappingFault[]) {
    super(`The configuration cannot be used:\n${faults.map((fault) => `  ${faultText(fault)}`).join('\n')}`);
    this.faults = faults;
  }
}

// As many as are kept; those that were not used for longest go first.
const kept = 256;
const compiled = new WeakMap<Standards, Map<string, Promise<Configuration>>>();

/** The configuration of a hash, compiled once for the standards: the same files always make the same. @throws UnusableConfiguration */
export function compileOnce(
  standards: Standards,
  hash: string,
  filesOf: () => ConfigurationFiles | Promise<ConfigurationFiles>,
): Promise<Configuration> {
  const known = compiled.get(standards) ?? new Map<string, Promise<Configuration>>();
  compiled.set(standards, known);
  const found = known.get(hash) ?? compile(standards, hash, filesOf);
  known.delete(hash);
  known.set(hash, found);
  found.catch(() => known.delete(hash));
  const [oldest] = known.keys();
  if (known.size > kept && oldest !== undefined) known.delete(oldest);
  return found;
}

async function compile(
  standards: Standards,
  hash: string,
  filesOf: () => ConfigurationFiles | Promise<ConfigurationFiles>,
): Promise<Configuration> {
  const { configuration, faults } = compileConfiguration(textsOf(await filesOf()), { standards, hash });
  if (configuration) return configuration;
  throw new UnusableConfiguration(faults);
}
