import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { Handler } from 'express';
import type { JobQueue } from './queue.ts';

/**
 * The operators' view of the queues (bull-board) as an Express handler, to be mounted at `path` behind sign-in.
 * Jobs hold ids and no payload, so nothing of a document shows.
 */
export function queueBoard({ queues }: JobQueue, path: string): Handler {
  const serverAdapter = new ExpressAdapter();
  serverAdapter.setBasePath(path);
  createBullBoard({
    queues: Object.values(queues).map((queue) => new BullMQAdapter(queue)),
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Crossdock queues' } },
  });
  return serverAdapter.getRouter() as Handler;
}
