import { setTimeout as pause } from 'node:timers/promises';
import { embeddedHub } from '../fault/embedded-hub.ts';
import { smallDisk } from '../fault/small-disk.ts';
import { withoutFeed } from '../fault/traffic.ts';
import { until } from '../fault/until.ts';
import { proveReports } from './proof.ts';
import { startSender } from './sender.ts';
import { type Row, settle } from './soak.ts';
import { watchPage } from './stopwatch.ts';
import { carrierTraffic } from './traffic.ts';

// The demo has so many transfers; none of them divides 5,400, after which times come again.
const ships = 23;
const diskMb = 450;

/** The whole embedded hub on a small disk that is filled while documents come in, and emptied again. */
export async function diskFull(seconds: number): Promise<Row> {
  const disk = smallDisk(diskMb);
  let stopping = false;
  const [faults, crashes]: [string[], string[]] = [[], []];
  try {
    // The inbox's own mark is off, so that PostgreSQL itself meets the end of the disk.
    const hub = await embeddedHub(disk.dir, {
      CROSSDOCK_WARN_FREE_MB: '440',
      CROSSDOCK_MIN_FREE_MB: '0',
      LOG_LEVEL: 'error',
    });
    void hub.running.ended.then(({ code, signal, err }) => {
      if (!stopping) crashes.push(`The hub ended by itself (${signal ?? code}): ${err.slice(-2000)}`);
    });
    try {
      await withoutFeed(hub.db);
      const health = watchPage(`${hub.url}/v1/health`);
      await until(
        'the team is warned',
        async () => (await hub.db('exception_case').where({ fingerprint: 'disk.low' })).length > 0,
      );
      const key = hub.apiKeys['standard-carrier/production']!;
      const sender = startSender(hub.url, carrierTraffic(key, 20_000, ships), {
        perSecond: 10,
        atOnce: 16,
        again: true,
      });
      await pause((seconds * 1000) / 4);
      // Large ones beside the others, so that PostgreSQL soon needs room that is not there.
      const small = carrierTraffic(key, 20_000, ships);
      const large = startSender(
        hub.url,
        { ...small, document: (n) => Buffer.concat([small.document(100_000 + n), Buffer.alloc(2_000_000, ' ')]) },
        { atOnce: 1, again: true },
      );
      const untilFull = performance.now() + (seconds * 1000) / 2;
      const refusals = () => sender.refusals.length + large.refusals.length;
      await until(
        'something is refused',
        () => {
          disk.fill();
          return refusals() > 0 && performance.now() > untilFull;
        },
        600_000,
      );
      const refused = refusals();
      disk.clear();
      const clearedAt = performance.now();
      await until(
        'documents are taken again',
        async () => {
          const before = sender.acknowledged.size;
          await pause(500);
          return sender.acknowledged.size > before;
        },
        300_000,
      );
      await pause((seconds * 1000) / 4);
      if ((await sender.stop()) + (await large.stop()) > 0) faults.push('documents were never acknowledged');
      const acknowledged = new Map([...sender.acknowledged, ...large.acknowledged]);
      await settle(hub, [...acknowledged.keys()]).catch((error: unknown) => faults.push(String(error)));
      const recoveryMs = Math.round(performance.now() - clearedAt);
      await health.stop();
      const { applied, lost, double } = await proveReports(hub.db, acknowledged);
      stopping = true;
      const { code } = await hub.stop();
      if (code !== 0) crashes.push(`The hub was told to stop and ended with ${code}`);
      return {
        ...{
          scenario: 'disk-full',
          acknowledged: acknowledged.size,
          applied,
          lost: lost.length,
          double: double.length,
        },
        ...{ crashes: crashes.length, slowestHealthMs: Math.round(health.slowestMs()), recoveryMs },
        ...{ notes: [`${refused} refused while it was full`], faults: [...faults, ...crashes] },
      };
    } finally {
      stopping = true;
      hub.running.kill('SIGKILL');
      await hub.running.ended;
      await hub.db.destroy();
    }
  } finally {
    disk.remove();
  }
}
