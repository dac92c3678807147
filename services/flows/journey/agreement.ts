import { hash } from 'node:crypto';
import type { Configuration } from '../../domain/configuration/configuration.ts';
import { CodedError } from '../../domain/errors.ts';
import { allowedText } from '../../domain/guide/deviation-text.ts';
import {
  type AgreedLine,
  type AgreementText,
  canonicalJson,
  controlNumberDays,
  type Deviation,
  type Difference,
  differences,
} from '../../domain/journey/agreement-text.ts';
import type { Standards } from '../../domain/x12/standard/standard.ts';
import { configurationFiles, textsOf } from '../../store/configurations.ts';
import type { Tx } from '../../store/database.ts';
import { endpointsOf } from '../../store/endpoints.ts';
import {
  type AgreementTextRow,
  agreementTexts,
  type SignatureRow,
  signaturesOf,
} from '../../store/journey/signatures.ts';
import { companyOf, organizationName } from '../../store/partners.ts';
import { draftOf } from '../../store/releases.ts';
import { compileOnce } from '../compile-once.ts';
import { setNameOf } from '../onboarding/templates.ts';

/** What may be signed now. */
export interface PresentAgreement {
  readonly text: AgreementText;
  /** SHA-256 over the text, in hex. */
  readonly hash: string;
  readonly configuration: Configuration;
}

const retention =
  'Documents, events and the audit trail are kept; nothing is deleted by itself. When the exchange ends, keys and certificates are revoked and the records stay.';

/** The agreement as the draft says it; undefined where there is no draft. */
export async function presentAgreement(
  standards: Standards,
  tx: Tx,
  orgId: string,
): Promise<PresentAgreement | undefined> {
  const draft = await draftOf(tx, orgId);
  if (draft === undefined) return undefined;
  const files = await configurationFiles(tx, orgId, draft);
  const configuration = await compileOnce(standards, draft, () => files);
  const texts = textsOf(files);
  const endpoints = await endpointsOf(tx, { orgId });
  // An endpoint may be there in one environment before the other.
  const channelOf = (name: string) =>
    (
      endpoints.find((one) => one.name === name && one.environment === 'production') ??
      endpoints.find((one) => one.name === name)
    )?.channel;
  const text: AgreementText = {
    format: 1,
    company: (await companyOf(tx))?.name ?? '',
    partner: await organizationName(tx, orgId),
    documents: configuration.documents.map(
      ({ set, direction, version, endpoint, channel, acknowledgement, sla, resend }): AgreedLine => ({
        ...{ direction, set, version, name: nameOf(standards, set, version), endpoint },
        // Setting up what was agreed changes nothing of what was signed.
        channel: channelOf(endpoint) ?? channel ?? '',
        guides: guidesOf(configuration, texts, set),
        ...{ acknowledgement, sla, resend },
      }),
    ),
    deviations: deviationsOf(configuration),
    controlNumberDays,
    retention,
  };
  return { text, hash: hashOf(text), configuration };
}

export const hashOf = (text: object): string => hash('sha256', canonicalJson(text), 'hex');

export function nameOf(standards: Standards, set: string, version: string): string {
  const name = setNameOf(standards, set, version);
  return name === set ? set : `${set} ${name}`;
}

function guidesOf({ guides }: Configuration, texts: ReadonlyMap<string, string>, set: string): readonly string[] {
  return guides
    .filter((guide) => guide.set === set)
    .map(({ reference }) => `${reference} ${hash('sha256', texts.get(`${reference}.yaml`) ?? '', 'hex').slice(0, 12)}`);
}

/** What the guides allow against the standard; one that holds in several versions of a set stands once. */
function deviationsOf({ guides }: Configuration): readonly Deviation[] {
  const all = guides.flatMap(({ reference: guide, deviations }) =>
    deviations.map((one): Deviation => {
      const { place, name, reason } = one;
      return { guide, place, what: `${name}: ${allowedText(one)}`, reason };
    }),
  );
  return [...new Map(all.map((one) => [canonicalJson(one), one])).values()];
}

export interface AgreementVersion extends AgreementTextRow {
  readonly signatures: readonly SignatureRow[];
  /** What it says differently from the version before it. */
  readonly differences: readonly Difference[];
}

export interface AgreementView {
  readonly text: AgreementText;
  readonly hash: string;
  /** Of the text as it is now. */
  readonly signatures: readonly SignatureRow[];
  /** What each side signed last, where that is another text, with what differs. */
  readonly signedBefore: readonly (SignatureRow & { readonly differences: readonly Difference[] })[];
  /** Texts that were there, the newest first. */
  readonly versions: readonly AgreementVersion[];
}

/** The agreement with its signatures and history. @throws CodedError `http.conflict` where the partner has no draft */
export async function readAgreement(standards: Standards, tx: Tx, orgId: string): Promise<AgreementView> {
  const present = await presentAgreement(standards, tx, orgId);
  if (!present) throw new CodedError('http.conflict', { detail: 'Nothing is agreed with this partner yet.' });
  const [signed, rows] = [await signaturesOf(tx, orgId), await agreementTexts(tx, orgId)];
  const textOf = (one: { readonly hash: string }) =>
    rows.find(({ hash: of }) => of === one.hash)?.text as AgreementText | undefined;
  return {
    ...{ text: present.text, hash: present.hash },
    signatures: signed.filter((one) => one.hash === present.hash),
    signedBefore: (['partner', 'team'] as const).flatMap((side) => {
      const last = signed.find((one) => one.side === side);
      const text = last && textOf(last);
      if (!last || !text || last.hash === present.hash) return [];
      return [{ ...last, differences: differences(text, present.text) }];
    }),
    versions: rows.map((row, nth) => {
      const former = rows[nth + 1]?.text as AgreementText | undefined;
      return {
        ...row,
        signatures: signed.filter((one) => one.hash === row.hash),
        differences: former ? differences(former, row.text as unknown as AgreementText) : [],
      };
    }),
  };
}

/** A text that is or was agreed, with its signatures. @throws CodedError `http.not-found` */
export async function agreementNamed(
  standards: Standards,
  tx: Tx,
  orgId: string,
  wanted?: string,
): Promise<{ readonly text: AgreementText; readonly hash: string; readonly signatures: readonly SignatureRow[] }> {
  const { text, hash, signatures, versions } = await readAgreement(standards, tx, orgId);
  if (wanted === undefined || wanted === hash) return { text, hash, signatures };
  const found = versions.find((one) => one.hash === wanted);
  if (!found) throw new CodedError('http.not-found', { detail: 'The agreement never had this text.' });
  return { text: found.text as unknown as AgreementText, hash: found.hash, signatures: found.signatures };
}
