import { CodedError } from '../domain/errors.ts';

/** The room that one request holds for its body. */
export interface Lease {
  /** Takes room before bytes are read. @throws CodedError when there is none; then nothing was taken. */
  take(bytes: number): void;
  /** Gives everything back; a second call does nothing. */
  release(): void;
}

export interface ByteBudget {
  /** @param owner who shares the room fairly with others: an organisation, or an address where nobody has signed in. */
  lease(owner: string): Lease;
  readonly usedBytes: number;
}

/**
 * One budget for all request bodies that are in memory at a time.
 * @param ownerBytes what one owner may hold of it, so that a single slow sender cannot fill it.
 */
export function byteBudget(totalBytes: number, ownerBytes: number): ByteBudget {
  const held = new Map<string, number>();
  let used = 0;
  const change = (owner: string, bytes: number) => {
    used += bytes;
    const mine = (held.get(owner) ?? 0) + bytes;
    if (mine > 0) held.set(owner, mine);
    else held.delete(owner);
  };
  return {
    get usedBytes() {
      return used;
    },
    lease(owner) {
      let taken = 0;
      return {
        take(bytes) {
          if (used + bytes > totalBytes) throw new CodedError('hub.overloaded', { retryAfterSeconds: 2 });
          if ((held.get(owner) ?? 0) + bytes > ownerBytes)
            throw new CodedError('http.too-many-requests', {
              retryAfterSeconds: 2,
              detail:
                'Too much of yours is on its way at the same time. Wait for the answers, then send the same again.',
            });
          taken += bytes;
          change(owner, bytes);
        },
        release() {
          change(owner, -taken);
          taken = 0;
        },
      };
    },
  };
}
