import type { AcknowledgementPolicy } from '../../domain/configuration/configuration.ts';
import { nothingAgreed } from '../../domain/configuration/configuration.ts';
import type { MappedEvent } from '../../domain/events.ts';
import type { Finding } from '../../domain/finding.ts';
import { type FindingTotal, FindingTotals } from '../../domain/finding-list.ts';
import { holdAgainst, readX12 } from '../../domain/translate/read-x12.ts';
import { recognise } from '../../domain/translate/recognise.ts';
import { mappableSets } from '../../domain/translate/translate-set.ts';
import { type Verdict, type VerdictCode, verdictWords } from '../../domain/verdict.ts';
import { acknowledge, acknowledgementNeeds } from '../../domain/x12/acknowledge/acknowledge.ts';
import type { Interchange, ParsedDocument } from '../../domain/x12/model.ts';
import { refusedReading } from '../../domain/x12/read/ceiling.ts';
import type { Tx } from '../../store/database.ts';
import type { StoredDocument } from '../../store/documents.ts';
import type { StoredFindings } from '../../store/read/findings.ts';
import { policyFor } from '../acknowledge.ts';
import { checkAgreements } from '../check-agreements.ts';
import { type Terms, termsOf } from '../configuration.ts';
import type { Context } from '../context.ts';
import { lookUp } from '../look-up.ts';
import { mapPlain, nameOfPlain, type Plain } from '../map-plain.ts';
import { BeyondCeiling, type MappedSets, mapSets } from '../map-sets.ts';
import { markRepeated } from '../mark-repeated.ts';
import { envelopeTime } from '../outbound.ts';

// What would come of a document: the very steps of its translation, and nothing of them is kept. Numbers are claimed as for a document that came, so that one that was
// used before is told, and given back.

/** A document to look at, and whose it would be; nobody's is held against the standard alone. */
export interface Trial {
  readonly orgId?: string;
  readonly bytes: Buffer;
}

export interface TriedAnswer {
  readonly kind: '997' | '999' | 'TA1';
  readonly verdict: Verdict;
  /** `Accepted with errors noted`. */
  readonly words: string;
  readonly text: string;
}

export interface TriedSet {
  readonly code: string;
  readonly control: string;
  readonly status: 'A' | 'E' | 'R';
}

/** What would come of it. */
export interface Tried {
  readonly kind: 'x12' | 'document' | 'events' | 'attachment' | 'unreadable';
  /** Of an agreed document that is no X12. */
  readonly name?: string;
  readonly findings: StoredFindings;
  readonly totals: readonly FindingTotal[];
  readonly sets: readonly TriedSet[];
  /** Interchanges that are refused as a whole. */
  readonly refused: number;
  readonly answers: readonly TriedAnswer[];
  readonly events: readonly MappedEvent[];
}

interface Looked {
  readonly reading: ParsedDocument;
  readonly interchanges: readonly Interchange[];
  readonly plain?: Plain;
  readonly found: MappedSets;
}

const nothingOfX12: ParsedDocument = { interchanges: [], findings: [] };

/** @returns undefined where there is no such organisation */
export async function tryOut(context: Context, { orgId, bytes }: Trial): Promise<Tried | undefined> {
  if (orgId === undefined) return triedOf(context, lookAlone(context, bytes), undefined);
  const terms = await termsOf(context, orgId, 'sandbox');
  if (!terms) return undefined;
  const { catalog, limits } = context;
  const recognised = recognise(bytes, terms.configuration, { limits });
  const plain = recognised.kind === 'x12' ? undefined : recognised;
  const reading = plain ? nothingOfX12 : readX12(bytes, catalog, { limits, guides: terms.configuration.guides });
  try {
    return triedOf(context, await look(context, terms, { bytes, reading, ...(plain && { plain }) }), terms);
  } catch (error) {
    if (!(error instanceof BeyondCeiling)) throw error;
    const refused = refusedReading(reading.interchanges[0], error.finding, bytes.length);
    return triedOf(context, await look(context, terms, { bytes, reading: refused }), terms);
  }
}

/** Without anybody whose it is: the standard and the trade rules, and no events. */
function lookAlone({ catalog, limits, now, newId }: Context, bytes: Buffer): Looked {
  const reading = readX12(bytes, catalog, { limits });
  const interchanges = holdAgainst(reading.interchanges, { guides: [] }, catalog, {
    receivedAt: now(),
    limits: limits.findings,
  });
  const mapped = mapSets(newId(), interchanges, nothingAgreed, newId, new Map());
  const isOurs = ({ code }: Finding) => code !== 'mapping.none';
  const sets = mapped.rows.sets.map((set) => ({ ...set, findings: set.findings.filter(isOurs) }));
  const { groups, interchanges: outer } = mapped.rows;
  const totals = new FindingTotals([...outer, ...groups, ...sets].flatMap(({ findings }) => findings));
  return { reading, interchanges, found: { ...mapped, rows: { ...mapped.rows, sets }, totals } };
}

async function look(
  context: Context,
  terms: Terms,
  { bytes, reading, plain }: { readonly bytes: Buffer; readonly reading: ParsedDocument; readonly plain?: Plain },
): Promise<Looked> {
  const { limits, catalog } = context;
  const { configuration, orgId } = terms;
  const at = context.now();
  const document: StoredDocument = {
    ...{ id: context.newId(), orgId, environment: 'sandbox', channel: 'https', endpointId: null, state: 'received' },
    ...{ seq: 0, receivedAt: at, fileName: null, form: null, bytes },
  };
  const marked = await takenBack(context, async (tx) => {
    const checked = await checkAgreements(tx, [{ document, reading }], terms, at, limits.findings);
    const linted = checked.map((one) => ({
      ...one,
      interchanges: holdAgainst(one.interchanges, configuration, catalog, { receivedAt: at, limits: limits.findings }),
    }));
    return markRepeated(tx, linted, catalog, limits.findings);
  });
  const { interchanges } = marked[0]!;
  if (!plain) {
    const lookups = await lookUp(context, terms, mappableSets(interchanges, configuration));
    const found = mapSets(document.id, interchanges, configuration, context.newId, lookups, limits);
    return { reading, interchanges, found };
  }
  const uses =
    plain.kind === 'document' && plain.read.root
      ? [{ root: plain.read.root, nodes: plain.read.nodes, mapping: plain.mapping }]
      : [];
  const { found, findings } = mapPlain(document, plain, terms, await lookUp(context, terms, uses), limits);
  return { reading: { interchanges: [], findings }, interchanges, plain, found };
}

class TakenBack extends Error {
  override readonly name = 'TakenBack';
}

/** Does something in a transaction of which nothing stays. */
async function takenBack<T>({ db }: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  const done: T[] = [];
  try {
    await db.system.transaction(async (tx) => {
      done.push(await work(tx));
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  return done[0]!;
}

function triedOf(context: Context, { reading, interchanges, plain, found }: Looked, terms: Terms | undefined): Tried {
  const { rows } = found;
  const ordinals = new Map(rows.interchanges.map(({ id, ordinal }) => [id, ordinal]));
  const name = plain?.kind === 'document' ? nameOfPlain(plain) : undefined;
  return {
    kind: kindOf(plain, interchanges),
    ...(name !== undefined && { name }),
    findings: {
      document: reading.findings,
      interchanges: new Map(rows.interchanges.map(({ ordinal, findings }) => [ordinal, findings])),
      groups: new Map(
        rows.groups.map(({ interchange_id, ordinal, findings }) => [
          `${ordinals.get(interchange_id)}/${ordinal}`,
          findings,
        ]),
      ),
      sets: new Map(rows.sets.map(({ start_byte, findings }) => [start_byte, findings])),
    },
    totals: found.totals.with(reading.findings).byCode,
    sets: rows.sets.map(({ code, control, status }) => ({ code, control, status: status as TriedSet['status'] })),
    refused: interchanges.filter(({ status }) => status === 'R').length,
    answers: interchanges.flatMap((one) => answersTo(one, terms ? policyFor(one, terms) : usual, context.now())),
    events: found.events.map(({ mapped }) => mapped),
  };
}

function kindOf(plain: Plain | undefined, interchanges: readonly Interchange[]): Tried['kind'] {
  if (!plain) return interchanges.length > 0 ? 'x12' : 'unreadable';
  return 'finding' in plain ? 'unreadable' : plain.kind;
}

const usual: AcknowledgementPolicy = nothingAgreed.acknowledgement;

/** The acknowledgements of an interchange. Their control numbers begin at 1: the true ones are taken by what is sent. */
function answersTo(interchange: Interchange, policy: AcknowledgementPolicy, at: Date): readonly TriedAnswer[] {
  const needs = acknowledgementNeeds(interchange, policy.ta1);
  if (!needs.ta1 && !needs.functional) return [];
  const { long, time } = envelopeTime(at);
  const { functional, ta1 } = acknowledge(interchange, {
    controlNumbers: {
      interchange: '000000001',
      group: Array.from({ length: needs.groups }, (_, nth) => String(nth + 1)),
      set: '0001',
    },
    ...{ now: { date: long, time }, kind: policy.functional, ta1: policy.ta1, usage: 'T' },
    includeAcceptedSets: policy.includeAcceptedSets,
  });
  const made: TriedAnswer[] = [];
  if (functional) {
    const worst = worstFirst.find((status) => functional.groups.some((group) => group.status === status)) ?? 'A';
    made.push({ kind: functional.kind, ...said(worst), text: textOf(functional.bytes) });
  }
  if (ta1?.bytes) made.push({ kind: 'TA1', ...said(ta1.status), text: textOf(ta1.bytes) });
  return made;
}

const worstFirst = ['R', 'P', 'E', 'A'] as const;
const verdicts = {
  A: 'accepted',
  E: 'accepted-with-errors',
  P: 'partially-accepted',
  R: 'rejected',
} as const satisfies Record<VerdictCode, Verdict>;
const said = (code: VerdictCode) => ({ verdict: verdicts[code], words: verdictWords(code) });
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
