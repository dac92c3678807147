import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyTree, type TreeCopy, toolPath } from '../architecture/tree-copy.ts';
import { atAddress, openStage, partnerPlaces, type Stage, seen, stageMissing } from './browser.ts';

// The row "a portal page" of the README's table, followed line by line in a copy of the tree: a file and one entry in `pages.ts`.

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

describe.skipIf(stageMissing !== undefined)(`a portal page${stageMissing ? ` (${stageMissing})` : ''}`, () => {
  let stage: Stage;
  let tree: TreeCopy;
  beforeAll(async () => {
    tree = copyTree();
    tree.write(
      'portal/src/app/routes/seals.tsx',
      `import { Page } from '../../ui/page.tsx';\nexport const SealsPage = () => <Page title="Seals">Every seal.</Page>;\n`,
    );
    tree.insert(
      'portal/src/app/pages.ts',
      'export const pages = {',
      `  seals: createRoute({
    ...under,
    ...page({ team: { ...listed('Seals', IconStack2), needs: 'retryFailures' }, elsewhere: { partner: '/messages' } }),
    path: '/seals',
    component: lazyRouteComponent(() => import('./routes/seals.tsx'), 'SealsPage'),
  }),`,
    );
    const build = spawnSync(process.execPath, [toolPath('vite/bin/vite.js'), 'build', 'portal'], { cwd: tree.dir });
    expect(build.status, build.stderr.toString()).toBe(0);
    stage = await openStage();
  }, 300_000);
  afterAll(async () => {
    await stage?.close();
    tree?.remove();
  });

  /** A page that has the copy's portal on the hub of the stage. */
  async function open(path: string, who: 'team' | 'quayside') {
    const page = await stage.open('/account', who);
    const dist = join(tree.dir, 'portal/dist');
    await page.route(
      ({ pathname }) => !/^\/(v1|docs|queues)\b/.test(pathname),
      (route) => {
        const asked = join(dist, new URL(route.request().url()).pathname);
        const file = extname(asked) && existsSync(asked) ? asked : join(dist, 'index.html');
        return route.fulfill({ body: readFileSync(file), contentType: types[extname(file)] ?? 'text/plain' });
      },
    );
    await page.goto(`${stage.hub.url}${path}`);
    return page;
  }

  it('is in the side bar, the palette and the router by its entry in pages.ts', async () => {
    const page = await open('/messages', 'team');
    const main = page.getByRole('navigation', { name: 'Main' });
    await (await seen(main.getByRole('link', { name: 'Seals' }))).click();
    await atAddress(page, ({ pathname }) => pathname === '/seals');
    await seen(page.getByRole('heading', { name: 'Seals' }));
    await page.goto(`${stage.hub.url}/messages`);
    await seen(main.getByRole('link', { name: 'Seals' }));
    await page.keyboard.press('Control+k');
    await page
      .getByRole('searchbox', { name: 'Search or jump to' })
      .or(page.getByPlaceholder('Order, shipment'))
      .first()
      .fill('Seals');
    await (await seen(page.getByRole('button', { name: 'Seals' }))).click();
    await atAddress(page, ({ pathname }) => pathname === '/seals');
    await page.context().close();
  });

  it('is nothing for the side that it does not name, which is led elsewhere', async () => {
    const page = await open('/seals', 'quayside');
    await atAddress(page, ({ pathname }) => pathname === '/messages');
    const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
    await seen(links.first());
    expect(await links.allTextContents()).toEqual(partnerPlaces);
    await page.context().close();
  });
});
