import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { skipped } from '../support/skipped.ts';
import { atAddress, gone, openStage, patienceMs, type Stage, seen, stageMissing } from './browser.ts';

// A partner sets a webhook up by itself, and what goes wrong with it is found and mended in the portal.

describe.skipIf(stageMissing !== undefined)(skipped('webhooks in the portal', stageMissing), () => {
  let stage: Stage;
  let url: string;
  let status = 204;
  const posted: { readonly headers: IncomingMessage['headers']; readonly body: string }[] = [];
  const receiver = createServer(async (request, response) => {
    const body = await text(request);
    if (request.method === 'POST') posted.push({ headers: request.headers, body });
    response.writeHead(status).end(status < 300 ? '' : 'No such order');
  });
  beforeAll(async () => {
    stage = await openStage({ CROSSDOCK_PRIVATE_NETWORKS: '127.0.0.0/8' });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hooks`;
  });
  afterAll(async () => {
    receiver.closeAllConnections();
    receiver.close();
    await stage?.close();
  });

  test('a webhook is added with a secret that is shown once, tried with a made-up event, and posts what happens', async () => {
    const page = await stage.open('/webhooks', 'quayside');
    await seen(page.getByText('No webhook in production yet'));
    await page.getByRole('link', { name: 'Add a webhook' }).first().click();
    await page.getByLabel('Address').fill('http://');
    await page.getByRole('button', { name: 'Add the endpoint' }).click();
    await seen(page.locator('[data-setting=url] [role=alert], [data-setting=url] .mantine-InputWrapper-error'));
    await page.getByLabel('Address').fill(url);
    await page.getByRole('button', { name: 'Add the endpoint' }).click();
    const secret = (await page.getByRole('dialog').locator('code').first().textContent()) ?? '';
    await page.getByRole('button', { name: 'I have it' }).click();
    await atAddress(page, ({ pathname }) => /^\/channels\/[0-9a-f-]{36}$/.test(pathname));
    await gone(page.getByText(secret));

    await page.getByLabel('Type of event').selectOption('shipment.milestone.v1');
    await seen(page.getByText('A carrier reports a milestone', { exact: false }));
    const preview = await page.getByRole('textbox', { name: 'What is posted' }).inputValue();
    expect(JSON.parse(preview)).toMatchObject({ type: 'shipment.milestone.v1', crossdocktest: true });
    await page.getByRole('button', { name: 'Send it' }).click();
    await seen(page.getByRole('status', { name: 'What was answered' }).getByText('It was taken'));
    const sent = posted.find(({ body }) => body.includes('crossdocktest'));
    expect(new Webhook(secret).verify(sent!.body, sent!.headers as Record<string, string>)).toMatchObject({
      type: 'shipment.milestone.v1',
    });

    await stage.dropAndSettle('standard-3pl/945-complete.x12');
    const events = page.getByRole('list', { name: 'Events' });
    // Orders that Odoo has released meanwhile stand there too.
    const shipped = events.getByRole('listitem').filter({ hasText: 'warehouse-order.shipped.v1' });
    await seen(shipped.getByText('Taken'));
  });

  test('what the receiver refuses waits, stands there with the answer, and is posted once more when it is mended', async () => {
    status = 422;
    await stage.dropAndSettle('standard-3pl/945-unit-cassette.x12');
    const page = await stage.open('/webhooks', 'quayside');
    await (await seen(page.getByRole('link', { name: 'webhook', exact: true }))).click();
    await page.getByText('Waiting', { exact: true }).first().click();
    const events = page.getByRole('list', { name: 'Events' });
    await seen(events.getByText('The receiver answered 422.', { exact: false }).first());
    const log = page.getByRole('list', { name: 'Log of the endpoint' });
    await log.getByRole('button', { name: /422/ }).first().click();
    await seen(log.getByRole('textbox', { name: 'The answer' }));
    status = 204;
    const before = posted.length;
    const resend = events.getByRole('button', { name: /^Resend/ }).first();
    // On a slow machine its own next try comes before the click, and the button is gone.
    void resend.click().catch(() => undefined);
    await expect.poll(() => posted.length, { timeout: patienceMs }).toBeGreaterThan(before);
    await page.getByRole('button', { name: 'Post once more', exact: true }).click();
    await page.getByRole('menuitem', { name: 'All since a time …' }).click();
    await page.getByRole('button', { name: 'Post them' }).click();
    await seen(page.getByText(/^\d+ of \d+ posted once more/));
  });

  test('a further secret signs beside the former one until that is retired', async () => {
    const page = await stage.open('/webhooks', 'quayside');
    await (await seen(page.getByRole('link', { name: 'webhook', exact: true }))).click();
    await page.getByRole('button', { name: 'Make a further one' }).click();
    const secret = (await page.getByRole('dialog').locator('code').first().textContent()) ?? '';
    expect(secret).toMatch(/^whsec_/);
    await page.getByRole('button', { name: 'I have it' }).click();
    await page.getByRole('button', { name: 'Send it' }).click();
    await seen(page.getByText('It was taken'));
    expect(String(posted.at(-1)!.headers['webhook-signature']).split(' ')).toHaveLength(2);
    await page.getByRole('button', { name: 'Retire the former ones' }).click();
    await page.getByRole('button', { name: 'Retire them' }).click();
    await seen(page.getByText('1 former secret signs no more'));
  });
});
