import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkConnection } from '../../services/flows/check-connection.ts';
import { openCases } from '../../services/store/obligations/cases.ts';
import { skipped } from '../support/skipped.ts';
import { atAddress, gone, openStage, patienceMs, type Stage, seen, stageMissing } from './browser.ts';

// Each wait is as long as it must be; a test has several of them.
vi.setConfig({ testTimeout: 4 * patienceMs, hookTimeout: 4 * patienceMs });

describe.skipIf(stageMissing !== undefined)(skipped('cases', stageMissing), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    await stage.dropAndSettle('standard-3pl/945-unit-cassette.x12');
  });
  afterAll(() => stage?.close());

  it('shows what failed by cause and what to do, and tries it again as a whole with its result', async () => {
    const page = await stage.open('/cases', 'team');
    const failures = await seen(page.getByRole('list', { name: 'Failed deliveries by cause' }));
    await seen(failures.getByText(/cassette|odoo\.unit-unknown/).first());
    await failures.getByRole('button', { name: /^Try again/ }).click();
    // Nothing was mended: it fails once more, and that is said.
    await seen(page.getByText(/Tried 1 again: 1 failed once more\./));
    await page.context().close();
  });

  it('lists open cases, narrows them, and leads to where they are mended', async () => {
    const page = await stage.open('/cases', 'team');
    const list = page.getByRole('list', { name: 'Open cases' });
    await seen(list.getByRole('listitem').first());
    const search = page.getByRole('searchbox', { name: 'Search cases' });
    await search.fill('no such word');
    await search.press('Enter');
    await seen(page.getByText('No open case fits'));
    await page.getByRole('button', { name: 'Remove the filters' }).click();
    await list.getByRole('link', { name: 'Answer them' }).first().click();
    await atAddress(page, ({ pathname }) => pathname === '/cross-references');
    await page.context().close();
  });

  it('resolves several with one cause from the keyboard, says which were not and why, and takes it back', async () => {
    const { db } = stage.hub.hub.context;
    const at = new Date();
    const owner = await db.system('organization').where({ kind: 'owner' }).first<{ id: string }>('id');
    const ids = ['a', 'b', 'c'].map(() => uuidv7());
    await db.system.transaction((tx) =>
      openCases(
        tx,
        ids.map((id, nth) => ({
          ...{ id, orgId: owner!.id, environment: 'production', kind: 'disk.low', fingerprint: `disk.low/${nth}`, at },
          ...{
            about: { type: 'organization', id: owner!.id },
            title: `Disk ${nth} is nearly full`,
            detail: 'Make room.',
          },
        })),
      ),
    );
    const page = await stage.open('/cases?owner=operator&severity=warning', 'team');
    const list = page.getByRole('list', { name: 'Open cases' });
    await seen(list.getByText('Disk 2 is nearly full'));
    expect(await list.getByRole('listitem').count()).toBe(3);
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    const bar = page.getByRole('region', { name: 'Selected rows' });
    await seen(bar.getByText('2 selected'));
    await page.getByRole('checkbox', { name: 'Select all 3' }).check();
    await seen(bar.getByText('3 selected'));
    // A colleague was faster with one of them.
    await db.system('exception_case').where({ id: ids[0] }).update({ state: 'resolved', resolved_by: 'ada' });
    await bar.getByRole('button', { name: /^Resolve/ }).click();
    await page.getByRole('radio', { name: 'There was nothing wrong' }).check();
    await page.getByRole('button', { name: 'Resolve', exact: true }).click();
    const result = page.getByRole('alert').filter({ hasText: '2 of 3 cases are resolved' });
    await seen(result.getByText('Disk 0 is nearly full The case is resolved already.'));
    await seen(page.getByText('No open case fits'));
    await result.getByRole('button', { name: 'Undo' }).click();
    await seen(list.getByText('Disk 2 is nearly full'));
    expect(await list.getByRole('listitem').count()).toBe(2);
    await page.context().close();
  });

  it('lets a document go from quarantine with one button', async () => {
    const { db } = stage.hub.hub.context;
    const id = await stage.dropAndSettle('standard-3pl/945-complete.x12');
    const finding = { code: 'document.quarantined', level: 'standard', explanation: 'It could not be translated.' };
    await db
      .system('document')
      .where({ id })
      .update({ state: 'quarantined', outcome: 'attention', findings: JSON.stringify([finding]) });
    const page = await stage.open(`/messages/${id}`, 'team');
    const button = await seen(page.getByRole('button', { name: 'Translate again' }));
    await button.click();
    await gone(button);
    expect(await db.system('audit_entry').where({ document_id: id, action: 'document.released' })).toHaveLength(1);
    await page.context().close();
  });

  it('says on the overview that an Odoo is parked and what waits, with the way to it', async () => {
    const { db, secrets } = stage.hub.hub.context;
    await db
      .system('odoo_connection')
      .where({ environment: 'production' })
      .update({ secret: secrets.seal('ended') });
    const { id } = await db.system('odoo_connection').where({ environment: 'production' }).first('id');
    await checkConnection(stage.hub.hub.context, id, { actor: 'test', by: { kind: 'command' } });
    const page = await stage.open('/', 'team');
    const warnings = page.getByRole('region', { name: 'Warnings' });
    await seen(warnings.getByText(/is parked: Odoo does not let the hub in/));
    await seen(warnings.getByText(/waits for it|go(es)? on by (itself|themselves)/).first());
    await warnings.getByRole('link', { name: 'Open the connection' }).click();
    await atAddress(page, ({ pathname }) => pathname.startsWith('/odoo/'));
    await page.context().close();
  });
});
