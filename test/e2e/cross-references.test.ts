import { afterAll, beforeAll, describe, it, vi } from 'vitest';
import { skipped } from '../support/skipped.ts';
import { atAddress, openStage, patienceMs, type Stage, seen, stageMissing } from './browser.ts';

// Each wait is as long as it must be; a test has several of them.
vi.setConfig({ testTimeout: 4 * patienceMs, hookTimeout: 4 * patienceMs });

describe.skipIf(stageMissing !== undefined)(skipped('cross references', stageMissing), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    await stage.dropAndSettle('standard-3pl/945-unit-cassette.x12');
  });
  afterAll(() => stage?.close());

  it('leads from the case to what is asked, lets go on what waited with one click, says what became of it, and takes the answer back', async () => {
    const page = await stage.open('/cases', 'team');
    const list = page.getByRole('list', { name: 'Open cases' });
    await seen(list.getByText('Documents wait for cross references').first());
    await list.getByRole('link', { name: 'Answer them' }).first().click();
    await atAddress(page, ({ pathname }) => pathname === '/cross-references');
    const questions = page.getByRole('list', { name: 'Open questions' });
    await seen(questions.getByText('CS', { exact: true }));
    await seen(questions.getByText('What a product holds in its packaging in Odoo.'));
    await page.getByRole('textbox', { name: 'What CS is in Odoo' }).fill('1');
    await page.getByRole('button', { name: 'Say so' }).click();
    await seen(page.getByText(/CS is 1; 1 event on the way again/));
    await seen(page.getByText(/Tried 1 again: 1 came right\./));
    await seen(page.getByText('Nothing waits for a cross reference'));
    await page.getByRole('button', { name: 'Undo' }).click();
    await seen(page.getByText('Undone'));
    await page.context().close();
  });

  it('shows what Odoo has beside the keys that mean it', async () => {
    const page = await stage.open('/partners', 'team');
    await page
      .getByRole('link', { name: /Quayside Logistics/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Cross references' }).click();
    await page.getByText('Products', { exact: true }).click();
    const products = page.getByRole('list', { name: 'Products of Odoo' });
    await seen(products.getByText(/Camp lamp/));
    await page.getByText('Warehouses', { exact: true }).click();
    await seen(page.getByRole('list', { name: 'Warehouses of Odoo' }).getByText(/Joliet/));
    await page.context().close();
  });
});
