import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from './config.ts';

const portal = fileURLToPath(new URL('../../portal', import.meta.url));
const contract = fileURLToPath(new URL('../../specs/generated/openapi.ts', import.meta.url));

/**
 * Builds the portal where it is missing or older than its sources. Without sources, as in the image, the built one came along.
 * @throws ConfigError when what builds it is not installed.
 */
export async function buildPortal(say: (line: string) => void): Promise<void> {
  if (!existsSync(join(portal, 'src')) || (await isBuilt())) return;
  const vite = await import('vite').catch(() => {
    throw new ConfigError(
      'The portal is not built, and what builds it is not installed. Run `npm install && npm run build` first; `npm prune --omit=dev` may follow.',
    );
  });
  say('Building the portal …');
  await vite.build({ root: portal, logLevel: 'error' });
}

async function isBuilt(): Promise<boolean> {
  const built = join(portal, 'dist', 'index.html');
  if (!existsSync(built)) return false;
  const builtAt = (await stat(built)).mtimeMs;
  return builtAt >= (await newest(join(portal, 'src'))) && builtAt >= (await stat(contract)).mtimeMs;
}

async function newest(dir: string): Promise<number> {
  let latest = 0;
  for (const entry of await readdir(dir, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) latest = Math.max(latest, (await stat(join(entry.parentPath, entry.name))).mtimeMs);
  }
  return latest;
}
