import type { Evidence } from '../../domain/journey/evidence.ts';
import { noCertification, noMappings } from '../../domain/journey/evidence.ts';
import type { RequirementKindName } from '../../domain/journey/requirements.ts';
import type { Standards } from '../../domain/x12/standard/standard.ts';
import type { Tx } from '../../store/database.ts';
import { endpointsOf } from '../../store/endpoints.ts';
import { draftOf } from '../../store/releases.ts';
import { compiledOf } from './compose.ts';
import { goLiveStanding } from './standing.ts';

/**
 * What a go-live asks for: the kinds of the journey whose evidence this hub reads. Those of an area that has no reader yet are left out, and so are not shown as met.
 */
export const askedKinds: readonly RequirementKindName[] = [
  'registered.person',
  'agreement.documents',
  'connection.works',
  'document.parallel-run',
];

/** What is known of a partner now, as far as somebody reads it. The transaction sees all organisations. */
export async function readEvidence(
  { standards, now }: { readonly standards: Standards; readonly now: () => Date },
  tx: Tx,
  orgId: string,
): Promise<Evidence> {
  const at = now();
  const draft = await draftOf(tx, orgId);
  const configured = draft === undefined ? [] : (await compiledOf(standards, tx, orgId, draft)).configuration.documents;
  const documents = configured.map(({ set, direction, version, endpoint, mapping }) => ({
    ...{ set, direction, version, endpoint, name: set, mapping: `mappings/${mapping}` },
  }));
  const [people] = await tx('membership as m')
    .join('app_user as u', 'u.id', 'm.user_id')
    .where({ 'm.org_id': orgId, 'u.disabled_at': null })
    .select<{ count: number; first: Date | null }[]>(
      tx.raw('count(*)::int as count'),
      tx.raw('min(u.created_at) as first'),
    );
  const sandbox = await endpointsOf(tx, { orgId, environment: 'sandbox' });
  const names = [...new Set(documents.map(({ endpoint }) => endpoint))];
  const exchanged = new Set(
    await tx('document').where({ org_id: orgId, environment: 'sandbox' }).distinct().pluck<string[]>('channel'),
  );
  return {
    ...{ partnerId: orgId, at, waivers: [], history: [], certification: noCertification, mapping: noMappings },
    registration: {
      ...{ at, people: people?.count ?? 0, invited: 0 },
      ...(people?.first && { firstPersonAt: people.first }),
    },
    profile: { revision: 0, lacks: [] },
    agreement: { documents, hash: '', signatures: [] },
    connection: {
      endpoints: names.map((name) => {
        const found = sandbox.find((one) => one.name === name);
        if (!found) return { name, passed: false };
        const { id, channel, lastSuccessAt, lastError } = found;
        return {
          ...{ name, id, channel, passed: lastSuccessAt !== null || exchanged.has(channel) },
          ...(lastSuccessAt && { testedAt: lastSuccessAt }),
          ...(lastError !== null && { why: lastError }),
        };
      }),
    },
    goLive: await goLiveStanding(tx, orgId, at, standards),
  };
}
