import type { Delivery } from '../../lib/contract.ts';
import type { KeyedWrite } from './selection.ts';

export interface RecordWrites {
  readonly model: string;
  readonly recordId: number;
  readonly name: string;
  readonly writes: readonly KeyedWrite[];
}

/** A delivery's writes gathered by the record that they changed, in the order of the first write. */
export function writesByRecord(delivery: Pick<Delivery, 'id' | 'writes'>): readonly RecordWrites[] {
  const records = new Map<string, { model: string; recordId: number; name: string; writes: KeyedWrite[] }>();
  delivery.writes.forEach((write, ordinal) => {
    const id = `${write.model}.${write.recordId}`;
    const record = records.get(id) ?? {
      model: write.model,
      recordId: write.recordId,
      name: write.recordName ?? `#${write.recordId}`,
      writes: [],
    };
    record.writes.push({ key: `${delivery.id}.${ordinal}`, write });
    records.set(id, record);
  });
  return [...records.values()];
}
