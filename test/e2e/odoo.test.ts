import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { skipped } from '../support/skipped.ts';
import { atAddress, gone, openStage, patienceMs, type Stage, seen, stageMissing } from './browser.ts';

const panel = (page: Page, name: string) => page.getByRole('region', { name });
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' });

// Each wait is as long as it must be; a test has several of them.
vi.setConfig({ testTimeout: 4 * patienceMs, hookTimeout: 4 * patienceMs });

describe.skipIf(stageMissing !== undefined)(skipped('Odoo', stageMissing), () => {
  let stage: Stage;
  let path: string;
  beforeAll(async () => {
    stage = await openStage();
    const { id } = await stage.hub.hub.context.db
      .system('odoo_connection')
      .where({ environment: 'production' })
      .first<{ id: string }>('id');
    path = `/odoo/${id}`;
  });
  afterAll(() => stage?.close());

  it('leads from the list to a connection: its state in words, and a check that renews it', async () => {
    const page = await stage.open('/odoo', 'team');
    await page.getByRole('link', { name: /Northgate Odoo twin \(production\)/ }).click();
    await atAddress(page, ({ pathname }) => pathname === path);
    await page.getByRole('button', { name: 'Check now' }).click();
    await seen(page.getByText('Nothing that the hub would miss.'));
    await page.context().close();
  });

  it('gives a carrier another code from the keyboard, and takes it back', async () => {
    const page = await stage.open(path, 'team');
    const carriers = panel(page, 'Carriers');
    await carriers.getByRole('button', { name: 'Change the code of Blue Heron Freight' }).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('abcd');
    await page.keyboard.press('Enter');
    await seen(carriers.getByText('ABCD', { exact: true }));
    await undo(page).click();
    await seen(carriers.getByText('BHFT', { exact: true }));
    await page.context().close();
  });

  it('opens the form of the entry that is missing straight from its address', async () => {
    const page = await stage.open(`${path}?carrier=1`, 'team');
    await seen(page.getByRole('textbox', { name: 'Code (SCAC) of Blue Heron Freight' }).and(page.locator(':focus')));
    await page.context().close();
  });

  it('saves a partner’s rules as a whole, says what is wrong where, and undoes it', async () => {
    const page = await stage.open(path, 'team');
    await page.getByRole('button', { name: 'Edit the rules of Quayside Logistics' }).click();
    const form = await seen(page.getByRole('dialog', { name: /Rules of Quayside Logistics/ }));
    await form.getByRole('radio', { name: /Hold it for a person/ }).check();
    await form.getByRole('button', { name: 'Add a unit' }).click();
    await form.getByRole('textbox', { name: 'Unit code, line 1' }).fill('CA');
    // A list of suggestions makes a text field a combobox.
    const meaning = form.getByLabel('What it is in Odoo, line 1');
    await meaning.fill('Crates of seven');
    await form.getByRole('button', { name: 'Save' }).click();
    await seen(form.getByRole('alert').getByText(/Units, line 1, meaning.*Crates of seven/));
    await meaning.fill('12');
    await form.getByRole('button', { name: 'Save' }).click();
    await gone(form);
    await seen(panel(page, 'Partners').getByText(/what is not reserved is held.*1 unit code/));
    await undo(page).click();
    await seen(
      panel(page, 'Partners')
        .getByText(/what is not reserved is reserved first; cancels go out\./)
        .first(),
    );
    await page.context().close();
  });

  it('begins the feed only when somebody has said from when on', async () => {
    const page = await stage.open(path, 'team');
    const feed = panel(page, 'Feed');
    await feed.getByRole('button', { name: 'Change' }).click();
    const begin = feed.getByRole('button', { name: 'Begin anew' });
    expect(await begin.isDisabled()).toBe(true);
    await feed.getByRole('radio', { name: /From now on/ }).check();
    await begin.click();
    await seen(feed.getByText(/Sends what changes from then on/));
    await page.context().close();
  });

  it('says that a connection is parked, what waits, and what to do; with the right key it is ready again', async () => {
    const { db, secrets } = stage.hub.hub.context;
    const row = () => db.system('odoo_connection').where({ environment: 'production' });
    const { secret } = await row().first<{ secret: string }>('secret');
    await row().update({ secret: secrets.seal('ended') });
    const page = await stage.open(path, 'team');
    await page.getByRole('button', { name: 'Check now' }).click();
    await seen(page.getByText('Parked: refused'));
    await seen(page.getByText(/does not let the hub in, since/));
    await seen(page.getByText(/npx crossdock odoo connect/));
    await row().update({ secret });
    await page.getByRole('button', { name: 'Check now' }).click();
    await gone(page.getByText('Parked: refused'));
    await page.context().close();
  });

  it('is not for partners', async () => {
    const page = await stage.open(path, 'quayside');
    await atAddress(page, ({ pathname }) => pathname === '/messages');
    expect(await page.getByRole('navigation', { name: 'Main' }).getByText('Odoo').count()).toBe(0);
    await page.context().close();
  });
});
