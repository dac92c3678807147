import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const copied = ['services', 'tools', 'specs', 'partners', 'portal', 'migrations', 'test'];
const settings = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  '.dependency-cruiser.mjs',
  '.oxlintrc.json',
  'biome.json',
  'vitest.config.ts',
];

export type TreeCopy = {
  dir: string;
  write(file: string, text: string): void;
  /** Puts lines below one that must be there. */
  insert(file: string, below: string, lines: string): void;
  /** Puts a text in the place of one that must be there. */
  replace(file: string, former: string, text: string): void;
  remove(): void;
};

/** The tree as it is, in a folder where it can be broken; packages are the installed ones. */
export function copyTree(): TreeCopy {
  const dir = mkdtempSync(join(tmpdir(), 'crossdock-tree-'));
  for (const name of copied) {
    cpSync(join(root, name), join(dir, name), {
      recursive: true,
      filter: (path) => !/\/(node_modules|dist|test-results)$/.test(path),
    });
  }
  for (const name of settings) cpSync(join(root, name), join(dir, name));
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));
  return {
    dir,
    write(file, text) {
      mkdirSync(dirname(join(dir, file)), { recursive: true });
      writeFileSync(join(dir, file), text);
    },
    insert(file, below, lines) {
      const text = readFileSync(join(dir, file), 'utf8');
      if (!text.includes(`${below}\n`)) throw new Error(`${file} has no line “${below}”.`);
      writeFileSync(join(dir, file), text.replace(`${below}\n`, `${below}\n${lines}\n`));
    },
    replace(file, former, next) {
      const text = readFileSync(join(dir, file), 'utf8');
      if (!text.includes(former)) throw new Error(`${file} has no “${former}”.`);
      writeFileSync(join(dir, file), text.replace(former, next));
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** Runs one of the checking tools on the copy, as `npm run check` runs it on the tree. */
export const toolPath = (path: string) => join(root, 'node_modules', path);
