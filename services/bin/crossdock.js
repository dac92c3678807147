#!/usr/bin/env node
// Plain JavaScript for Node 20 and newer: it finds the Node 24 that npm installed beside us, and runs the real program there.
import { spawn } from 'node:child_process';
import * as nodeModule from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { pinnedNode, wantedMajor } from './pinned-node.js';

const here = fileURLToPath(import.meta.url);

function runUnder(node) {
  const child = spawn(node, [here, ...process.argv.slice(2)], {
    // The channel tells the child when we are killed, so that it does not live on without us.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, CROSSDOCK_LAUNCHED: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // At a terminal Ctrl-C reaches the child by itself; a second one would cut its shutdown short.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  child.on('error', (error) =>
    refuse(`The Node ${wantedMajor} of this project (${node}) does not start: ${error.message}.`),
  );
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
}

function refuse(reason) {
  console.error(
    `${reason} Run \`npm install\` in the project folder, or install Node ${wantedMajor} or newer and try again.`,
  );
  process.exitCode = 2;
}

function followLauncher() {
  if (process.env.CROSSDOCK_LAUNCHED !== '1' || !process.channel) return;
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}

// npm passes no signal on to a command of `npx`, `npm exec` or `npm start`: when the shell that it runs us in is gone, so are we.
function followNpm() {
  if (!process.env.npm_command) return;
  const parent = process.ppid;
  const watching = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watching);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watching.unref();
}

followNpm();
if (Number(process.versions.node.split('.')[0]) >= wantedMajor) {
  followLauncher();
  // Halves the start of a command. Kept with the installation and not where all users may write: it is code.
  nodeModule.enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/crossdock', import.meta.url)));
  await import('../cli/cli.ts');
} else {
  const node = pinnedNode();
  if (node && process.env.CROSSDOCK_LAUNCHED !== '1') runUnder(node);
  else
    refuse(
      `Crossdock needs Node ${wantedMajor}, this is Node ${process.versions.node}, and npm has installed none beside it.`,
    );
}
