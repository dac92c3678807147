import type { Arrival } from '../channels/channel.ts';
import { namesOfReceived } from '../store/documents.ts';
import type { Context } from './context.ts';
import type { Received } from './receive.ts';

/**
 * What is said of files whose bytes have come before under another name, where only the bytes can tell: they are taken once. The same name again is the same file, which
 * a program sends once more when it has not heard the answer.
 * @returns a sentence for each arrival, undefined where there is nothing to say
 */
export async function sameBytes(
  { db }: Context,
  received: readonly Received[],
  arrivals: readonly Arrival[],
): Promise<readonly (string | undefined)[]> {
  const again = received.flatMap(({ id, duplicate }, place) =>
    duplicate && arrivals[place]?.transportId === undefined ? [id] : [],
  );
  if (again.length === 0) return received.map(() => undefined);
  const firsts = await namesOfReceived(db.system, again);
  return received.map(({ id }, place) => {
    const first = again.includes(id) ? firsts.get(id) : undefined;
    if (!first || first.fileName === (arrivals[place]?.fileName ?? null)) return undefined;
    const at = first.receivedAt.toISOString();
    const name = first.fileName ?? 'a document without a name';
    return `It has the same bytes as ${name}, which came on ${at.slice(0, 10)} at ${at.slice(11, 16)} UTC, and was not taken a second time. Another document needs a control number of its own.`;
  });
}
