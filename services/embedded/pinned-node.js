import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const wantedMajor = 24;

const platform = process.platform === 'win32' ? 'win' : process.platform;
/** The package of npm that has Node for this machine. */
export const nodePackage = `node-${platform}-${process.arch}`;

/** The Node that npm installed beside us; undefined where it did not. Plain JavaScript for Node 20 and newer. */
export function pinnedNode() {
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  // The last two are what the first one links to; they alone are there after `npm install --ignore-scripts`.
  const packages = ['node', nodePackage, `node-bin-${platform}-${process.arch}`];
  return packages
    .map((name) => fileURLToPath(new URL(`../../node_modules/${name}/${file}`, import.meta.url)))
    .find((path) => existsSync(path));
}
