import { isAcknowledgement } from '../../domain/configuration/document-key.ts';
import type { Evidence } from '../../domain/journey/evidence.ts';
import type { Stage } from '../../domain/journey/stages.ts';
import type { Standards } from '../../domain/x12/standard/standard.ts';
import type { Tx } from '../../store/database.ts';
import { connectionEvidence } from '../../store/journey/connection.ts';
import { companyFacts } from '../../store/journey/profiles.ts';
import { agreementTexts, signaturesOf } from '../../store/journey/signatures.ts';
import { peopleOf, stageEntries, waiversOf } from '../../store/journey/standings.ts';
import { nameOf, presentAgreement } from './agreement.ts';
import { profileEvidence } from './profile.ts';
import { readers } from './readers.ts';

/** Everything that is known of a partner now. The transaction sees all organisations. */
export async function readEvidence(
  { standards, now }: { readonly standards: Standards; readonly now: () => Date },
  tx: Tx,
  orgId: string,
): Promise<Evidence> {
  const at = now();
  const company = await companyFacts(tx, orgId);
  const present = await presentAgreement(standards, tx, orgId);
  const documents = (present?.configuration.documents ?? [])
    .filter((one) => !isAcknowledgement(one))
    .map(({ set, direction, version, endpoint, channel, mapping }) => ({
      ...{ set, direction, version, endpoint, name: nameOf(standards, set, version), mapping: `mappings/${mapping}` },
      ...(channel !== undefined && { channel }),
    }));
  const noted = (await agreementTexts(tx, orgId)).find(({ hash }) => hash === present?.hash);
  return {
    ...{ partnerId: orgId, at },
    registration: { at: company?.createdAt ?? at, ...(await peopleOf(tx, orgId, at)) },
    profile: await profileEvidence(tx, orgId, present?.configuration),
    agreement: {
      ...{ documents, hash: present?.hash ?? '', signatures: await signaturesOf(tx, orgId) },
      ...(noted && { since: noted.notedAt }),
    },
    connection: await connectionEvidence(tx, orgId, [...new Set(documents.map(({ endpoint }) => endpoint))]),
    certification: await readers.certification(tx, orgId, at, standards),
    mapping: await readers.mapping(tx, orgId, at, standards),
    goLive: await readers.goLive(tx, orgId, at, standards),
    waivers: await waiversOf(tx, orgId),
    history: (await stageEntries(tx, orgId)).map(({ stage, turn, enteredAt, leftAt }) => ({
      ...{ stage: stage as Stage, turn, enteredAt },
      ...(leftAt && { leftAt }),
    })),
  };
}
