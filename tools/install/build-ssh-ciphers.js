// `ssh2` has its ciphers in C++ too, which take a third of the time. npm compiles them for the Node that it runs on itself; the hub runs on the one that npm
// installed beside it, which cannot load those. They are compiled once more, with the headers that came with that Node: nothing is downloaded.
// Plain JavaScript for Node 20 and newer. Without a compiler SFTP works all the same.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodePackage, pinnedNode } from '../../services/embedded/pinned-node.js';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const ssh2 = join(modules, 'ssh2');
const node = pinnedNode();

/** Whether the Node of the hub loads them. */
const areThere = () =>
  spawnSync(node, ['-e', 'process.exit(require("ssh2/lib/protocol/crypto.js").bindingAvailable ? 0 : 1)'], {
    cwd: ssh2,
  }).status === 0;

if (node && existsSync(ssh2) && !areThere()) {
  const headers = [join(modules, 'node', 'node_modules', nodePackage), join(modules, nodePackage)].find((path) =>
    existsSync(join(path, 'include', 'node', 'node.h')),
  );
  spawnSync(node, ['install.js'], {
    cwd: ssh2,
    env: {
      ...process.env,
      PATH: `${dirname(node)}${delimiter}${process.env.PATH}`,
      ...(headers && { npm_config_nodedir: headers }),
    },
  });
  if (!areThere())
    console.log('The ciphers of SFTP could not be compiled; it works without, and takes more of the processor.');
}
