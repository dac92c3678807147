import type { Knex } from 'knex';
import type { Tx } from '../database.ts';
import { toJson } from '../json.ts';

export interface AgreementTextRow {
  readonly hash: string;
  readonly text: Readonly<Record<string, unknown>>;
  readonly number: number;
  readonly notedAt: Date;
  readonly notedBy: string;
}

const textColumns = { hash: 'hash', text: 'text', number: 'number', notedAt: 'noted_at', notedBy: 'noted_by' } as const;

/** Texts of a partner's agreement, the newest first. */
export const agreementTexts = (db: Knex, orgId: string): Promise<readonly AgreementTextRow[]> =>
  db('agreement_text').where({ org_id: orgId }).orderBy('number', 'desc').select<AgreementTextRow[]>(textColumns);

/** Keeps a text under its hash unless it is there. The caller holds the lock of the partner. */
export async function noteAgreementText(
  tx: Tx,
  orgId: string,
  of: { readonly hash: string; readonly text: object; readonly at: Date; readonly by: string },
): Promise<void> {
  const last = await tx('agreement_text').where({ org_id: orgId }).max<{ max: number | null }[]>('number').first();
  await tx('agreement_text')
    .insert({
      ...{ org_id: orgId, hash: of.hash, text: toJson(of.text), number: (last?.max ?? 0) + 1 },
      ...{ noted_at: of.at, noted_by: of.by },
    })
    .onConflict(['org_id', 'hash'])
    .ignore();
}

export interface SignatureRow {
  readonly side: 'partner' | 'team';
  readonly hash: string;
  readonly name: string;
  readonly title: string;
  readonly at: Date;
  readonly actor: string;
}

const columns = { side: 'side', hash: 'hash', name: 'name', title: 'title', at: 'signed_at', actor: 'actor' } as const;

/** Signatures under all texts of a partner, the newest first. */
export const signaturesOf = (db: Knex, orgId: string): Promise<readonly SignatureRow[]> =>
  db('agreement_signature').where({ org_id: orgId }).orderBy('signed_at', 'desc').select<SignatureRow[]>(columns);

export async function insertSignature(
  tx: Tx,
  of: SignatureRow & { readonly id: string; readonly orgId: string; readonly userId: string | null },
): Promise<void> {
  await tx('agreement_signature').insert({
    ...{ id: of.id, org_id: of.orgId, side: of.side, hash: of.hash, name: of.name, title: of.title },
    ...{ signed_at: of.at, user_id: of.userId, actor: of.actor },
  });
}
