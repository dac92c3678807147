import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { skipped } from '../support/skipped.ts';
import { atAddress, gone, openStage, type Stage, seen, stageMissing } from './browser.ts';

// The mapping workbench as a partner and the team use it: from the list to an approved version, with a fault, a suggestion and a conflict on the way.

describe.skipIf(stageMissing !== undefined)(skipped('the mapping workbench', stageMissing), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  const lineIn = (page: Page, pane: string, text: string) =>
    page.getByRole('region', { name: pane, exact: true }).locator('.cm-line', { hasText: text }).first();
  const lit = (page: Page, pane: string) =>
    page.getByRole('region', { name: pane, exact: true }).locator('.cm-linked, .cm-linkedLine');
  const bench = async (path: string, who: 'quayside' | 'team') => {
    const page = await stage.open(path, who);
    await seen(lineIn(page, 'Result', 'orderNumber'));
    return page;
  };

  test('a partner mends a mapping with what the bench tells, somebody else saves meanwhile, and the team approves', async () => {
    const page = await stage.open('/mappings', 'quayside');
    await (await seen(page.getByRole('link', { name: /945-in\.yaml/ }))).click();
    await atAddress(page, ({ pathname }) => pathname === '/mappings/945-in.yaml');

    // From the event to bytes and line, and back.
    await (await seen(lineIn(page, 'Result', 'shipmentId'))).click();
    await seen(lit(page, 'Mapping').filter({ hasText: 'shipmentId: { first:' }));
    const bytes = await (await seen(lit(page, 'Sample'))).textContent();
    expect(await lineIn(page, 'Result', 'shipmentId').textContent()).toContain(`"${bytes}"`);
    await lineIn(page, 'Sample', 'W27*').click();
    await seen(lit(page, 'Result').filter({ hasText: '"BHFT"' }));
    await seen(lit(page, 'Mapping').filter({ hasText: 'scac: { from: W27-02' }));

    // A fault stands at its line while it is typed, and is gone with it.
    await lineIn(page, 'Result', 'shipmentId').click();
    await (await seen(lineIn(page, 'Mapping', 'shipmentId:'))).click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.type('shipmntId: W06-04');
    await seen(page.getByRole('button', { name: /shipmntId.*did you mean `shipmentId`/ }));
    await seen(page.locator('.cm-lintRange-error'));
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.type('shipm');
    await seen(page.locator('.cm-tooltip-autocomplete').getByText('shipmentId'));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+K');
    await gone(page.getByRole('button', { name: /shipmntId/ }));
    await gone(lineIn(page, 'Result', 'shipmentId'));

    // What is missing is suggested with its reason, and put in only when somebody says so.
    await page.getByRole('tab', { name: 'Suggestions' }).click();
    await seen(page.getByText('as in standard-3pl/945-in.yaml', { exact: false }).first());
    await page.getByRole('button', { name: 'Add shipmentId', exact: true }).click();
    await seen(lineIn(page, 'Result', 'shipmentId'));
    await page.keyboard.press('Control+Z');
    await gone(lineIn(page, 'Result', 'shipmentId'));
    await page.getByRole('button', { name: 'Add shipmentId', exact: true }).click();
    await seen(lineIn(page, 'Result', 'shipmentId'));

    // Another browser has the same version open.
    const other = await bench('/mappings/945-in.yaml', 'quayside');
    await lineIn(other, 'Mapping', 'mapping: Warehouse').click();
    await other.keyboard.press('End');
    await other.keyboard.type(' of Quayside');
    await other.keyboard.press('Control+S');
    await seen(other.getByText('Saved in the draft'));

    // What is typed and not saved is asked about on the way out, and what another one saved is named.
    await lineIn(page, 'Mapping', 'shipmentId:').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' # by the yard');
    await page.getByRole('link', { name: 'Messages' }).click();
    await seen(page.getByRole('dialog', { name: 'Leave without saving?' }));
    await page.getByRole('button', { name: 'Stay here' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const conflict = page.getByRole('alert').filter({ hasText: 'saved another version of 945-in.yaml' });
    expect(await (await seen(conflict)).textContent()).toContain('Tomas Reyk');
    await page.getByRole('button', { name: 'What they changed' }).click();
    await seen(page.getByText('+mapping: Warehouse shipping advice of Quayside'));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Keep mine, on top of theirs' }).click();
    await gone(conflict);
    await seen(lineIn(page, 'Mapping', '# by the yard'));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await seen(page.getByText('Saved in the draft'));

    // The review is the other side's.
    await page.getByRole('button', { name: 'Ask for a review' }).click();
    await seen(page.getByText('Review asked for'));
    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    const { context } = stage.hub.hub;
    const { id } = await context.db.system('organization').where({ name: 'Quayside Logistics' }).first('id');
    const team = await bench(`/mappings/945-in.yaml?partner=${id}`, 'team');
    await team.getByRole('tab', { name: 'What if' }).click();
    await team.getByRole('button', { name: 'Compare on the last 50 documents' }).click();
    await seen(team.getByText(/No 945 has come|documents? of production compared/));
    await team.getByRole('button', { name: 'Approve' }).click();
    await seen(team.getByText('Approved').first());
    await page.goto(`${stage.hub.url}/mappings`);
    await seen(page.getByRole('link', { name: /^Approved .*945-in\.yaml/ }));
  });
});
