import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NewHubKey } from '../../../services/channels/hub-keys.ts';

// Golden bytes: what other implementations sent, with what has to come out of it.

const folder = fileURLToPath(new URL('golden/', import.meta.url));

/** Keys of the exchanges that were kept; they protect nothing. */
export const keptIdentity = (name: 'hub' | 'partner'): NewHubKey => ({
  publicPart: readFileSync(join(folder, `${name}.pem`), 'utf8'),
  privatePart: readFileSync(join(folder, `${name}.key`), 'utf8'),
  notAfter: null,
});

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;

/** Keeps an exchange, where that was asked for. */
export function keep(peer: string, name: string, values: Readonly<Record<string, unknown>>): void {
  if (process.env.CROSSDOCK_CAPTURE !== '1') return;
  mkdirSync(join(folder, peer), { recursive: true });
  const text = JSON.stringify(
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        isBytes(value) ? { base64: Buffer.from(value).toString('base64') } : value,
      ]),
    ),
    null,
    1,
  );
  writeFileSync(join(folder, peer, `${name.replaceAll(/[^a-z0-9]+/gi, '-')}.json`), `${text}\n`);
}

/** What was kept of exchanges with a peer. */
export function kept(
  peer: string,
): readonly { readonly name: string; readonly values: Readonly<Record<string, never>> }[] {
  return readdirSync(join(folder, peer))
    .toSorted()
    .map((name) => ({
      name: name.replace('.json', ''),
      values: JSON.parse(readFileSync(join(folder, peer, name), 'utf8'), (_key, value) =>
        value && typeof value === 'object' && typeof value.base64 === 'string'
          ? Buffer.from(value.base64, 'base64')
          : value,
      ),
    }));
}
