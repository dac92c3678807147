import type pg from 'pg';

interface WithStream {
  readonly connection: { readonly stream: { destroy(error: Error): void } };
}

/**
 * Breaks a connection off when a statement has no answer for so long: a server that is frozen or cut off from us ends nothing by itself. The statement fails
 * as `Connection terminated`, what it holds in memory is let go, and the pool connects anew. Whether it was committed is not known then.
 */
export function endWhenSilent(client: pg.Client, afterMs: number): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  const watched = (...given: unknown[]): unknown => {
    const { stream } = (client as unknown as WithStream).connection;
    const timer = setTimeout(
      () => stream.destroy(new Error(`Connection terminated: no answer within ${afterMs} ms`)),
      afterMs,
    );
    const settled = () => clearTimeout(timer);
    const last = given.at(-1);
    if (typeof last === 'function') {
      const told = (...answer: unknown[]) => {
        settled();
        (last as (...answer: unknown[]) => void)(...answer);
      };
      return query(...given.slice(0, -1), told);
    }
    const answer = query(...given) as Promise<unknown>;
    answer.then(settled, settled);
    return answer;
  };
  client.query = watched as typeof client.query;
}
