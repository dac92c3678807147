import {
  type Bundle,
  type BundledCertificate,
  type BundledEndpoint,
  bundleOf,
  type CrossReference,
} from '../../domain/go-live/bundle.ts';
import type { Tx } from '../../store/database.ts';
import { endpointsOf, findEndpoint, type SealedEndpoint } from '../../store/endpoints.ts';
import type { Promotion } from '../../store/go-live/requests.ts';
import { hubKeys } from '../../store/hub-keys.ts';
import { organizationName } from '../../store/partners.ts';
import type { Compiled } from './compose.ts';
import { sha256 } from './sha256.ts';

/** An endpoint as it will be in production: what is there, or that of the sandbox with what is another one in production. */
export interface PlannedEndpoint {
  readonly name: string;
  readonly channel: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Of the sandbox, where production has none yet. */
  readonly promotes?: SealedEndpoint;
}

/** @returns those that the documents of a configuration name; the names of what neither environment has */
export async function plannedEndpoints(
  tx: Tx,
  orgId: string,
  { configuration }: Compiled,
  promotion: Promotion,
): Promise<{ readonly endpoints: readonly PlannedEndpoint[]; readonly missing: readonly string[] }> {
  const names = [...new Set(configuration.documents.map(({ endpoint }) => endpoint))].sort();
  const rows = await endpointsOf(tx, { orgId });
  const endpoints: PlannedEndpoint[] = [];
  const missing: string[] = [];
  for (const name of names) {
    const there = rows.find((row) => row.name === name && row.environment === 'production');
    const tried = rows.find((row) => row.name === name && row.environment === 'sandbox');
    const found = await findEndpoint(tx, (there ?? tried)?.id ?? '00000000-0000-0000-0000-000000000000');
    if (!found) missing.push(name);
    else if (there) endpoints.push({ name, channel: found.channel, settings: found.settings, secrets: found.secrets });
    else {
      const other = promotion[name];
      endpoints.push({
        ...{ name, channel: found.channel, promotes: found },
        settings: { ...found.settings, ...other?.settings },
        secrets: { ...found.secrets, ...other?.secrets },
      });
    }
  }
  return { endpoints, missing };
}

// Of sealed text: it is another one whenever the secret was set anew, and tells nothing of what it holds.
const fingerprint = (sealed: string): string => sha256(sealed).slice(0, 16);

const bundledEndpoint = ({ name, channel, settings, secrets, promotes }: PlannedEndpoint): BundledEndpoint => ({
  ...{ name, channel, settings, isPromoted: promotes !== undefined },
  secrets: Object.fromEntries(Object.entries(secrets).map(([one, sealed]) => [one, fingerprint(sealed)])),
});

/** Settings that hold certificates and public keys. */
const certificateSettings = ['certificates', 'hostKey', 'hostKeys', 'keys'] as const;

function certificatesIn({ name, settings }: PlannedEndpoint): readonly BundledCertificate[] {
  return certificateSettings.flatMap((setting) => {
    const value = settings[setting];
    return typeof value === 'string' && value !== '' ? [{ of: `${name}: ${setting}`, fingerprint: sha256(value) }] : [];
  });
}

async function ownCertificates(tx: Tx): Promise<readonly BundledCertificate[]> {
  const keys = await hubKeys(tx, 'as2');
  return keys
    .filter(({ state }) => state === 'current')
    .map(({ publicPart }) => ({ of: 'the hub: as2', fingerprint: sha256(publicPart) }));
}

async function crossReferencesOf(tx: Tx, orgId: string): Promise<readonly CrossReference[]> {
  return tx('cross_reference')
    .where({ org_id: orgId })
    .groupBy('name')
    .orderBy('name')
    .select<CrossReference[]>(
      'name',
      tx.raw('count(*)::int as entries'),
      tx.raw(
        `encode(sha256(convert_to(string_agg(key || chr(31) || value, chr(30) order by key), 'utf8')), 'hex') as hash`,
      ),
    );
}

/** The bundle that a configuration would be in production now. */
export async function bundleNow(
  tx: Tx,
  orgId: string,
  compiled: Compiled,
  endpoints: readonly PlannedEndpoint[],
): Promise<Bundle> {
  const usesAs2 = endpoints.some(({ channel }) => channel === 'as2');
  return bundleOf(sha256, {
    ...compiled,
    partner: await organizationName(tx, orgId),
    endpoints: endpoints.map(bundledEndpoint),
    certificates: [...endpoints.flatMap(certificatesIn), ...(usesAs2 ? await ownCertificates(tx) : [])],
    crossReferences: await crossReferencesOf(tx, orgId),
  });
}
