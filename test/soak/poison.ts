import { extremes } from '../fault/extreme-documents.ts';
import { until } from '../fault/until.ts';
import { proveShipments } from './proof.ts';
import { post } from './sender.ts';
import { type Row, settle, soak } from './soak.ts';
import { warehouseTraffic } from './traffic.ts';

/** Every extreme at the size of EXTREME_MB, one after the other, against a process with a heap of 512 MB; the ordinary traffic is another partner's. */
export function poison(seconds: number): Promise<Row> {
  const limitMb = Number(process.env.EXTREME_MB ?? 6);
  const env = {
    NODE_OPTIONS: '--max-old-space-size=512',
    CROSSDOCK_BODY_LIMIT_MB: String(limitMb),
    CROSSDOCK_BODY_SECONDS: '600',
    CROSSDOCK_REQUEST_SECONDS: '600',
  };
  return soak(
    {
      ...{ name: 'poison', seconds, env, together: true, prove: proveShipments },
      ...{ trafficOf: ({ access }) => warehouseTraffic(access.apiKeys['standard-3pl/production']!) },
      pace: { perSecond: 1, atOnce: 16, again: true },
    },
    async (run) => {
      const { hub, key } = run.rig;
      for (const { what, make } of extremes) {
        const bytes = make(limitMb * 1024 * 1024);
        const { id } = await until(
          `${what}: the inbox has taken it`,
          async () => {
            const answer = await post(hub.url, key, bytes);
            return answer.id !== undefined && { id: answer.id };
          },
          600_000,
        );
        await until(
          `${what}: it is translated`,
          async () => {
            const row = await run.rig.db('document').where({ id }).first();
            return row.state !== 'received';
          },
          1_800_000,
        ).catch((error: unknown) => run.fault(String(error)));
      }
      run.over();
      run.note(`${extremes.length} documents of ${limitMb} MB`);
      // What a document has torn down shows in its tries.
      const tries = await run.rig.db('translation_try');
      if (tries.length > 0) run.fault(`${tries.length} documents were tried more than once`);
      await settle(run.rig, [...run.traffic.acknowledged.keys()]);
    },
  );
}
