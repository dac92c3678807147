import { FindingRoom } from '../../finding-list.ts';
import type { Chunks, ReadItem } from '../read/read-stream.ts';
import { readStream } from '../read/read-stream.ts';
import type { Standards } from '../standard/standard.ts';
import type { CheckOptions } from './check.ts';
import { GroupChecker } from './group-check.ts';
import { PlacedRoom } from './placed-room.ts';

/** What `readStream` gives, checked. A group's end also says whether the group is at fault itself, so that its sets are rejected with it (see `refuse`). */
export type CheckedItem =
  | Exclude<ReadItem, { readonly kind: 'group-end' }>
  | (Extract<ReadItem, { readonly kind: 'group-end' }> & { readonly refused: boolean });

/**
 * Checks the items of a stream one by one, as `check` does a reading. A set has its own findings and status: whether the group or the interchange around
 * it is rejected is known when those end, and is not held against the sets that were given out before.
 */
export class StreamChecker {
  readonly #standards: Standards;
  readonly #listed: FindingRoom;
  readonly #room = new PlacedRoom();
  readonly #agreed: CheckOptions['agreed'];
  #group: GroupChecker | undefined;

  constructor(standards: Standards, options: CheckOptions = {}) {
    this.#standards = standards;
    this.#agreed = options.agreed;
    this.#listed = new FindingRoom(options.limits);
  }

  /** The item with the findings of the standard; items come in the order of the stream. */
  take(item: ReadItem): CheckedItem {
    switch (item.kind) {
      case 'group':
        this.#group = new GroupChecker(item.head, this.#standards, this.#room, this.#listed, this.#agreed);
        return item;
      case 'set':
        return { kind: 'set', set: this.#group!.check(item.set) };
      case 'group-end': {
        const { refused, ...verdict } = this.#group!.close(item.group.findings);
        return { kind: 'group-end', group: { ...item.group, ...verdict }, refused };
      }
      default:
        return item;
    }
  }
}

/** Reads and checks a stream of bytes; every item is given as soon as the bytes that tell it are there. */
export async function* checkStream(
  chunks: Chunks,
  standards: Standards,
  options: CheckOptions = {},
): AsyncGenerator<CheckedItem, void, undefined> {
  const checker = new StreamChecker(standards, options);
  for await (const item of readStream(chunks, options.limits)) yield checker.take(item);
}
