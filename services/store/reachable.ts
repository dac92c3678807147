import pg from 'pg';

/** Why a database cannot be used at this moment, in the words of the system or of PostgreSQL; undefined when it answers. Never holds the password. */
export async function whyUnreachable(url: string): Promise<string | undefined> {
  let client: pg.Client;
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  } catch {
    return 'the address is not one of the form postgres://user:password@host:port/database';
  }
  client.on('error', () => undefined);
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    // Several addresses of one name fail together, and then only the parts have words.
    const [first] = error instanceof AggregateError ? (error.errors as Error[]) : [error as Error];
    return first?.message ?? 'it gave no reason';
  } finally {
    await client.end().catch(() => undefined);
  }
}
