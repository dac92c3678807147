import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { skipped } from '../support/skipped.ts';
import { atAddress, gone, openStage, patienceMs, type Stage, seen, stageMissing } from './browser.ts';

const rowsOf = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('cell') });

describe.skipIf(stageMissing !== undefined)(skipped('the list of messages', stageMissing), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    for (const sample of ['945-complete.x12', '945-partial-backorder-lots.x12', '856-sotpi.x12'])
      await stage.dropAndSettle(`standard-3pl/${sample}`);
    await stage.dropAndSettle('standard-carrier/214-departed.x12');
  }, 300_000);
  afterAll(() => stage?.close());

  it('a filter stands in the address, survives a reload, and the back button lets go of it', async () => {
    const page = await stage.open('/messages', 'team');
    await seen(page.getByRole('link', { name: 'ASN-81001' }).first());
    await page.getByRole('button', { name: 'Filter by set' }).click();
    await page.getByRole('option', { name: /^856/ }).click();
    await atAddress(page, ({ search }) => search === '?set=856');
    await expect.poll(() => rowsOf(page).count(), { timeout: patienceMs }).toBe(1);
    await page.reload();
    await seen(page.getByRole('button', { name: 'Filter by set: 856' }));
    await expect.poll(() => rowsOf(page).count(), { timeout: patienceMs }).toBe(1);
    await page.goBack();
    await atAddress(page, ({ search }) => search === '');
    await seen(page.getByRole('link', { name: 'WH/OUT/00002' }).first());
    await page.context().close();
  });

  it('the search finds an order number, and nothing found shows the way out', async () => {
    const page = await stage.open('/messages?direction=in', 'team');
    const search = page.getByRole('searchbox', { name: 'Search messages' });
    await search.fill('ASN-81001');
    await atAddress(page, ({ searchParams }) => searchParams.get('q') === 'ASN-81001');
    await expect.poll(() => rowsOf(page).count(), { timeout: patienceMs }).toBe(1);
    await search.fill('no such number');
    await seen(page.getByRole('heading', { name: 'No document fits these filters' }));
    await page.getByRole('button', { name: 'Remove all filters' }).click();
    await atAddress(page, ({ search: rest }) => rest === '');
    await seen(page.getByRole('link', { name: 'ASN-81001' }).first());
    await page.context().close();
  });

  it('a document that arrives appears in the open list by itself, and its outcome follows', async () => {
    const page = await stage.open('/messages?set=990', 'team');
    await seen(page.getByRole('heading', { name: 'No document fits these filters' }));
    await seen(page.getByRole('status').getByText('Live').first());
    await stage.drop('standard-carrier/990-decline.x12');
    const row = rowsOf(page).filter({ hasText: 'Blue Heron Freight' });
    await seen(row);
    await seen(row.getByText('Done'));
    await page.context().close();
  });

  it('the keyboard alone leads through the list, into a document and back', async () => {
    const page = await stage.open('/messages?direction=in', 'team');
    await seen(page.getByRole('link', { name: 'ASN-81001' }).first());
    const focused = () => page.locator(':focus').textContent();
    const names = await page.locator('[data-row-link]').allTextContents();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await focused()).toBe(names[1]);
    await page.keyboard.press('k');
    expect(await focused()).toBe(names[0]);
    await page.keyboard.press('Enter');
    await atAddress(page, ({ pathname }) => /^\/messages\/[0-9a-f-]{36}$/.test(pathname));
    await seen(page.getByRole('region', { name: 'Acknowledgement ladder' }));
    await page.keyboard.press('u');
    await atAddress(page, ({ pathname, search }) => pathname === '/messages' && search === '?direction=in');
    await seen(page.getByRole('link', { name: 'ASN-81001' }).first());
    await page.keyboard.press('/');
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Search messages');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await seen(page.getByRole('dialog', { name: 'Keyboard shortcuts' }));
    await page.keyboard.press('Escape');
    await gone(page.getByRole('dialog', { name: 'Keyboard shortcuts' }));
    await page.context().close();
  });

  it('a row leads with why it waits and whose turn it is; rows are selected with x, resolved together, and that is undone', async () => {
    for (const name of ['945-unit-cassette', '945-cancelled']) await stage.dropAndSettle(`standard-3pl/${name}.x12`);
    const page = await stage.open('/messages?outcome=attention', 'team');
    const waiting = rowsOf(page).filter({ hasText: /Your turn: Mend the cause, then try again/ });
    await expect.poll(() => waiting.count(), { timeout: patienceMs }).toBe(2);
    await seen(waiting.filter({ hasText: 'NG-LAMP is counted in CS' }));
    for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
    const bar = page.getByRole('region', { name: 'Selected rows' });
    await seen(bar.getByText('2 selected'));
    // What waits for a cross reference has no case of its own: the partner's one ends with its last question.
    await bar.getByRole('button', { name: 'Resolve… (1)' }).click();
    // Of the cancelled order two wait: what was shipped, which is nothing, and its end.
    const dialog = await seen(page.getByRole('dialog', { name: 'Resolve 2 cases' }));
    await dialog.getByRole('radio', { name: 'There was nothing wrong' }).check();
    await dialog.getByRole('button', { name: 'Resolve', exact: true }).click();
    await expect.poll(() => waiting.count(), { timeout: patienceMs }).toBe(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => waiting.count(), { timeout: patienceMs }).toBe(2);
    await page.context().close();
  });

  it('the tabs of a document leave Back where it was', async () => {
    const page = await stage.open('/messages?direction=in', 'team');
    await page.getByRole('link', { name: 'ASN-81001' }).first().click();
    for (const tab of [/^Document/, /^Raw/, /^Audit/]) await page.getByRole('tab', { name: tab }).click();
    await atAddress(page, ({ searchParams }) => searchParams.get('tab') === 'audit');
    await page.goBack();
    await atAddress(page, ({ pathname, search }) => pathname === '/messages' && search === '?direction=in');
    await page.context().close();
  });

  it('the command palette finds a document by its number and opens it', async () => {
    const page = await stage.open('/', 'team');
    await seen(page.getByRole('heading', { name: 'Overview' }));
    await page.keyboard.press('Control+k');
    const box = await seen(page.getByRole('textbox', { name: 'Search or jump to' }));
    await box.fill('ASN-81001');
    await seen(page.getByRole('button', { name: /856 ASN-81001/ }));
    // The acknowledgement of the notice bears its number too and is newer.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await seen(page.getByRole('heading', { name: 'Ship notice ASN-81001' }));
    await page.context().close();
  });

  it('the overview counts what passed and links to the documents behind a figure', async () => {
    const page = await stage.open('/', 'team');
    const figures = await seen(page.getByRole('list', { name: 'Figures of the last 24 hours' }));
    await figures.getByRole('link', { name: /^Received/ }).click();
    await atAddress(page, ({ search }) => search === '?direction=in&when=24h');
    await seen(page.getByRole('link', { name: 'ASN-81001' }).first());
    await page.context().close();
  });
});
