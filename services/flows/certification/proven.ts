import type { Tx } from '../../store/database.ts';
import type { RunAround } from './runs.ts';

/**
 * The documents that a run certifies: those that were exchanged in it as they are agreed. What came by the portal's form or as canonical events proves no mapping of X12;
 * a test of the channel proves all that goes over it, and where a scenario exchanges nothing in a direction, what it is about there.
 */
export async function documentsProven(
  tx: Tx,
  { run, scenario, frames, certified }: RunAround,
): Promise<readonly string[]> {
  if (scenario!.tier === 'connectivity') return run.documents;
  const ids = frames.flatMap(({ documentId }) => documentId ?? []);
  const rows = await tx('document')
    .whereIn('id', ids)
    .select<{ id: string; direction: 'in' | 'out'; sets: { code: string }[] }[]>('id', 'direction', 'sets');
  const exchanged = new Set(
    rows.flatMap(({ direction, sets }) =>
      sets.map(({ code }) => `${direction === 'in' ? 'inbound' : 'outbound'}/${code}`),
    ),
  );
  const speaks = (by: 'hub' | 'partner') => scenario!.frames.some((frame) => frame.by === by && frame.does === 'sends');
  const agreed = new Map(certified.configuration.documents.map((one) => [`${one.direction}/${one.set}`, one]));
  return run.documents.filter((key) => {
    const [direction, set] = key.split('/');
    if (!agreed.has(`${direction}/${set}`)) return false;
    return exchanged.has(`${direction}/${set}`) || !speaks(direction === 'inbound' ? 'partner' : 'hub');
  });
}
