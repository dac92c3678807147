import { createHash, createPublicKey, sign, verify } from 'node:crypto';
import { append } from '../domain/lists.ts';

// A bundle is lines of JSON: the first has the manifest as text, its signature and the public key; each further one a file of the manifest, in its order.
// So it is read and held against its signature by any program that has JSON, SHA-256 and Ed25519.

const format = 'crossdock-evidence/1';

export interface BundleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface Manifest {
  readonly about: Readonly<Record<string, unknown>>;
  readonly files: readonly { readonly path: string; readonly sha256: string; readonly bytes: number }[];
}

interface Head {
  readonly format: string;
  readonly manifest: string;
  readonly publicKey: string;
  readonly signature: string;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What people compare: SHA-256 of the public key, in base64. */
export function fingerprintOf(publicKey: string): string {
  const der = createPublicKey(publicKey).export({ type: 'spki', format: 'der' });
  return `SHA256:${createHash('sha256').update(der).digest('base64').replace(/=+$/, '')}`;
}

/** Packs files and signs them. @param key Ed25519, PEM */
export function packBundle(
  about: Manifest['about'],
  files: readonly BundleFile[],
  key: { readonly publicPart: string; readonly privatePart: string },
): Buffer {
  const listed = files.map(({ path, bytes }) => ({ path, sha256: sha256(bytes), bytes: bytes.length }));
  const manifest = JSON.stringify({ about, files: listed } satisfies Manifest);
  const signature = sign(null, Buffer.from(manifest), key.privatePart).toString('base64');
  const head: Head = { format, manifest, publicKey: key.publicPart, signature };
  const lines = [head, ...files.map(({ path, bytes }) => ({ path, base64: Buffer.from(bytes).toString('base64') }))];
  return Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/** What a look at a bundle found. */
export interface BundleVerdict {
  /** What is wrong, each with the file that it is in; none where the bundle is as it was signed. */
  readonly faults: readonly { readonly file: string; readonly message: string }[];
  readonly about?: Manifest['about'];
  readonly fingerprint?: string;
  readonly files: readonly string[];
}

/**
 * Holds a bundle against its signature, offline. Never throws.
 * @param publicKey the key that it must be signed with; the one in the bundle unless given, and then its fingerprint has to be compared by a person
 */
export function verifyBundle(bytes: Uint8Array, publicKey?: string): BundleVerdict {
  const [first = '', ...rest] = Buffer.from(bytes).toString('utf8').split('\n');
  const head = parsed<Head>(first);
  if (head?.format !== format || typeof head.manifest !== 'string')
    return {
      files: [],
      faults: [{ file: 'the first line', message: 'It is no bundle of evidence, or its first line was changed.' }],
    };
  const faults: { file: string; message: string }[] = [];
  const key = publicKey ?? head.publicKey;
  const fingerprint = attempt(() => fingerprintOf(key));
  const isSigned = attempt(() => verify(null, Buffer.from(head.manifest), key, Buffer.from(head.signature, 'base64')));
  if (isSigned !== true)
    faults.push({
      file: 'the manifest',
      message: 'Its signature does not hold: manifest, key or signature was changed, or another key signed it.',
    });
  const manifest = parsed<Manifest>(head.manifest);
  const listed = Array.isArray(manifest?.files) ? manifest.files : [];
  append(faults, faultsOfLines(listed, rest.at(-1) === '' ? rest.slice(0, -1) : rest));
  return {
    faults,
    files: listed.map(({ path }) => path),
    ...(manifest && { about: manifest.about }),
    ...(fingerprint !== undefined && { fingerprint }),
  };
}

/** Files are found by their paths, so that one that was taken out or put in is named, and not those behind it. */
function faultsOfLines(listed: Manifest['files'], lines: readonly string[]): BundleVerdict['faults'] {
  const held = new Map<string, number>();
  const faults: { file: string; message: string }[] = [];
  const spoiled = new Set<number>();
  const paths = new Set(listed.map(({ path }) => path));
  for (const [nth, text] of lines.entries()) {
    const path = parsed<{ path?: unknown } | null>(text)?.path;
    if (typeof path !== 'string') spoiled.add(nth);
    else if (!paths.has(path)) faults.push({ file: path, message: `Line ${nth + 2}: it is not in the manifest.` });
    else if (held.has(path)) faults.push({ file: path, message: `It is there once more, in line ${nth + 2}.` });
    else held.set(path, nth);
  }
  for (const [nth, { path, sha256: wanted }] of listed.entries()) {
    const at = held.get(path);
    if (at === undefined)
      faults.push({
        file: path,
        message: spoiled.delete(nth) ? `Line ${nth + 2}, which holds it, was changed.` : 'It is missing.',
      });
    else if (!isHeldBy(lines[at]!, path, wanted))
      faults.push({ file: path, message: 'Its bytes are not those that were signed.' });
  }
  for (const nth of spoiled) faults.push({ file: `line ${nth + 2}`, message: 'It is not in the manifest.' });
  const places = listed.flatMap(({ path }) => held.get(path) ?? []);
  if (places.some((place, nth) => nth > 0 && place < places[nth - 1]!))
    faults.push({ file: 'the lines', message: 'They stand in another order than the manifest has.' });
  return faults;
}

/** Whether a line is, to the byte, the one that was written for a file. */
function isHeldBy(text: string, path: string, wanted: string): boolean {
  const { base64 } = parsed<{ base64?: unknown }>(text) ?? {};
  return (
    typeof base64 === 'string' &&
    Buffer.from(base64, 'base64').toString('base64') === base64 &&
    sha256(Buffer.from(base64, 'base64')) === wanted &&
    text === JSON.stringify({ path, base64 })
  );
}

function parsed<T>(text: string): T | undefined {
  return attempt(() => JSON.parse(text) as T);
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
