import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { Express } from 'express';
import type { JobQueue } from './queue.ts';

/**
 * The operators' view of the queues (bull-board) as an Express handler, to be mounted at `path` behind sign-in.
 * Jobs hold ids and no payload, so nothing of a document shows.
 */
export function queueBoard({ queues }: JobQueue, path: string): Express {
  const serverAdapter = new ExpressAdapter();
  serverAdapter.setBasePath(path);
  createBullBoard({
    queues: Object.values(queues).map((queue) => new BullMQAdapter(queue)),
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Crossdock queues' } },
  });
  return withoutForeignFonts(serverAdapter.getRouter() as Express);
}

type Template = (file: string, values: object, done: (error: Error | null, page?: string) => void) => void;

/** Its page asks others for a font, which the policy of the portal refuses; it looks well in those of the system. */
function withoutForeignFonts(board: Express): Express {
  const { '.ejs': render } = (board as unknown as { engines: Record<string, Template> }).engines;
  return board.engine('ejs', (file, values, done: Parameters<Template>[2]) =>
    render?.(file, values, (error, page) => done(error, page?.replace(/<link href="https:[^>]*>\s*/g, ''))),
  );
}
