import express from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { queueNames } from '../../services/domain/jobs.ts';
import { queueBoard } from '../../services/queue/board.ts';
import { redisMissing } from '../support/redis.ts';
import { skipped } from '../support/skipped.ts';
import { type QueueRig, queueRig } from './queue-rig.ts';

for (const kind of ['postgres', 'redis'] as const) {
  const missing = kind === 'redis' ? redisMissing : undefined;
  describe.skipIf(missing)(skipped(`the operators' board on ${kind}`, missing), () => {
    let rig: QueueRig;
    const app = express();
    beforeAll(async () => {
      rig = await queueRig(kind);
      app.use('/queues', queueBoard(rig.queue, '/queues'));
    });
    afterAll(() => rig.close());

    test('serves its page and every queue with what waits in it', async () => {
      await rig.queue.enqueue([{ name: 'lane', data: { lane: 'lane-a' } }]);
      const page = await request(app).get('/queues/').expect(200);
      expect(page.text).toContain('<base href="/queues/"');
      expect(page.text).not.toContain('https:');
      const { body } = await request(app).get('/queues/api/queues').expect(200);
      const queues = body.queues as { name: string; counts: { waiting: number } }[];
      expect(queues.map(({ name }) => name).toSorted()).toEqual([...queueNames].toSorted());
      expect(queues.find(({ name }) => name === 'lanes')?.counts.waiting).toBe(1);
    });
  });
}
