import type { CanonicalEvent } from '../../domain/events.ts';
import { asMilestone, type MilestoneLike } from '../../domain/shipment-facts.ts';
import { OdooError } from '../error.ts';
import { halving, saveMany } from '../many.ts';
import { attachEachOnce, attachedAmong } from './attachments.ts';
import type { ActionContext, Outcome, Together } from './contract.ts';
import { findShipments } from './find-shipment.ts';
import { pointing, proofOf, proofWrite, readBack, readMilestone } from './note-milestone.ts';
import { leaveNotes, markersOnEach } from './notes.ts';
import { type PickingHead, pickingHeads } from './pickings.ts';

// Characters of base64: fifty of them are a request that any proxy lets through.
const largestProof = 256 * 1024;

interface Milestone {
  readonly at: number;
  readonly event: CanonicalEvent<'shipment.milestone.v1'>;
  readonly picking: PickingHead;
  readonly read: ReturnType<typeof readMilestone>;
}

/**
 * 214s of one carrier: fields, proofs of delivery and notes of as many transfers, in five to eight calls. What asks for a person, and a number that Odoo has no field
 * for, goes alone.
 */
export const noteTogether: Together<'shipment.milestone.v1'> = async (events, context) => {
  const outcomes: Outcome[] = events.map(() => undefined);
  const { noteSubtype } = context.capabilities;
  if (noteSubtype === undefined) return outcomes;
  const { fresh, known } = await milestonesOf(events, context);
  const papers = known.flatMap((one) => {
    const file = proofOf(one.event.data, one.picking);
    return file ? [{ one, pickingId: one.picking.id, file }] : [];
  });
  const there = await attachedAmong(context.client, papers);
  const late = new Set(papers.filter((_, nth) => there[nth] === undefined).map(({ one }) => one));
  for (const one of known) {
    const { at, picking, read } = one;
    if (late.has(one) || read.signsLate) continue;
    outcomes[at] = { outcome: 'already-applied', ...readBack(picking, picking, read.target, read.text, read.needed) };
  }
  const left = new Set(fresh);
  try {
    await noteAll(fresh, noteSubtype, context, (one, outcome) => {
      left.delete(one);
      outcomes[one.at] = outcome;
    });
  } catch (error) {
    if (!(error instanceof OdooError)) throw error;
    for (const { at } of left) outcomes[at] = error;
  }
  return outcomes;
};

/** The same of the other events that tell such facts. */
export const noteLikeTogether =
  <T extends MilestoneLike>(type: T): Together<T> =>
  async (events, context) => {
    const told = events.map((event) => asMilestone(event as unknown as CanonicalEvent<MilestoneLike>));
    const outcomes = await noteTogether(told, context);
    return outcomes.map((one) => (one && 'writes' in one ? pointing(type, one) : one));
  };

/** The milestones whose transfers are known, one of each transfer, by whether they are noted already. */
async function milestonesOf(
  events: readonly CanonicalEvent<'shipment.milestone.v1'>[],
  context: ActionContext,
): Promise<{ fresh: readonly Milestone[]; known: readonly Milestone[] }> {
  const found = await findShipments(
    events.map(({ data }) => data),
    context,
  );
  const ids = [...new Set(found.flatMap((picking) => picking?.id ?? []))];
  const markers = await markersOnEach(context.client, ids, 'milestone');
  const spoken = new Set<number>();
  const all = events.flatMap((event, at): Milestone[] => {
    const picking = found[at];
    if (!picking || spoken.has(picking.id)) return [];
    spoken.add(picking.id);
    const read = readMilestone(event, picking, markers.get(picking.id) ?? []);
    const goesAlone =
      read.needed ||
      // A file that lies in the hub is fetched for one at a time.
      event.data.proofOfDelivery?.documentId !== undefined ||
      (event.data.carrierReference && !context.capabilities.delivery) ||
      (event.data.proofOfDelivery?.content?.length ?? 0) > largestProof;
    return goesAlone ? [] : [{ at, event, picking, read }];
  });
  return { fresh: all.filter(({ read }) => !read.isKnown), known: all.filter(({ read }) => read.isKnown) };
}

async function noteAll(
  all: readonly Milestone[],
  subtypeId: number,
  context: ActionContext,
  settle: (one: Milestone, outcome: Outcome) => void,
): Promise<void> {
  const { client, capabilities } = context;
  const refused = new Set<Milestone>();
  // What Odoo refuses goes alone: there it is tried field by field.
  const refuse = (one: Milestone) => {
    refused.add(one);
    settle(one, undefined);
  };
  const writing = all.filter(({ read }) => Object.keys(read.values).length > 0);
  const write = async (some: readonly Milestone[]) => {
    const rows = some.map(({ picking: { id }, read: { values } }) => ({ id, values }));
    await saveMany(client, 'stock.picking', rows, { fields: [], hasSaveMulti: capabilities.saveMulti });
  };
  await halving(writing, write, refuse);
  const proofs = new Map<Milestone, { readonly id: number; readonly name: string }>();
  const attach = async (some: readonly Milestone[]) => {
    const files = some.map(({ event: { data }, picking }) => ({
      pickingId: picking.id,
      file: proofOf(data, picking)!,
    }));
    const ids = await attachEachOnce(client, files);
    for (const [at, one] of some.entries()) proofs.set(one, { id: ids[at]!, name: files[at]!.file.name });
  };
  const open = () => all.filter((one) => !refused.has(one));
  await halving(
    open().filter(({ event: { data }, picking }) => proofOf(data, picking)),
    attach,
    refuse,
  );
  const note = (some: readonly Milestone[]) =>
    leaveNotes(
      client,
      subtypeId,
      some.map((one) => ({
        ...{ pickingId: one.picking.id, text: one.read.text, marker: one.read.marker },
        attachmentIds: proofs.has(one) ? [proofs.get(one)!.id] : [],
      })),
    );
  await halving(open(), note, refuse);
  const noted = open();
  if (noted.length === 0) return;
  const ids = noted.map(({ picking }) => picking.id);
  const heads = await pickingHeads(client, capabilities, [['id', 'in', ids]], ids.length);
  const after = new Map(heads.map((head) => [head.id, head]));
  for (const one of noted) {
    const { picking, read, event } = one;
    const { writes, remarks } = readBack(picking, after.get(picking.id) ?? picking, read.wanted, read.text, false);
    const proof = proofs.get(one);
    settle(one, {
      outcome: 'applied',
      writes: [...writes, ...(proof ? [proofWrite(proof.id, proof.name, event.data)] : [])],
      ...(remarks && { remarks }),
    });
  }
}
