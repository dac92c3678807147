import type { components } from '../../../specs/generated/openapi.ts';
import type { Tx } from '../database.ts';
import { candidatesOf, inUseOf, releasesOf } from '../releases.ts';

/** Releases of a partner, the newest first, with its candidates and its draft. */
/** @param approvals how many people approve a go-live; 0 where releases are made without */
export async function releaseView(
  tx: Tx,
  orgId: string,
  approvals: number,
): Promise<components['schemas']['Releases']> {
  const [releases, candidates, inUse] = [
    await releasesOf(tx, orgId),
    await candidatesOf(tx, orgId),
    await inUseOf(tx, orgId),
  ];
  const draft = await tx('draft')
    .where({ org_id: orgId })
    .first<{ hash: string; updated_at: Date; updated_by: string } | undefined>('hash', 'updated_at', 'updated_by');
  const of = (wanted: 'sandbox' | 'production') => inUse.find(({ environment }) => environment === wanted);
  const [sandbox, production] = [of('sandbox'), of('production')];
  return {
    approvals,
    ...(draft && {
      draft: {
        ...{ configuration: draft.hash, at: draft.updated_at.toISOString(), by: draft.updated_by },
        released: releases[0]?.hash === draft.hash,
      },
    }),
    ...(sandbox && { sandbox: sandbox.candidate ?? 'draft' }),
    candidates: candidates.map(({ name, hash, createdAt, createdBy }) => ({
      ...{ name, configuration: hash, at: createdAt.toISOString(), by: createdBy },
    })),
    releases: releases.map(({ id, number, hash, note, createdAt, createdBy }) => ({
      ...{ number, configuration: hash, note, at: createdAt.toISOString(), by: createdBy },
      inUse: production?.releaseId === id,
    })),
  };
}
