import { type Agreed, agreementOf, checkAgreement, identity } from '../domain/agreement.ts';
import { FindingRoom, type ListLimits } from '../domain/finding-list.ts';
import type { Interchange, ParsedDocument } from '../domain/x12/model.ts';
import type { Tx } from '../store/database.ts';
import type { StoredDocument } from '../store/documents.ts';
import { type Claim, claimInterchanges, claimKey } from '../store/interchange-claims.ts';
import type { Terms } from './configuration.ts';
import type { Plain } from './map-plain.ts';

/** A stored document with what was read of it. */
export interface ReadDocument {
  readonly document: StoredDocument;
  readonly reading: ParsedDocument;
  /** What it is where it is no X12; its reading is empty then. */
  readonly plain?: Plain;
}

export interface CheckedDocument extends ReadDocument {
  /** The reading's interchanges with what the agreement says about them. */
  readonly interchanges: readonly Interchange[];
}

const duplicateWindowDays = 365;

/**
 * Checks the interchanges of one partner's documents by what was agreed, and uses up their control numbers. Only a number that would otherwise be
 * accepted is used up: a corrected file may come under the number of the refused one.
 */
export async function checkAgreements(
  tx: Tx,
  readings: readonly ReadDocument[],
  terms: Terms,
  at: Date,
  limits?: ListLimits,
): Promise<readonly CheckedDocument[]> {
  const agreedFor = (document: StoredDocument) => agreementOf(document.environment, terms);
  const wanted: (Claim & { interchange: Interchange })[] = readings.flatMap(({ document, reading }) =>
    reading.interchanges
      .filter((interchange) => checkAgreement(interchange, agreedFor(document)).status !== 'R')
      .map((interchange) => ({
        interchange,
        environment: document.environment,
        sender: identity(interchange.sender),
        receiver: identity(interchange.receiver),
        control: interchange.control,
        documentId: document.id,
      })),
  );
  // The same number twice in one batch: the first in the order of arrival has it.
  const firsts = new Map<string, (typeof wanted)[number]>();
  for (const claim of wanted) if (!firsts.has(claimKey(claim))) firsts.set(claimKey(claim), claim);
  const taken = await claimInterchanges(tx, terms.orgId, [...firsts.values()], at, duplicateWindowDays);
  const duplicateOf = new Map<Interchange, string>();
  for (const claim of wanted) {
    const first = firsts.get(claimKey(claim))!;
    const owner = taken.get(claimKey(claim)) ?? (first === claim ? undefined : first.documentId);
    if (owner) duplicateOf.set(claim.interchange, owner);
  }
  return readings.map((one) => {
    const agreed: Agreed = agreedFor(one.document);
    const listed = new FindingRoom(limits);
    const checkOne = (x: Interchange) => checkAgreement(x, { ...agreed, duplicateOf: duplicateOf.get(x) }, listed);
    const interchanges = one.reading.interchanges.map(checkOne);
    return { ...one, interchanges };
  });
}
