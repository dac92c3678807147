import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Tools in native code come as one optional package per platform. A registry mirror that holds only some of them makes npm
// write a lock file without the others, and `npm ci` refuses such a lock file everywhere. Their versions are exact in the
// packages that want them, so the missing lines can be written: `node test/support/complete-lock.ts`.

type Entry = {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};
export type Lock = { packages: Record<string, Entry> };

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** Where a platform package runs, as its name tells: `@oxlint/binding-linux-arm-gnueabihf`. */
function platform(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[/-]/);
  const os = words.filter((word) => systems.includes(word));
  const cpu = words.filter((word) => processors.includes(word));
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : [];
  return { ...(cpu.length > 0 ? { cpu } : {}), ...(libc.length > 0 ? { libc } : {}), ...(os.length > 0 ? { os } : {}) };
}

/** Optional packages that a lock file speaks of without having their line, with the line that they should have. */
export function missingEntries(lock: Lock): Map<string, Entry> {
  const missing = new Map<string, Entry>();
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '') continue;
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const known = [`node_modules/${name}`, `${path}/node_modules/${name}`].some((place) => place in lock.packages);
      if (known || !/^\d+\.\d+\.\d+/.test(version)) continue;
      const made = { version, ...platform(name), ...(entry.dev ? { dev: true } : {}), optional: true };
      missing.set(`node_modules/${name}`, made);
    }
  }
  return missing;
}

/** The lock file with its missing lines, in npm's order. */
export function completed(lock: Lock): Lock {
  const packages = { ...lock.packages, ...Object.fromEntries(missingEntries(lock)) };
  const sorted = Object.entries(packages).sort(([one], [other]) => one.localeCompare(other, 'en'));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

if (import.meta.main) {
  if (process.argv.length > 2) {
    console.error('It takes no arguments, and writes the package-lock.json of the project that it is in.');
    process.exit(2);
  }
  const file = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
  const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
  const added = missingEntries(lock).size;
  if (added > 0) writeFileSync(file, `${JSON.stringify(completed(lock), null, 2)}\n`);
  console.log(added > 0 ? `Added ${added} optional packages to package-lock.json.` : 'package-lock.json is complete.');
}
