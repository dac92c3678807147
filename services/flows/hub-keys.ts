import type { HubKey, HubKeys, NewHubKey } from '../channels/hub-keys.ts';
import { type HubKeyRow, hubKeys, insertHubKey, lockHubKeys, saveHubKeyState } from '../store/hub-keys.ts';
import type { Context } from './context.ts';

const freshMs = 3000;

/** The hub's own keys, for channels; read anew every three seconds at most. */
export function openHubKeys({
  db,
  secrets: box,
  newId,
  now,
}: Pick<Context, 'db' | 'secrets' | 'newId' | 'now'>): HubKeys {
  const known = new Map<string, { readonly at: number; readonly keys: Promise<readonly HubKey[]> }>();
  const opened = ({ sealedPrivatePart, ...row }: HubKeyRow): HubKey => ({
    ...row,
    privatePart: box.open(sealedPrivatePart),
  });
  const read = async (kind: string) => (await hubKeys(db.system, kind)).map(opened);
  const list: HubKeys['list'] = (kind) => {
    const found = known.get(kind);
    if (found && Math.abs(performance.now() - found.at) < freshMs) return found.keys;
    const keys = read(kind);
    known.set(kind, { at: performance.now(), keys });
    keys.catch(() => known.delete(kind));
    return keys;
  };
  const rowOf = (kind: string, { privatePart, ...key }: NewHubKey, state: HubKeyRow['state']): HubKeyRow => ({
    ...{ ...key, id: newId(), kind, state, sealedPrivatePart: box.seal(privatePart), createdAt: now() },
  });
  return {
    list,
    async getOrMake(kind, make) {
      const isCurrent = ({ state }: { readonly state: string }) => state === 'current';
      const found = (await list(kind)).find(isCurrent);
      if (found) return found;
      const made = await make();
      const row = await db.system.transaction(async (tx) => {
        await lockHubKeys(tx);
        const other = (await hubKeys(tx, kind)).find(isCurrent);
        if (other) return other;
        const own = rowOf(kind, made, 'current');
        await insertHubKey(tx, own);
        return own;
      });
      known.delete(kind);
      return opened(row);
    },
    async add(kind, key, state) {
      const row = rowOf(kind, key, state);
      await db.system.transaction(async (tx) => {
        await lockHubKeys(tx);
        await insertHubKey(tx, row);
      });
      known.delete(kind);
      return row.id;
    },
    async setState(kind, id, state) {
      await db.system.transaction(async (tx) => {
        await lockHubKeys(tx);
        await saveHubKeyState(tx, { kind, id }, state);
      });
      known.delete(kind);
    },
  };
}
