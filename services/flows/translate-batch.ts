import type { Finding } from '../domain/finding.ts';
import { holdAgainst, readX12 } from '../domain/translate/read-x12.ts';
import { recognise } from '../domain/translate/recognise.ts';
import { mappableSets } from '../domain/translate/translate-set.ts';
import type { ParsedDocument } from '../domain/x12/model.ts';
import { refusedReading } from '../domain/x12/read/ceiling.ts';
import type { Environment, StoredDocument } from '../store/documents.ts';
import { lockReceived } from '../store/received-documents.ts';
import { acknowledgeDocuments } from './acknowledge.ts';
import { checkAgreements } from './check-agreements.ts';
import { type Pinned, type Terms, termsOf } from './configuration.ts';
import type { Context } from './context.ts';
import { eventEndpoints } from './endpoint-in-use.ts';
import { linkAnswers } from './link-answers.ts';
import { type LookupUse, lookUp } from './look-up.ts';
import { mapPlain, type Plain } from './map-plain.ts';
import { BeyondCeiling, mapSets } from './map-sets.ts';
import { markRepeated } from './mark-repeated.ts';
import { odooFor } from './odoo-connection.ts';
import { tieFiles } from './proof-of-delivery.ts';
import { record, type Translated } from './record.ts';

/**
 * Translates documents of one partner and environment in one transaction. A document that was translated before is left alone.
 * @param pinned the configuration that they began with; what is in use now unless given.
 */
export async function translateBatch(
  context: Context,
  orgId: string,
  environment: Environment,
  documents: readonly StoredDocument[],
  pinned?: Pinned,
): Promise<void> {
  const terms = await termsOf(context, orgId, environment, pinned);
  if (!terms) throw new Error(`Document ${documents[0]?.id} belongs to no organisation.`);
  const readings = documents.map((document) => ({ document, ...readAs(context, document, terms) }));
  // How many events a document makes, and how large they are, is known at the end only: then all is taken back, and the document refused as a whole.
  for (let refusals = 0; ; refusals += 1) {
    try {
      return await translateReadings(context, terms, readings);
    } catch (error) {
      if (!(error instanceof BeyondCeiling) || refusals >= documents.length) throw error;
      const one = readings.find(({ document }) => document.id === error.documentId)!;
      if (one.plain) one.plain = { kind: 'refused', finding: error.finding };
      else one.reading = refused(one.reading, error.finding, one.document.bytes.length);
    }
  }
}

const refused = ({ interchanges }: ParsedDocument, finding: Finding, size: number): ParsedDocument =>
  refusedReading(interchanges[0], finding, size);

const nothingOfX12: ParsedDocument = { interchanges: [], findings: [] };

/** A document as what it is: X12, or one of the others. */
function readAs(
  { catalog, limits }: Context,
  { bytes, form }: StoredDocument,
  { configuration }: Terms,
): { reading: ParsedDocument; plain?: Plain } {
  const recognised = recognise(bytes, configuration, { form, limits });
  if (recognised.kind === 'x12') return { reading: readX12(bytes, catalog, { limits, guides: configuration.guides }) };
  return { reading: nothingOfX12, plain: recognised };
}

/** What has to be looked up for a document that is no X12. */
const plainUses = (plain: Plain | undefined): readonly LookupUse[] =>
  plain?.kind === 'document' && plain.read.root
    ? [{ root: plain.read.root, nodes: plain.read.nodes, mapping: plain.mapping }]
    : [];

async function translateReadings(
  context: Context,
  terms: Terms,
  readings: readonly { readonly document: StoredDocument; readonly reading: ParsedDocument; readonly plain?: Plain }[],
): Promise<void> {
  const { orgId, environment, configuration } = terms;
  const scope = (await odooFor(context, terms))?.id ?? environment;
  const { limits } = context;
  // Looked up here: inside, each transaction would hold one connection and wait for another.
  const webhooks = await eventEndpoints(context, { orgId, environment });
  const touched = await context.db.system.transaction(async (tx) => {
    const open = await lockReceived(
      tx,
      readings.map(({ document }) => document.id),
    );
    const at = context.now();
    const checked = await checkAgreements(
      tx,
      readings.filter(({ document }) => open.has(document.id)),
      terms,
      at,
      limits.findings,
    );
    const linted = checked.map((one) => ({
      ...one,
      interchanges: holdAgainst(one.interchanges, configuration, context.catalog, {
        receivedAt: one.document.receivedAt,
        limits: limits.findings,
      }),
    }));
    const marked = await markRepeated(tx, linted, context.catalog, limits.findings);
    const uses = marked.flatMap(({ interchanges, plain }): readonly LookupUse[] =>
      plain ? plainUses(plain) : mappableSets(interchanges, configuration),
    );
    const lookups = await lookUp(context, terms, uses);
    const translated: Translated[] = marked.map((one) => {
      const { document, interchanges, plain } = one;
      if (!plain)
        return { ...one, found: mapSets(document.id, interchanges, configuration, context.newId, lookups, limits) };
      const { found, findings } = mapPlain(document, plain, terms, lookups, limits);
      return { ...one, found, reading: { interchanges: [], findings } };
    });
    if (translated.length === 0) return [];
    await record(context, tx, translated, { scope, at, terms, webhooks });
    await tieFiles(tx, terms, translated);
    const answered = await linkAnswers(context, tx, translated, at);
    // Last, because control numbers stay locked until the commit.
    const acknowledgements = await acknowledgeDocuments(context, tx, translated, terms, at);
    return [...open, ...answered, ...acknowledgements];
  });
  if (touched.length > 0) context.wakeRelay();
  for (const id of touched) context.changes.moved(orgId, id);
}
