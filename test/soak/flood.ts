import { type Row, soak } from './soak.ts';
import { carrierTraffic } from './traffic.ts';

const offset = 1_000_000;

/** Measures what the hub takes for a while, then offers three times as much: the rest is refused with a time to come again, and the team has a case. */
export const flood = (seconds: number): Promise<Row> =>
  soak(
    {
      ...{ name: 'flood', seconds, env: { CROSSDOCK_BACKLOG: '200' } },
      pace: { atOnce: 16, again: true },
    },
    async (run) => {
      // The first documents fill the backlog, which says nothing of the capacity.
      await run.wait(1 / 6);
      const before = run.traffic.acknowledged.size;
      const startedAt = performance.now();
      await run.wait(1 / 6);
      const capacity = (run.traffic.acknowledged.size - before) / ((performance.now() - startedAt) / 1000);
      await run.traffic.stop();
      const perSecond = Math.max(10, Math.ceil(3 * capacity));
      const { document, ...traffic } = carrierTraffic(run.rig.key);
      const flooding = run.send(
        { ...traffic, document: (number) => document(offset + number) },
        { perSecond, atOnce: 256, again: false },
      );
      await run.wait(1);
      await flooding.stop();
      run.over();
      const { refusals } = flooding;
      const told = refusals.filter(({ status }) => status === 429 || status === 503);
      run.note(
        `${Math.round(capacity)}/s taken, ${perSecond}/s offered: ${flooding.sent()} sent, ${told.length} refused`,
      );
      if (refusals.length === 0) run.fault('nothing was refused');
      if (told.length < refusals.length) run.fault(`${refusals.length - told.length} got neither 503 nor 429`);
      if (told.some(({ retryAfter }) => !(retryAfter > 0))) run.fault('a refusal without Retry-After');
      const cases = await run.rig.db('exception_case').whereLike('fingerprint', 'inbox.%backlog-full');
      if (cases.length === 0) run.fault('the team has no case');
    },
  );
