import { hash } from 'node:crypto';

/** How the transport ids of what a form made begin. */
export const formTransportId = 'form/';

/** One answer to one frame, whoever gives it first. */
export const formTransportOf = (runId: string, frame: string): string => `${formTransportId}${runId}/${frame}`;

/** Id of the event of a frame: the same, however often it is made. */
export const eventIdOf = (runId: string, frame: string): string =>
  hash('sha256', `certification/${runId}/${frame}`, 'hex').slice(0, 32);
