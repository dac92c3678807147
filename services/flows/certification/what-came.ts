import type { SegmentText } from '../../domain/certification/judge.ts';
import type { Came, CameFinding, Way } from '../../domain/certification/match.ts';
import type { Verdict } from '../../domain/certification/scenario.ts';
import type { Finding } from '../../domain/finding.ts';
import { readX12 } from '../../domain/translate/read-x12.ts';
import type { TransactionSet } from '../../domain/x12/model.ts';
import type { Tx } from '../../store/database.ts';
import {
  type CameRow,
  documentsUnder,
  envelopesOf,
  eventsFrom,
  type SetRow,
  setsOf,
} from '../../store/scenario-documents.ts';
import type { Context } from '../context.ts';
import { formTransportId } from './ids.ts';

/** A document that carries the number of a run, with its place in the order of receipt. */
export interface CameDocument extends Came {
  readonly seq: number;
  readonly sha256: string;
  readonly setCodes: readonly string[];
}

/** All documents of the partner's that carry the number of a run, read and judged by the hub, oldest first. */
export async function whatCame(
  { catalog }: Pick<Context, 'catalog'>,
  tx: Tx,
  of: Parameters<typeof documentsUnder>[1],
): Promise<readonly CameDocument[]> {
  const rows = await documentsUnder(tx, of);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [sets, envelopes, events] = [
    Map.groupBy(await setsOf(tx, ids), ({ documentId }) => documentId),
    Map.groupBy(await envelopesOf(tx, ids), ({ documentId }) => documentId),
    Map.groupBy(await eventsFrom(tx, ids), ({ documentId }) => documentId),
  ];
  return rows.map((row): CameDocument => {
    const all = sets.get(row.id) ?? [];
    const own = all.filter(({ from, to }) => row.content.subarray(from, to).includes(of.number, 0, 'latin1'));
    const ownIds = new Set(own.map(({ id }) => id));
    const mapped = events.get(row.id) ?? [];
    const isX12 = all.length > 0 || (row.form === null && (envelopes.get(row.id) ?? []).length > 0);
    const texts = isX12 ? segmentsOf({ catalog }, row, own) : new Map<string, readonly SegmentText[]>();
    const found = [
      ...own.flatMap(({ findings }) => findings),
      ...(envelopes.get(row.id) ?? []).flatMap(({ findings }) => findings),
      ...row.findings,
    ];
    return {
      ...{ documentId: row.id, seq: row.seq, at: row.createdAt, sha256: row.sha256.toString('hex') },
      way: wayOf(row, isX12),
      verdict: isX12
        ? verdictOf(
            own,
            (envelopes.get(row.id) ?? []).map(({ status }) => status),
          )
        : plainVerdict(row, mapped.length),
      sets: own.map(({ id, code }) => ({ id, code, segments: texts.get(id) ?? [] })),
      setCodes: row.sets.map(({ code }) => code),
      findings: found.filter(({ level }) => level !== 'note').map((one) => findingOf(one, row.content)),
      events: mapped
        .filter(({ setId, subject, data }) =>
          setId === null ? subject === of.number || JSON.stringify(data).includes(of.number) : ownIds.has(setId),
        )
        .map(({ id, type, data, provenance, setId }) => ({ id, type, data, provenance, setId })),
    };
  });
}

function wayOf({ form, transportId }: CameRow, isX12: boolean): Way {
  if (form === 'events') return transportId.startsWith(formTransportId) ? 'form' : 'events';
  return isX12 ? 'x12' : 'document';
}

function verdictOf(own: readonly SetRow[], envelopes: readonly string[]): Verdict {
  if (own.length === 0 || envelopes[0] === 'R') return 'rejected';
  const rejected = own.filter(({ status }) => status === 'R').length;
  if (rejected === own.length) return 'rejected';
  if (rejected > 0) return 'partly';
  return own.some(({ status }) => status === 'E') || envelopes.includes('E') ? 'noted' : 'accepted';
}

function plainVerdict({ state, findings }: CameRow, events: number): Verdict {
  const faults = findings.filter(({ level }) => level !== 'note').length;
  if (state === 'unreadable' || (events === 0 && faults > 0)) return 'rejected';
  return faults > 0 ? 'partly' : 'accepted';
}

function segmentsOf(
  { catalog }: Pick<Context, 'catalog'>,
  { content }: CameRow,
  own: readonly SetRow[],
): ReadonlyMap<string, readonly SegmentText[]> {
  const sets = readX12(content, catalog).interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.sets));
  const byStart = new Map(sets.map((set) => [set.range[0], set]));
  return new Map(
    own.map(({ id, from }) => {
      const set = byStart.get(from);
      return [id, set ? textsOf(set, content) : []];
    }),
  );
}

const textsOf = ({ segments }: TransactionSet, content: Buffer): readonly SegmentText[] =>
  segments.map((segment) => ({
    tag: segment.id,
    elements: Array.from({ length: segment.count }, (_, nth) => segment.text(nth + 1)),
    text: content.subarray(...segment.range).toString('latin1'),
    range: segment.range,
  }));

const shownBytes = 200;

function findingOf({ code, explanation, segment, element, offset, end, place }: Finding, content: Buffer): CameFinding {
  const where =
    segment === undefined ? place : `${segment}${element === undefined ? '' : `-${String(element).padStart(2, '0')}`}`;
  return {
    ...{ code, explanation },
    ...(where !== undefined && { place: where }),
    ...(offset !== undefined && {
      range: [offset, end ?? offset] as const,
      segment: content.subarray(offset, Math.min(end ?? offset, offset + shownBytes)).toString('latin1'),
    }),
  };
}
