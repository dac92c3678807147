import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { skipped } from '../support/skipped.ts';
import { atAddress, gone, openStage, type Stage, sample, seen, stageMissing } from './browser.ts';

const pane = (page: Page, name: 'Document' | 'Canonical event' | 'Odoo') =>
  page.getByRole('region', { name, exact: true });
const way = (page: Page) => page.getByRole('region', { name: 'Way of the selected value' });
const pressed = (page: Page, name: Parameters<typeof pane>[1]) =>
  pane(page, name).getByRole('button', { pressed: true });

describe.skipIf(stageMissing !== undefined)(skipped('one document', stageMissing), () => {
  let stage: Stage;
  let complete: string;
  let refused: string;
  beforeAll(async () => {
    stage = await openStage();
    complete = await stage.dropAndSettle('standard-3pl/945-complete.x12');
    refused = await stage.dropAndSettle('standard-3pl/945-unit-cassette.x12');
  }, 300_000);
  afterAll(() => stage?.close());

  it('shows how far it came on the ladder, what is expected of it only, and each rung leads to its proof', async () => {
    const page = await stage.open(`/messages/${complete}`, 'team');
    await seen(page.getByRole('heading', { name: 'Shipping advice WH/OUT/00001' }));
    const ladder = page.getByRole('region', { name: 'Acknowledgement ladder' });
    for (const rung of ['Transport: done', '997/999: done', 'Odoo: done'])
      await seen(ladder.getByRole('listitem', { name: rung }));
    expect(await ladder.getByText('MDN').count()).toBe(0);
    await ladder.getByRole('link', { name: 'Open document of the rung 997/999' }).click();
    await seen(page.getByRole('heading', { name: /^Acknowledgement/ }));
    await page.getByRole('link', { name: 'answers this document' }).click();
    await atAddress(page, ({ pathname }) => pathname === `/messages/${complete}`);
    await page.context().close();
  });

  it('explains a finding where it stands: what was said, what is expected', async () => {
    const page = await stage.open(`/messages/${refused}?tab=document`, 'team');
    const note = await seen(page.getByRole('note', { name: 'Finding at W12-05' }).filter({ hasText: 'cassette' }));
    const words = await note.textContent();
    expect(words).toContain('Received');
    expect(words).toContain('CS');
    expect(words).toContain('Expected');
    await page.getByRole('button', { name: /^W12-05 .*: CS/ }).click();
    const card = await seen(page.getByRole('region', { name: 'Selected element' }));
    await seen(card.getByText('/lines/0/shipped/unitCode'));
    await page.context().close();
  });

  it('follows a field back to its bytes and on to Odoo, also from the keyboard, and the address keeps it', async () => {
    const page = await stage.open(`/messages/${complete}`, 'team');
    await seen(
      pane(page, 'Document')
        .getByRole('button', { name: /^W12-03/ })
        .first(),
    );
    const field = pane(page, 'Canonical event').locator('[data-pointer="/lines/0/shipped/value"]');
    await field.focus();
    await page.keyboard.press('Enter');
    const element = await seen(pressed(page, 'Document'));
    expect(await element.getAttribute('aria-label')).toMatch(/^W12-03 .*: 10$/);
    const write = await seen(pressed(page, 'Odoo'));
    expect(await write.textContent()).toMatch(/quantity .*10$/);
    expect(await way(page).textContent()).toMatch(
      /W12-03[\s\S]*Mapping\s*line \d+[\s\S]*\/lines\/0\/shipped\/value[\s\S]*quantity = 10/,
    );
    await atAddress(page, ({ searchParams }) => searchParams.get('field') === '/lines/0/shipped/value');
    await page.reload();
    await seen(pressed(page, 'Document'));
    await seen(pressed(page, 'Odoo'));
    await page.keyboard.press('Escape');
    await gone(pressed(page, 'Document'));
    await page.context().close();
  });

  it('follows an Odoo value back to the field and the bytes that it came from', async () => {
    const page = await stage.open(`/messages/${complete}`, 'team');
    await pane(page, 'Odoo')
      .getByRole('button', { name: /carrier_tracking_ref/ })
      .click();
    const field = await seen(pressed(page, 'Canonical event'));
    expect(await field.getAttribute('data-pointer')).toMatch(/^\/(trackingNumber|billOfLading)$/);
    const value = /: ([^,]+)/.exec((await field.getAttribute('aria-label')) ?? '')?.[1];
    expect(await (await seen(pressed(page, 'Document'))).textContent()).toBe(value);
    await page.context().close();
  });

  it('follows an element of the document to the fields that were created from it', async () => {
    const page = await stage.open(`/messages/${complete}`, 'team');
    await pane(page, 'Document')
      .getByRole('button', { name: /^W06-02/ })
      .click();
    await seen(pressed(page, 'Canonical event').and(page.locator('[data-pointer="/orderNumber"]')));
    expect(await way(page).textContent()).toContain('/orderNumber');
    await page.context().close();
  });

  it('names an element when it is pointed at or in focus', async () => {
    const page = await stage.open(`/messages/${complete}?tab=document`, 'team');
    await page
      .getByRole('button', { name: /^W12-03/ })
      .first()
      .hover();
    await seen(page.getByRole('tooltip').getByText(/W12-03/));
    await page.getByRole('button', { name: /^W06-02/ }).focus();
    await seen(page.getByRole('tooltip').getByText(/W06-02/));
    await page.keyboard.press('ArrowRight');
    await seen(page.getByRole('tooltip').getByText(/W06-03/));
    await page.context().close();
  });

  it('gives the bytes as they came', async () => {
    const page = await stage.open(`/messages/${complete}?tab=raw`, 'team');
    const lines = await seen(page.getByRole('list', { name: 'Bytes' }));
    expect(await lines.getByRole('listitem').first().textContent()).toMatch(/^0\s*ISA\*00\*/);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download' }).click();
    expect(readFileSync(await (await download).path())).toEqual(sample('standard-3pl/945-complete.x12'));
    await page.context().close();
  });

  it('lets the team try a stuck delivery again, and a partner only read why: what is done in Odoo is not shown to it', async () => {
    const team = await stage.open(`/messages/${refused}?tab=odoo`, 'team');
    // At the top of the document and at the delivery.
    await team.getByRole('button', { name: 'Try again' }).first().click();
    await seen(team.getByText('The document is tried again'));
    await team.context().close();
    const partner = await stage.open(`/messages/${refused}?tab=audit`, 'quayside');
    await seen(partner.getByRole('cell', { name: 'document.received' }));
    expect(await partner.getByRole('tab', { name: /^(Odoo|Trace)/ }).count()).toBe(0);
    expect(await partner.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    await partner.goto(`${stage.hub.url}/messages/${refused}?tab=odoo`);
    await seen(partner.getByRole('tab', { name: /^Document/, selected: true }));
    await partner.context().close();
  });
});
