import { FindingRoom, type ListLimits } from '../finding-list.ts';
import type { CheckedItem } from '../x12/check/check-stream.ts';
import { groupStatus } from '../x12/check/status.ts';
import type { TransactionSet } from '../x12/model.ts';
import { type Linter, lintSet, receivedDayOf } from './lint-set.ts';

/** Holds the sets of a checked stream against guide and trade rules as they come; the status of a group follows from its sets. */
export async function* lintStream(
  items: AsyncIterable<CheckedItem>,
  linter: Linter,
  limits?: ListLimits,
): AsyncGenerator<CheckedItem, void, undefined> {
  const listed = new FindingRoom(limits);
  let version = '';
  let receivedDay: number | undefined;
  let statuses = new Set<TransactionSet['status']>();
  for await (const item of items) {
    if (item.kind === 'interchange') receivedDay = receivedDayOf(linter, item.head);
    if (item.kind === 'group') {
      statuses = new Set();
      version = item.head.version;
    }
    if (item.kind === 'set') {
      const set = lintSet(item.set, linter, listed, { version, receivedDay });
      statuses.add(set.status);
      yield { kind: 'set', set };
    } else if (item.kind === 'group-end' && !item.refused) {
      const sets = [...statuses].map((status) => ({ status }));
      yield { ...item, group: { ...item.group, status: groupStatus({ findings: item.group.findings, sets }) } };
    } else yield item;
  }
}
