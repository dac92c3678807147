import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { skipped } from '../support/skipped.ts';
import { openStage, patienceMs, type Stage, seen, stageMissing } from './browser.ts';
import { type Newcomer, newcomer, password } from './going-live.ts';

// A document of a partner goes into production: run in parallel, asked for by the partner, returned once, approved by two in two sessions, live, and taken back.

vi.setConfig({ testTimeout: 8 * patienceMs, hookTimeout: 4 * patienceMs });

describe.skipIf(stageMissing !== undefined)(skipped('Go-live', stageMissing), () => {
  let stage: Stage;
  let partner: Newcomer;
  beforeAll(async () => {
    stage = await openStage({ CROSSDOCK_APPROVALS: '2' });
    partner = await newcomer(stage.hub);
    await partner.send('WH/OUT/00006', 'sandbox');
  });
  afterAll(() => stage?.close());

  const signedIn = async (email: string, path: string) => {
    const page = await stage.open(path);
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    return page;
  };
  const sql = () => stage.hub.hub.context.db.system;
  const inOdoo = async (name: string) => {
    const rows = await sql()('parallel_comparison').where({ subject: name }).select('verdict');
    return rows.map(({ verdict }: { verdict: string }) => verdict);
  };

  it('leads a document from nothing to production and back, with every decision on the screen of who makes it', async () => {
    const path = '/go-live?document=inbound/945/004010';
    const team = await stage.open(`${path}&partner=${partner.id}`, 'team');
    await seen(team.getByText('Nothing is written to the company’s system'));
    await team.getByLabel('Days at least').fill('0');
    await team.getByLabel('Documents at least').fill('1');
    await team.getByRole('button', { name: 'Start the parallel run' }).click();
    await seen(team.getByText('Parallel run').first());

    // A partner sees the same checks, and no button before they are met.
    const ana = await signedIn('ana@harbourrow.example', path);
    await seen(ana.getByText('The button to ask for the go-live stands here when all are met'));
    expect(await ana.getByRole('button', { name: 'Ask for the go-live' }).count()).toBe(0);
    await partner.send('WH/OUT/00009');
    await vi.waitFor(async () => expect(await inOdoo('WH/OUT/00009')).toEqual(['waiting']), { timeout: patienceMs });
    await ana.reload();
    await seen(ana.getByText('Odoo does not hold what the document says.').or(ana.getByText('still compared')).first());
    expect(await ana.getByText('stock.picking').count()).toBe(0);
    // The old way has done its part: what is compared is the same.
    await sql()('parallel_comparison').update({
      verdict: 'match',
      says: 'Odoo holds all that the document says.',
      next_at: null,
    });
    await ana.reload();
    await ana.getByLabel('Note for the approvers').fill('First warehouse.');
    await ana.getByRole('button', { name: 'Ask for the go-live' }).click();
    await seen(ana.getByText('Asked for').first());

    // Two approvers in two sessions; the first one returns it at first.
    const omar = await signedIn('omar@northgate.example', '/approvals');
    await seen(omar.getByText('“First warehouse.”'));
    await omar.getByRole('button', { name: 'Return with a code' }).click();
    await omar.getByRole('combobox', { name: 'Code' }).fill('GL-102');
    await omar.getByRole('option', { name: /GL-102/ }).click();
    await omar.getByRole('textbox', { name: 'Note' }).fill('Answer within a day.');
    await omar.getByRole('button', { name: 'Return it' }).click();
    await seen(omar.getByText(/Returned GL-102/).first());
    await ana.reload();
    await seen(ana.getByText(/it keeps its place in the queue/));
    await ana.getByRole('button', { name: 'Ask again' }).click();
    await seen(ana.getByText('Asked for').first());
    await omar.reload();
    await omar.getByRole('button', { name: 'Approve' }).click();
    await seen(omar.getByText('You have approved it already. The other approval is somebody else’s.'));
    const petra = await signedIn('petra@northgate.example', '/approvals');
    await seen(petra.getByText(/Approved by omar@northgate.example; 2 are needed/));
    await petra.getByRole('button', { name: 'Approve' }).click();
    await seen(petra.getByText('No request waits').or(petra.getByText(/Live/)).first());

    // Production writes now, and the partner sees it.
    await ana.reload();
    await seen(ana.getByText('Live, watched closely').first());
    const live = await partner.send('WH/OUT/00012');
    await vi.waitFor(
      async () => expect(await sql()('document').where({ id: live }).first('outcome')).toEqual({ outcome: 'done' }),
      { timeout: patienceMs },
    );

    // And back, in one step with its reason; a hold is said to the partner.
    await team.reload();
    await team.getByRole('button', { name: 'Roll back' }).click();
    await team.getByLabel('Why?').fill('The dock has other labels.');
    await team.getByRole('dialog').getByRole('button', { name: 'Roll back' }).click();
    await seen(team.getByText('The dock has other labels.').first());
    await team.getByRole('button', { name: 'Suspend production' }).click();
    await team.getByLabel('Why? The partner reads it.').fill('Stock count.');
    await team.getByRole('dialog').getByRole('button', { name: 'Suspend production' }).click();
    await seen(team.getByText('Production is suspended'));
    await ana.reload();
    await seen(ana.getByText(/Stock count/));
    expect(await ana.getByText('northgate.example').count()).toBe(0);
    expect(await ana.getByRole('button', { name: 'Resume production' }).count()).toBe(0);
    await team.getByRole('button', { name: 'Resume production' }).click();
    await team.getByText('Production is suspended').waitFor({ state: 'hidden' });
    await team.getByRole('button', { name: 'Off-board' }).click();
    const dialog = team.getByRole('dialog');
    await dialog.getByLabel('Why? The partner reads it.').fill('The contract has ended.');
    await dialog.getByLabel(/Type the name to confirm/).fill('Harbour Row');
    expect(await dialog.getByRole('button', { name: 'Off-board' }).isDisabled()).toBe(true);
    await dialog.getByLabel(/Type the name to confirm/).fill('Harbour Row Storage');
    await dialog.getByRole('button', { name: 'Off-board' }).click();
    await seen(team.getByText('This partner has left'));
  });
});
