import { setTimeout as pause } from 'node:timers/promises';

/** What one partner sends: documents with a reference of their own each. */
export interface Traffic {
  readonly key: string;
  /** The document of a number, from 1. */
  readonly document: (number: number) => Buffer;
  /** How many there are. */
  readonly most: number;
}

export interface Pace {
  /** As fast as answers come when left out. */
  readonly perSecond?: number;
  /** Requests under way at the same time. */
  readonly atOnce: number;
  /** Sends again what was not acknowledged, as partners do; else a refusal is the end of a document. */
  readonly again: boolean;
}

interface Refusal {
  readonly status: number;
  readonly code: string | undefined;
  readonly retryAfter: number;
}

export interface Sender {
  /** Numbers of the documents by the id that their acknowledgement named. */
  readonly acknowledged: ReadonlyMap<string, number>;
  readonly refusals: readonly Refusal[];
  /** Documents that were sent at least once. */
  sent(): number;
  /** Begins nothing new, and waits until all that was begun is acknowledged or given up. @returns how many were given up. */
  stop(): Promise<number>;
}

const refusedPauseMs = 250;
const giveUpMs = 180_000;

/** Sends one document after the other until it is stopped or has none left. */
export function startSender(url: string, { key, document, most }: Traffic, pace: Pace): Sender {
  const acknowledged = new Map<string, number>();
  const refusals: Refusal[] = [];
  let [next, stoppedAt, givenUp] = [1, 0, 0];
  const startedAt = performance.now();
  const isOver = () => stoppedAt > 0 || next > most;

  const deliver = async (number: number) => {
    const body = document(number);
    for (;;) {
      const answer = await post(url, key, body);
      if (answer.id !== undefined) return void acknowledged.set(answer.id, number);
      refusals.push(answer);
      if (!pace.again) return;
      if (stoppedAt > 0 && performance.now() - stoppedAt > giveUpMs) {
        givenUp += 1;
        return;
      }
      await pause(refusedPauseMs);
    }
  };
  const line = async () => {
    while (!isOver()) {
      const number = next++;
      const due = pace.perSecond === undefined ? 0 : startedAt + ((number - 1) * 1000) / pace.perSecond;
      while (due > performance.now() && stoppedAt === 0)
        await pause(Math.max(1, Math.min(50, due - performance.now())));
      // Told to stop while it waited for its time.
      if (stoppedAt > 0 && due > performance.now()) return;
      await deliver(number);
    }
  };
  const lines = Promise.all(Array.from({ length: pace.atOnce }, line));
  return {
    acknowledged,
    refusals,
    sent: () => Math.min(next - 1, most),
    async stop() {
      stoppedAt = performance.now();
      await lines;
      return givenUp;
    },
  };
}

interface Receipt {
  readonly code?: string;
  readonly documents?: readonly { readonly id: string }[];
}

/** One request; a connection that broke is a refusal with status 0. */
export async function post(url: string, key: string, body: Buffer): Promise<Refusal & { readonly id?: string }> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/edi-x12' };
  try {
    const response = await fetch(`${url}/v1/inbox`, { method: 'POST', headers, body: new Uint8Array(body) });
    const { code, documents } = (await response.json()) as Receipt;
    const { status } = response;
    const id = status === 200 || status === 202 ? documents?.[0]?.id : undefined;
    return { status, code, retryAfter: Number(response.headers.get('retry-after') ?? 0), ...(id && { id }) };
  } catch {
    return { status: 0, code: undefined, retryAfter: 0 };
  }
}
