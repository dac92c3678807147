import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { skipped } from '../support/skipped.ts';
import { atAddress, openStage, type Stage, seen, stageMissing } from './browser.ts';

// What a hand does by mistake: a click too many, an address cut off, a link opened in the wrong browser.

describe.skipIf(stageMissing !== undefined)(skipped('slips in the portal', stageMissing), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());
  const system = () => stage.hub.hub.context.db.system;

  test('a double click starts one run of a test', async () => {
    const page = await stage.open('/certification?env=sandbox', 'heron');
    await (await seen(page.getByRole('button', { name: 'Start, one after the other' }))).dblclick();
    await atAddress(page, ({ pathname }) => /^[/]certification[/]./.test(pathname));
    await seen(page.getByRole('list', { name: 'Conversation' }));
    const [row] = await system()('scenario_run').count<{ count: string }[]>('*');
    expect(Number(row!.count)).toBe(1);
  });

  test('an address whose id can be none says so, with the way back, and nothing of a contract', async () => {
    const page = await stage.open('/messages/0190', 'quayside');
    await seen(page.getByRole('heading', { name: 'There is nothing at this address' }));
    await seen(page.getByRole('link', { name: 'Back to the messages' }));
    expect(await page.getByText('contract', { exact: false }).count()).toBe(0);
  });

  test('an invite that is opened while somebody else is signed in says whose session it ends', async () => {
    const team = await stage.open('/invites', 'team');
    await team.getByRole('button', { name: 'Invite a colleague' }).click();
    const dialog = team.getByRole('dialog');
    await dialog.getByLabel('E-mail').fill('omar@northgate.example');
    await dialog.getByLabel('Name').fill('Omar Haddad');
    await dialog.getByLabel('Approver').check();
    await dialog.getByRole('button', { name: 'Send the invite' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await team.goto(`${stage.hub.url}/mails`);
    await team
      .getByRole('list', { name: 'Mails' })
      .getByRole('button')
      .filter({ hasText: 'to omar@northgate.example' })
      .first()
      .click();
    const link = await (await seen(team.getByRole('link', { name: /^http/ }))).getAttribute('href');
    await team.goto(link!);
    await seen(team.getByRole('status').filter({ hasText: 'You are signed in as team@northgate.example' }));
  });
});
