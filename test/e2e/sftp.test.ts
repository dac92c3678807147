import { Client } from 'ssh2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { skipped } from '../support/skipped.ts';
import { atAddress, openStage, type Stage, sample, seen, stageMissing } from './browser.ts';

// A partner gets access to the hub's SFTP server by the form, logs in with what the page tells, and finds the transport at its document.

const password = 'a password of many words';

/** Puts a file as the partner's program does. */
async function put(
  to: { readonly host: string; readonly port: number; readonly username: string },
  bytes: Buffer,
): Promise<void> {
  const client = new Client();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  client.on('error', reject).on('ready', () =>
    client.sftp((error, sftp) => {
      if (error) return reject(error);
      sftp.writeFile('/inbox/945-0042.x12', bytes, (fault) => (fault ? reject(fault) : resolve()));
    }),
  );
  client.connect({ ...to, password });
  await promise.finally(() => client.end());
}

describe.skipIf(stageMissing !== undefined)(skipped('SFTP in the portal', stageMissing), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ SFTP_PORT: '0' });
  });
  afterAll(() => stage?.close());

  test('what the page tells lets the partner in, and each document says how it came', async () => {
    const page = await stage.open('/channels/new', 'quayside');
    await (await seen(page.getByRole('link', { name: /hub's server/ }))).click();
    await page.getByLabel('User name').fill('quayside-logistics-wms');
    await page.getByLabel('Password', { exact: true }).fill('short');
    await page.getByRole('button', { name: 'Add the endpoint' }).click();
    await seen(page.locator('[data-setting=password] .mantine-InputWrapper-error'));
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Add the endpoint' }).click();
    await atAddress(page, ({ pathname }) => /^\/channels\/[0-9a-f-]{36}$/.test(pathname));
    const told = async (label: string) => {
      const name =
        (await (await seen(page.getByRole('button', { name: `Copy ${label} ` }))).getAttribute('aria-label')) ?? '';
      return name.slice(`Copy ${label} `.length);
    };
    await seen(page.getByRole('button', { name: /^Copy host key \(Ed25519\) SHA256:/ }));
    const to = { host: '127.0.0.1', port: Number(await told('port')), username: await told('user name') };
    await put(to, sample('standard-3pl/945-complete.x12'));
    const log = page.getByRole('list', { name: 'Log of the endpoint' });
    await page.reload();
    const entry = await seen(log.getByRole('button', { name: /945-0042/ }).first());
    if ((await entry.getAttribute('aria-expanded')) === 'false') await entry.click();
    await (await seen(log.getByRole('link', { name: 'Open the document' }).first())).click();
    await page.getByRole('tab', { name: 'Transport' }).click();
    const transport = page.getByRole('list', { name: 'How it was transported' });
    const row = await seen(transport.getByRole('button', { name: /945-0042/ }).first());
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
    await seen(transport.getByText('/inbox/945-0042.x12').first());
  });

  test('the team finds the same host key among what is ours', async () => {
    const page = await stage.open('/settings', 'team');
    await seen(page.getByRole('button', { name: /^Copy host key \(Ed25519\) SHA256:/ }));
    expect(await page.getByRole('main').textContent()).not.toContain('PRIVATE KEY');
  });
});
