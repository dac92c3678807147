import { type ChaosName, chaosMs } from '../../domain/certification/chaos.ts';
import { audit } from '../../store/audit.ts';
import type { Tx } from '../../store/database.ts';
import { type ChaosRow, chaosOf, saveChaos } from '../../store/scenario-runs.ts';
import type { Context } from '../context.ts';
import type { RunBy } from './runs.ts';

/** Switches trouble on or off for one partner, in its sandbox. @returns the switch; undefined where it is off */
export async function setChaos(
  context: Context,
  tx: Tx,
  { orgId, name, isOn }: { readonly orgId: string; readonly name: ChaosName; readonly isOn: boolean },
  { actor, by, side }: RunBy,
): Promise<ChaosRow | undefined> {
  const at = context.now();
  await saveChaos(
    tx,
    orgId,
    isOn ? { name, since: at, setBy: actor, setSide: side, until: new Date(at.getTime() + chaosMs) } : { name },
  );
  await audit(tx, [{ orgId, at, actor, by, action: 'scenario.chaos-set', detail: { chaos: name, on: isOn } }]);
  return (await chaosOf(tx, orgId, at)).find((one) => one.name === name);
}
