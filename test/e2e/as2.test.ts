import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { skipped } from '../support/skipped.ts';
import { atAddress, gone, openStage, type Stage, seen, stageMissing } from './browser.ts';

// Both sides of an AS2 connection in the portal: our identity by the team, the endpoint by the partner.

describe.skipIf(stageMissing !== undefined)(skipped('AS2 in the portal', stageMissing), () => {
  let stage: Stage;
  let certificate: string;
  beforeAll(async () => {
    stage = await openStage({ CROSSDOCK_PRIVATE_NETWORKS: '127.0.0.0/8' });
  });
  afterAll(() => stage?.close());

  test('the team makes our identity and the next one, which partners see beside it until the switch', async () => {
    const page = await stage.open('/settings', 'team');
    await page
      .getByRole('button', { name: /Make or upload one|Prepare the next one/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Make it' }).click();
    await seen(dialog.getByText('Enter a name'));
    await dialog.getByLabel('Name').fill('Northgate AS2');
    await dialog.getByRole('button', { name: 'Make it' }).click();
    const list = page.getByRole('list', { name: 'Our AS2 identities' });
    await seen(list.getByText('Northgate AS2'));
    const summary = list.getByText('Certificate, for partners').first();
    await summary.click();
    certificate = await list.getByRole('textbox').first().inputValue();
    expect(certificate).toContain('BEGIN CERTIFICATE');
    expect(await page.getByRole('main').textContent()).not.toContain('PRIVATE KEY');
  });

  test('a partner adds an AS2 endpoint by the form, tests it, and finds our ids, address and certificate to copy', async () => {
    const page = await stage.open('/channels/new', 'quayside');
    await (await seen(page.getByRole('link', { name: /^AS2/ }))).click();
    await page.getByLabel('AS2 id of the hub').fill('NORTHGATE');
    await page.getByLabel('AS2 id of the partner').fill('QUAYSIDE');
    await page.getByLabel('Address of the partner').fill('http://127.0.0.1:9/as2');
    await page.getByLabel('Certificates of the partner', { exact: true }).fill('no certificate');
    await page.getByRole('button', { name: 'Add the endpoint' }).click();
    const field = page.locator('[data-setting=certificates]');
    await seen(field.locator('.mantine-InputWrapper-error'));
    await page.getByLabel('Certificates of the partner', { exact: true }).fill(certificate);
    await page.getByRole('button', { name: 'Add the endpoint' }).click();
    await atAddress(page, ({ pathname }) => /^\/channels\/[0-9a-f-]{36}$/.test(pathname));
    await seen(page.getByText('Exchange all documents here, or choose', { exact: false }).first());
    await seen(page.getByRole('button', { name: `Copy address of the hub ${stage.hub.url}/as2` }));
    expect(await page.getByRole('textbox', { name: 'Certificate of the hub', exact: true }).inputValue()).toContain(
      'BEGIN CERTIFICATE',
    );
    await page.getByRole('button', { name: /^Test / }).click();
    await seen(page.getByText('It does not work yet'));
    await page.goto(`${stage.hub.url}/keys`);
    await seen(
      page
        .getByRole('table', { name: /^Certificates/ })
        .getByText('Northgate AS2', { exact: false })
        .first(),
    );
  });

  test('the team rehearses with that partner before the switch, and sees what came of it', async () => {
    const page = await stage.open('/settings', 'team');
    await (await seen(page.getByRole('button', { name: /^Rehearse/ }).first())).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Partner').selectOption({ label: 'Quayside Logistics' });
    await gone(dialog.getByText('This partner has no AS2 endpoint', { exact: false }));
    await dialog.getByRole('button', { name: 'Send it' }).click();
    await seen(dialog.getByText('It does not work yet'));
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });
});
