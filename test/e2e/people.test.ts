import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { skipped } from '../support/skipped.ts';
import { atAddress, gone, openStage, patienceMs, type Stage, seen, stageMissing } from './browser.ts';

describe.skipIf(stageMissing !== undefined)(skipped('people and keys in the portal', stageMissing), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  test('an admin of a partner adds a colleague, who chooses a password at the first sign-in and then works', async () => {
    const page = await stage.open('/people', 'quayside');
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await seen(page.getByText('Choose at least one role'));
    await page.getByLabel('Name').fill('Lena Ortiz');
    await page.getByLabel('E-mail').fill('lena@quayside.example');
    await page.getByLabel('Editor').check();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await seen(page.getByText('Temporary password of Lena Ortiz'));
    const password = (await page.getByRole('dialog').locator('code').textContent()) ?? '';
    await page.getByRole('button', { name: 'I have it' }).click();
    await gone(page.getByText(password));
    await seen(page.getByText('Has yet to choose a password'));

    const hers = await stage.open('/sign-in');
    await hers.getByLabel('E-mail').fill('lena@quayside.example');
    await hers.getByLabel('Password', { exact: true }).fill(password);
    await hers.getByRole('button', { name: 'Sign in' }).click();
    await seen(hers.getByRole('heading', { name: 'Choose your password' }));
    await hers.goto(`${stage.hub.url}/messages`);
    await atAddress(hers, ({ pathname }) => pathname === '/choose-password');
    await hers.getByLabel('Temporary password').fill(password);
    await hers.getByLabel('New password', { exact: true }).fill('four words are enough');
    await hers.getByLabel('New password again').fill('four words are enough');
    await hers.getByRole('button', { name: 'Change the password' }).click();
    await atAddress(hers, ({ pathname }) => pathname === '/messages');
    await hers.goto(`${stage.hub.url}/people`);
    await seen(hers.getByText('lena@quayside.example'));
    expect(await hers.getByRole('button', { name: 'Add a person' }).count()).toBe(0);

    await page.getByRole('button', { name: 'Change Lena Ortiz' }).click();
    await page.getByRole('menuitem', { name: 'Disable, and end all sessions' }).click();
    await seen(page.getByText('Disabled', { exact: true }));
    await hers.goto(`${stage.hub.url}/messages`);
    await atAddress(hers, ({ pathname }) => pathname === '/sign-in');
    await page.getByRole('button', { name: 'Undo' }).click();
    await gone(page.getByText('Disabled', { exact: true }));
  });

  test('a key is shown once, works, and opens nothing from the moment on in which it is revoked', async () => {
    const page = await stage.open('/keys', 'quayside');
    await page.getByRole('button', { name: 'Create a key' }).first().click();
    await page.getByLabel('Name').fill('Warehouse system');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await seen(page.getByText('It is shown only now'));
    const key = await page.getByRole('dialog').locator('code').first().textContent();
    const asks = async () =>
      (await fetch(`${stage.hub.url}/v1/outbox`, { headers: { authorization: `Bearer ${key}` } })).status;
    expect(await asks()).toBe(200);
    await page.getByRole('button', { name: 'I have it' }).click();
    await page.getByRole('button', { name: 'Revoke Warehouse system' }).click();
    await page.getByRole('button', { name: 'Revoke', exact: true }).click();
    await seen(page.getByText('Revoked', { exact: true }));
    await expect.poll(asks, { timeout: patienceMs }).toBe(401);
  });

  test('one’s own password is changed with the old one, and other sessions are seen and ended', async () => {
    const [page, other] = [await stage.open('/account', 'heron'), await stage.open('/messages', 'heron')];
    await page.reload();
    await seen(page.getByText('This one'));
    const { email, password } = stage.login('heron');
    const change = async (from: string, to: string) => {
      await page.getByLabel('Present password').fill(from);
      await page.getByLabel('New password', { exact: true }).fill(to);
      await page.getByLabel('New password again').fill(to);
      await page.getByRole('button', { name: 'Change the password' }).click();
    };
    await change('wrong', 'four words are enough');
    await seen(page.getByText('Present password is not your password.'));
    await change(password, 'four words are enough');
    await seen(page.getByText('The password is changed; other sessions have ended'));
    await other.goto(`${stage.hub.url}/messages`);
    await atAddress(other, ({ pathname }) => pathname === '/sign-in');
    expect(await page.getByRole('list', { name: 'Sessions' }).getByRole('listitem').count()).toBe(1);
    const again = await fetch(`${stage.hub.url}/v1/session`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ email, password: 'four words are enough' }),
    });
    expect(again.status).toBe(200);
    await page.reload();
    await page.getByRole('button', { name: 'End all others' }).click();
    await gone(page.getByRole('button', { name: 'End all others' }));
  });

  test('the team chooses whose people and keys it changes', async () => {
    const page = await stage.open('/people', 'team');
    await seen(page.getByText('Ines Calder').first());
    await page.getByLabel('Organisation').selectOption({ label: 'Blue Heron Freight' });
    await seen(page.getByText('edi@blueheron.example'));
    await atAddress(page, ({ searchParams }) => searchParams.has('org'));
    await page.goto(`${stage.hub.url}/keys${new URL(page.url()).search.replace('org=', 'partner=')}`);
    await seen(page.getByRole('button', { name: 'Create a key' }).first());
  });
});
