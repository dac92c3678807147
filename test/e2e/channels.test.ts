import type { Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertEndpoint } from '../../services/store/endpoints.ts';
import { insertExchange } from '../../services/store/exchanges.ts';
import { skipped } from '../support/skipped.ts';
import { atAddress, gone, openStage, type Stage, seen, stageMissing } from './browser.ts';
import { parcelChannel } from './parcel-channel.ts';

// A channel that the portal has never heard of is set up, tried, paused and looked into by what its schema and driver say.

describe.skipIf(stageMissing !== undefined)(skipped('channels in the portal', stageMissing), () => {
  let stage: Stage;
  let quayside: string;
  beforeAll(async () => {
    stage = await openStage();
    const { context } = stage.hub.hub;
    Object.assign(context.channels, { parcel: parcelChannel });
    quayside = (await context.db.system('organization').where({ name: 'Quayside Logistics' }).first('id')).id as string;
  });
  afterAll(() => stage?.close());

  const main = (page: Page) => page.getByRole('main');
  const pathOf = (page: Page) => new URL(page.url()).pathname;

  test('a partner adds an endpoint by the form of its schema: each fault stands at its field, and what is typed is not lost unasked', async () => {
    const page = await stage.open('/channels', 'quayside');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await (await seen(page.getByRole('link', { name: 'Add an endpoint' }))).click();
    await (await seen(page.getByRole('link', { name: /^Parcel/ }))).click();
    await page.getByLabel('Name', { exact: true }).fill('depot');
    await page.getByRole('button', { name: 'Add the endpoint' }).click();
    await seen(page.getByText('Enter host name.'));
    expect(await page.evaluate('document.activeElement.getAttribute("aria-invalid")')).toBe('true');
    await page.getByLabel('Host name').fill('nowhere');
    await page.getByLabel('Mode').selectOption('b');
    await page.getByLabel('Password', { exact: true }).fill('open says me');
    await page.getByRole('link', { name: 'Messages' }).click();
    await seen(page.getByRole('dialog', { name: 'Leave without saving?' }));
    await page.getByRole('button', { name: 'Stay here' }).click();
    expect(pathOf(page)).toBe('/channels/new');
    await page.getByRole('button', { name: 'Add the endpoint' }).click();
    await seen(page.getByText('is not on any map'));
    await page.getByLabel('Host name').fill('edi.quayside.example');
    await page
      .locator('[data-setting=certificate] input[type=file], input[type=file]')
      .first()
      .setInputFiles({
        ...{ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('from a file') },
      });
    await page.getByRole('button', { name: 'Add the endpoint' }).click();
    await atAddress(page, ({ pathname }) => /^\/channels\/[0-9a-f-]{36}$/.test(pathname));
    await seen(page.getByRole('heading', { name: 'depot' }));
    await seen(main(page).getByText('No agreement names it yet', { exact: false }));
    await seen(main(page).getByText('hub-production'));
    await page.getByRole('button', { name: 'Copy all' }).click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      'Parcels come from: hub-production\nHow to open them:\nTake a knife.\nOpen them at edi.quayside.example.',
    );
  });

  test('a test tells each step and what to do; a secret is replaced without being shown; then it works', async () => {
    const page = await stage.open('/channels', 'quayside');
    await (await seen(page.getByRole('link', { name: 'depot', exact: true }))).click();
    await seen(page.getByRole('heading', { name: 'depot' }));
    await page.getByRole('button', { name: 'Test depot' }).click();
    const report = page.getByRole('status', { name: 'Test of depot' });
    await seen(report.getByText('It does not work yet'));
    const failed = report.getByRole('listitem').filter({ hasText: 'The password does not fit.' });
    await seen(failed.getByText('Ask for another.'));
    await page.getByRole('link', { name: 'Change depot' }).click();
    expect(await page.getByLabel('Password', { exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Replace Password' }).click();
    await page.getByLabel('Password', { exact: true }).fill('open sesame');
    await page.getByRole('button', { name: 'Save' }).click();
    await seen(page.getByRole('heading', { name: 'depot', exact: true }));
    await page.getByRole('button', { name: 'Test depot' }).click();
    await seen(report.getByText('It works'));
    await page.goto(`${stage.hub.url}/keys`);
    const keys = page.getByRole('table', { name: 'Certificates, SSH keys and secrets' });
    await seen(keys.getByRole('row', { name: /^Password .*depot (now|\d+ (s|min) ago)/ }));
    expect(await main(page).textContent()).not.toContain('sesame');
  });

  test('the team pauses an endpoint of a partner, who is not told by whom and may resume it', async () => {
    const team = await stage.open(`/channels?partner=${quayside}`, 'team');
    await team.getByRole('button', { name: 'Pause depot' }).click();
    await seen(team.getByText('depot is paused'));
    const page = await stage.open('/channels', 'quayside');
    await seen(page.getByText('Paused by a person', { exact: false }));
    expect(await main(page).textContent()).not.toContain('Ines');
    await page.getByRole('button', { name: 'Resume depot' }).click();
    await gone(page.getByText('Paused by a person', { exact: false }));
    await team.getByRole('link', { name: 'depot', exact: true }).click();
    await team.getByRole('button', { name: 'Remove depot' }).click();
    await team.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
    await seen(team.getByRole('navigation', { name: 'About the partner' }));
  });

  test('a viewer sees everything of an endpoint and is offered nothing that changes it', async () => {
    const { system } = stage.hub.hub.context.db;
    const heron = await system('app_user').where({ email: 'edi@blueheron.example' }).first('id');
    await system('membership')
      .where({ user_id: heron.id })
      .update({ roles: ['partner-viewer'] });
    const page = await stage.open('/channels', 'heron');
    await (await seen(page.getByRole('link', { name: 'https', exact: true }).first())).click();
    await seen(main(page).getByText('/v1/inbox', { exact: false }).first());
    for (const name of [/^Test/, /^Pause/, /^Remove/]) expect(await page.getByRole('button', { name }).count()).toBe(0);
    for (const name of [/^Change/, /^Add/]) expect(await page.getByRole('link', { name }).count()).toBe(0);
  });

  test('many endpoints stand with those first that need somebody and are found; a long log comes page by page', async () => {
    const { context } = stage.hub.hub;
    const of = { orgId: quayside, environment: 'production', channel: 'parcel' } as const;
    const ids = Array.from({ length: 50 }, () => uuidv7());
    await context.db.system.transaction(async (tx) => {
      for (const [nth, id] of ids.entries())
        await insertEndpoint(tx, {
          ...{ ...of, id, name: `row-${nth}`, settings: { host: 'a', mode: 'a' }, secrets: {}, at: new Date() },
        });
      await tx('channel_endpoint')
        .where({ id: ids[30]! })
        .update({
          ...{ breaker: 'open', failing_since: new Date(), retry_at: new Date(), last_error: 'The door is shut.' },
        });
    });
    for (let nth = 0; nth < 120; nth++)
      await insertExchange(
        context.db.system,
        { ...of, id: ids[30]! },
        {
          ...{ id: uuidv7(), at: new Date(), kind: 'message', direction: 'out', state: 'failed' },
          ...{
            summary: `Try ${nth}`,
            detail: { status: 500, headers: { 'X-Door': 'shut' } },
            body: Buffer.from('No.'),
          },
        },
      );
    const page = await stage.open('/channels', 'quayside');
    const list = page.getByRole('list', { name: 'Endpoints' });
    await seen(list.getByRole('listitem').first().getByText('The door is shut.', { exact: false }));
    await page.getByRole('searchbox', { name: 'Find an endpoint' }).fill('row-30');
    await expect.poll(() => list.getByRole('listitem').count()).toBe(1);
    await list.getByRole('link', { name: 'row-30', exact: true }).click();
    const log = page.getByRole('list', { name: 'Log of the endpoint' });
    await seen(log.getByText('Try 119'));
    expect(await log.getByRole('listitem').count()).toBe(50);
    await page.getByRole('button', { name: 'Show older' }).click();
    await page.getByRole('button', { name: 'Show older' }).click();
    await seen(log.getByText('Try 0', { exact: true }));
    await log.getByRole('button', { name: /Try 119/ }).click();
    await seen(log.getByText('HTTP status'));
    await seen(log.getByText('X-Door'));
    await seen(log.getByRole('textbox', { name: 'The answer' }));
    await page.goto(`${stage.hub.url}/`);
    await seen(page.getByRole('heading', { name: 'row-30 does not answer' }));
  });

  test('an address of an endpoint that is not there keeps the frame and leads back', async () => {
    const page = await stage.open(`/channels/${uuidv7()}`, 'quayside');
    await (await seen(page.getByRole('link', { name: 'Back to the channels' }))).click();
    await seen(page.getByRole('list', { name: 'Endpoints' }));
  });
});
